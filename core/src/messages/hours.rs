//! Messages for opening hours and public holidays.

use chrono::Weekday;

use super::message::{Label, Message, label, message};
use super::{Language, capitalised, channels, joined, list, text, times, typeset};
use crate::answers::{DayRow, HolidayRow, HoursColumn};
use crate::calendar::{PublicHoliday, SpecialDay, WeeklySchedule};
use crate::time::{DayTime, Hours};

/// `8–20`, `7.30–15`, `00–24`; two digits for the hours of a period that begins or ends at midnight.
pub fn hours(language: Language, hours: Hours) -> String {
    let padded = hours.from() == DayTime::MIDNIGHT || hours.to() >= DayTime::END_OF_DAY;
    let bound = |time: DayTime| {
        let past_midnight = time.seconds() > DayTime::END_OF_DAY.seconds();
        let seconds = if past_midnight { time.seconds() % 86_400 } else { time.seconds() };
        let (hour, minute) = (seconds / 3600, seconds / 60 % 60);
        let hour = if padded { format!("{hour:02}") } else { hour.to_string() };
        if minute == 0 { hour } else { format!("{hour}{}{minute:02}", times::separator(language)) }
    };
    typeset(&format!("{}–{}", bound(hours.from()), bound(hours.to())))
}

const CLOSED: Label = label("lukket", "closed");

/// `8–12 og 13–16`, or `lukket`.
pub fn day_hours(language: Language, all: &[Hours]) -> String {
    if all.is_empty() {
        return CLOSED.get(language).to_owned();
    }
    let all: Vec<_> = all.iter().map(|one| hours(language, *one)).collect();
    list(language, &all)
}

/// The hours of a day within a sentence.
pub(super) const AT_HOURS: Message<1> = message("kl. {0}", "{0}");

/// `kl. 8–12 og 13–16`; `all` must not be empty.
fn at_hours(language: Language, all: &[Hours]) -> String {
    AT_HOURS.format(language, [&day_hours(language, all)])
}

/// `hverdage kl. 7–15`, `alle dage kl. 00–24`, `mandag–torsdag kl. 8–16 og fredag kl. 8–15`.
pub fn weekly(language: Language, schedule: &WeeklySchedule) -> String {
    let weekdays = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    let mut runs: Vec<(u32, u32, &[Hours])> = Vec::new();
    for weekday in weekdays {
        let (index, hours) = (weekday.num_days_from_monday(), schedule.hours_on(weekday));
        match runs.last_mut() {
            Some((_, last, same)) if *same == hours => *last = index,
            _ => runs.push((index, index, hours)),
        }
    }
    let open = runs.into_iter().filter(|(_, _, hours)| !hours.is_empty());
    let parts: Vec<_> = open
        .map(|(first, last, hours)| format!("{} {}", run_of_days(language, first, last), at_hours(language, hours)))
        .collect();
    typeset(&list(language, &parts))
}

const EVERY_DAY: Label = label("alle dage", "every day");
const WEEKDAYS: Label = label("hverdage", "weekdays");
const WEEKEND: Label = label("weekend", "weekends");

/// `mandag–torsdag`; both days are counted from Monday.
fn run_of_days(language: Language, first: u32, last: u32) -> String {
    let weekday = |index| times::nth_label(language, &times::WEEKDAYS, index);
    match (first, last) {
        (0, 6) => EVERY_DAY.get(language).to_owned(),
        (0, 4) => WEEKDAYS.get(language).to_owned(),
        (5, 6) => WEEKEND.get(language).to_owned(),
        (first, last) if first == last => weekday(first).to_owned(),
        (first, last) => format!("{}\u{2060}–\u{2060}{}", weekday(first), weekday(last)),
    }
}

/// The name of a public holiday or closed day within a sentence.
pub fn special_day(language: Language, day: &SpecialDay) -> String {
    match day {
        SpecialDay::PublicHoliday(holiday) => typeset(public_holiday(*holiday).get(language)),
        SpecialDay::ClosedDay(name) => text(language, name),
    }
}

