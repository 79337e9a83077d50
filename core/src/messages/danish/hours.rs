//! Which words does Danish have for opening hours and public holidays?

use crate::calendar::PublicHoliday;
use crate::messages::Sentence;
use crate::messages::hours::HoursWords;

pub(super) const HOURS: HoursWords = HoursWords {
    at_hours: Sentence::new("kl. {0}"),
    closed: "lukket",
    every_day: "alle dage",
    weekdays: "hverdage",
    weekend: "weekend",
    all_closed: "alt er lukket",
    closed_for: Sentence::new("lukket for {0}"),
    open_for: Sentence::new("åbent {0} for {1}"),
    as_well_as: "samt",
    public_holiday,
};

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
