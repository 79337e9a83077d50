//! What does the customer read in Danish?

mod channel;
pub mod label;
mod maintenance;
mod opening_hours;
mod response;
mod time;

pub use channel::*;
pub use maintenance::*;
pub use opening_hours::*;
pub use response::*;
pub use time::*;

use crate::Text;
use crate::answer::{DataState, OtherReading};
use crate::calendar::{PublicHoliday, SpecialDay, Timestamp};
use crate::wording::set;

/// The data's text in this language.
pub fn text(text: &Text) -> String {
    set(&text.da)
}

/// A public holiday's name, as it stands within a sentence.
pub fn special_day(day: &SpecialDay) -> String {
    match day {
        SpecialDay::PublicHoliday(holiday) => set(public_holiday(*holiday)),
        SpecialDay::ClosedDay(name) => text(name),
    }
}

const fn public_holiday(holiday: PublicHoliday) -> &'static str {
    match holiday {
        PublicHoliday::NewYearsDay => "nytårsdag",
        PublicHoliday::MaundyThursday => "skærtorsdag",
        PublicHoliday::GoodFriday => "langfredag",
        PublicHoliday::EasterSunday => "påskedag",
        PublicHoliday::EasterMonday => "2. påskedag",
        PublicHoliday::GreatPrayerDay => "store bededag",
        PublicHoliday::AscensionDay => "Kristi himmelfartsdag",
        PublicHoliday::WhitSunday => "pinsedag",
        PublicHoliday::WhitMonday => "2. pinsedag",
        PublicHoliday::ChristmasDay => "juledag",
        PublicHoliday::SecondChristmasDay => "2. juledag",
    }
}

/// What another reading would answer; `answer` is that answer in words.
pub fn other_reading<A>(reading: &OtherReading<A>, answer: &str) -> String {
    let OtherReading { about, in_force, other, .. } = reading;
    set(&format!("{}: Vi læser aftalen som »{}«. Med »{}« bliver svaret: {answer}.", about.da, in_force.da, other.da))
}

/// Which section of the sheet a reading is about.
pub fn section(section: &str) -> String {
    set(&format!("Aftalens afsnit »{section}«"))
}

/// What the answers were computed for.
pub fn computed_for(now: Timestamp) -> String {
    set(&format!("Beregnet i din browser for {}, dansk tid.", full_date_time(now)))
}

/// That the shown time is not the real one.
pub fn shown_time(now: Timestamp) -> String {
    set(&format!("Du ser {} – ikke nu.", full_date_time(now)))
}

/// Which data the answers rest on.
pub fn data_version(data: &DataState) -> String {
    set(&format!("Aftaledata {}, efterses senest {}.", data.version, date_with_year(data.review_by)))
}

/// That the data should have been checked.
pub fn review_overdue(data: &DataState) -> String {
    set(&format!(
        "Aftaledata skulle være efterset senest {}. Telefonnummeret gælder stadig: {}, tast {}.",
        date_with_year(data.review_by),
        data.contact.phone_shown,
        data.contact.press
    ))
}

/// Joins with commas and "og".
fn list(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} og {last}", first.join(", ")),
    }
}

/// The same with a capital first letter, which is an ASCII one in every word that begins a sentence here:
/// the tables of all capital letters would be a tenth of the download.
fn sentence(words: &str) -> String {
    let mut sentence = words.to_owned();
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}