const fn public_holiday(holiday: PublicHoliday) -> Label {
    match holiday {
        PublicHoliday::NewYearsDay => const { label("nytårsdag", "New Year's Day") },
        PublicHoliday::MaundyThursday => const { label("skærtorsdag", "Maundy Thursday") },
        PublicHoliday::GoodFriday => const { label("langfredag", "Good Friday") },
        PublicHoliday::EasterSunday => const { label("påskedag", "Easter Sunday") },
        PublicHoliday::EasterMonday => const { label("2. påskedag", "Easter Monday") },
        PublicHoliday::GreatPrayerDay => const { label("store bededag", "Great Prayer Day") },
        PublicHoliday::AscensionDay => const { label("Kristi himmelfartsdag", "Ascension Day") },
        PublicHoliday::WhitSunday => const { label("pinsedag", "Whit Sunday") },
        PublicHoliday::WhitMonday => const { label("2. pinsedag", "Whit Monday") },
        PublicHoliday::ChristmasDay => const { label("juledag", "Christmas Day") },
        PublicHoliday::SecondChristmasDay => const { label("2. juledag", "Second Day of Christmas") },
    }
}

/// `Fejlmelding`, or `Fejlmelding · Erhverv Basis` where agreements differ.
pub fn column(language: Language, column: &HoursColumn) -> String {
    named(channels::name(language, column.channel), &column.agreements)
}

/// `Fejl`, or `Fejl · Erhverv Basis`: a column's heading where there is little room.
pub fn short_column(language: Language, column: &HoursColumn) -> String {
    named(channels::short_name(language, column.channel), &column.agreements)
}

fn named(channel: &str, agreements: &[String]) -> String {
    if agreements.is_empty() { channel.to_owned() } else { format!("{channel} · {}", agreements.join(", ")) }
}

/// `i dag · langfredag`, beside a day's name; `None` for an ordinary day.
pub fn about_day(language: Language, row: &DayRow) -> Option<String> {
    let today = row.is_today.then(|| times::TODAY.get(language).to_owned());
    let special_day = row.special_day.as_ref().map(|day| special_day(language, day));
    let about: Vec<_> = today.into_iter().chain(special_day).collect();
    (!about.is_empty()).then(|| about.join(" · "))
}

/// `Langfredag: alt er lukket.`
pub fn holiday(language: Language, row: &HolidayRow, columns: &[HoursColumn]) -> String {
    let name = capitalised(&special_day(language, &row.special_day));
    format!("{name}: {}.", holiday_hours(language, columns, &row.hours.answer))
}

const ALL_CLOSED: Label = label("alt er lukket", "everything is closed");
pub(super) const CLOSED_FOR: Message<1> = message("lukket for {0}", "closed for {0}");
/// The hours and the channels.
pub(super) const OPEN_FOR: Message<2> = message("åbent {0} for {1}", "open {0} for {1}");
/// Before the last of several names, which may contain an "and" themselves.
const AS_WELL_AS: Label = label("samt", "as well as");

/// A public holiday's hours in every column: `alt er lukket`, or
/// `åbent kl. 10–14 for fejlmelding samt generelle spørgsmål; lukket for abonnement og regning`.
pub fn holiday_hours(language: Language, columns: &[HoursColumn], hours: &[Vec<Hours>]) -> String {
    if hours.iter().all(Vec::is_empty) {
        return ALL_CLOSED.get(language).to_owned();
    }
    let mut alike: Vec<(Vec<String>, &[Hours])> = Vec::new();
    for (column, hours) in columns.iter().zip(hours) {
        let mut name = channels::within_sentence(language, column.channel).to_owned();
        if !column.agreements.is_empty() {
            name = format!("{name} ({})", column.agreements.join(", "));
        }
        match alike.iter_mut().find(|(_, same)| *same == hours.as_slice()) {
            Some((names, _)) => names.push(name),
            None => alike.push((vec![name], hours)),
        }
    }
    let parts = alike.iter().map(|(names, hours)| {
        let names = joined(names, AS_WELL_AS.get(language));
        if hours.is_empty() {
            CLOSED_FOR.format(language, [&names])
        } else {
            OPEN_FOR.format(language, [&at_hours(language, hours), &names])
        }
    });
    parts.collect::<Vec<_>>().join("; ")
}
