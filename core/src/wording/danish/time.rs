//! How are dates, times and durations written in Danish?

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Timelike, Weekday};

use crate::calendar::copenhagen::{date, local};
use crate::calendar::{DayTime, Hours, Timestamp, WeeklySchedule};
use crate::wording::set;

const WEEKDAYS: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

const SHORT_WEEKDAYS: [&str; 7] = ["man", "tir", "ons", "tor", "fre", "lør", "søn"];

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

/// `mandag`.
pub fn weekday(date: NaiveDate) -> &'static str {
    WEEKDAYS.get(date.weekday().num_days_from_monday() as usize).copied().unwrap_or_default()
}

/// `7.`.
pub fn day_of_month(date: NaiveDate) -> String {
    format!("{}.", date.day())
}

/// `april`.
pub fn month(date: NaiveDate) -> &'static str {
    MONTHS.get(date.month0() as usize).copied().unwrap_or_default()
}

/// `man`.
pub fn short_weekday(date: NaiveDate) -> &'static str {
    SHORT_WEEKDAYS.get(date.weekday().num_days_from_monday() as usize).copied().unwrap_or_default()
}

/// `7. april 2026`.
pub fn date_with_year(date: NaiveDate) -> String {
    set(&format!("{}. {} {}", date.day(), month(date), date.year()))
}

/// `tirsdag 7. april`, with the year when it is not that of `today`.
pub fn day(date: NaiveDate, today: NaiveDate) -> String {
    let day = format!("{} {}. {}", weekday(date), date.day(), month(date));
    set(&if date.year() == today.year() { day } else { format!("{day} {}", date.year()) })
}

/// `i dag, fredag`, `i morgen, lørdag` or `tirsdag 7. april`.
pub fn near_day(date: NaiveDate, today: NaiveDate) -> String {
    match nearness(date, today) {
        Some(near) => format!("{near}, {}", weekday(date)),
        None => day(date, today),
    }
}

fn nearness(date: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    if date == today {
        Some("i dag")
    } else if date == today + Days::new(1) {
        Some("i morgen")
    } else {
        None
    }
}

/// `kl. 8.00`.
pub fn clock(instant: Timestamp) -> String {
    set(&format!("kl. {}", time_of_day(local(instant).time)))
}

fn time_of_day(time: NaiveTime) -> String {
    format!("{}.{:02}", time.hour(), time.minute())
}

/// `i dag kl. 8.00`, `i morgen kl. 10.00` or `tirsdag 7. april kl. 16.00`.
pub fn moment(instant: Timestamp, now: Timestamp) -> String {
    let (day_of, today) = (date(instant), date(now));
    let day = nearness(day_of, today).map_or_else(|| day(day_of, today), str::to_owned);
    format!("{day} {}", clock(instant))
}

/// `fredag 3. april 2026 kl. 15.00`.
pub fn full_date_time(instant: Timestamp) -> String {
    let date = date(instant);
    set(&format!("{} {} {}", weekday(date), date_with_year(date), clock(instant)))
}

/// `om 3 dage og 20 timer`, `om 25 minutter`, `for 2 timer siden`, or `nu`; whole minutes from `now`.
pub fn relative(instant: Timestamp, now: Timestamp) -> String {
    let seconds = instant.seconds_since(now.start_of_minute());
    match seconds {
        60.. => format!("om {}", duration(seconds)),
        ..=-60 => format!("for {} siden", duration(-seconds)),
        _ => "nu".to_owned(),
    }
}

/// `5 dage og 21 timer`, `3 timer og 20 minutter`, `25 minutter`: two units at most, whole ones only.
pub fn duration(seconds: i64) -> String {
    let minutes = seconds / 60;
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let units =
        [(days, "dag", "dage"), (hours, "time", "timer"), (if days > 0 { 0 } else { minutes }, "minut", "minutter")];
    let parts = units.into_iter().filter(|(count, ..)| *count > 0);
    let parts: Vec<_> =
        parts.map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many })).collect();
    set(&if parts.is_empty() { "0 minutter".to_owned() } else { parts.join(" og ") })
}

/// `8 timer`, `1 time og 30 minutter`: a working time, which has no days.
pub fn hours_and_minutes(seconds: i64) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let hours = (hours > 0).then(|| format!("{hours} {}", if hours == 1 { "time" } else { "timer" }));
    let minutes = (minutes > 0).then(|| duration(60 * minutes));
    set(&hours.into_iter().chain(minutes).collect::<Vec<_>>().join(" og "))
}

/// `8–20`, `7.30–15`, `00–24`; hours that begin or end at midnight have two digits.
pub fn hours(hours: Hours) -> String {
    let padded = hours.from() == DayTime::MIDNIGHT || hours.to() >= DayTime::END_OF_DAY;
    let bound = |time: DayTime| {
        let past_midnight = time.seconds() > DayTime::END_OF_DAY.seconds();
        let seconds = if past_midnight { time.seconds() % 86_400 } else { time.seconds() };
        let (hour, minute) = (seconds / 3600, seconds / 60 % 60);
        let hour = if padded { format!("{hour:02}") } else { hour.to_string() };
        if minute == 0 { hour } else { format!("{hour}.{minute:02}") }
    };
    set(&format!("{}–{}", bound(hours.from()), bound(hours.to())))
}

/// `8–12 og 13–16`, or `lukket`.
pub fn day_hours(all: &[Hours]) -> String {
    if all.is_empty() {
        return "lukket".to_owned();
    }
    let all: Vec<_> = all.iter().map(|one| hours(*one)).collect();
    super::list(&all)
}

/// `hverdage kl. 7–15`, `alle dage kl. 00–24`, `mandag–torsdag kl. 8–16 og fredag kl. 8–15`.
pub fn weekly(schedule: &WeeklySchedule) -> String {
    let weekdays = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    let mut runs: Vec<(usize, usize, &[Hours])> = Vec::new();
    for (index, weekday) in weekdays.into_iter().enumerate() {
        let hours = schedule.on(weekday);
        match runs.last_mut() {
            Some((_, last, same)) if *same == hours => *last = index,
            _ => runs.push((index, index, hours)),
        }
    }
    let open = runs.into_iter().filter(|(_, _, hours)| !hours.is_empty());
    let parts: Vec<_> =
        open.map(|(first, last, hours)| format!("{} kl. {}", run_of_days(first, last), day_hours(hours))).collect();
    set(&super::list(&parts))
}

fn run_of_days(first: usize, last: usize) -> String {
    let name = |index: usize| WEEKDAYS.get(index).copied().unwrap_or_default();
    match (first, last) {
        (0, 6) => "alle dage".to_owned(),
        (0, 4) => "hverdage".to_owned(),
        (5, 6) => "weekend".to_owned(),
        (first, last) if first == last => name(first).to_owned(),
        (first, last) => format!("{}\u{2060}–\u{2060}{}", name(first), name(last)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::from_rfc3339(text).unwrap()
    }

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ").replace('\u{2060}', "")
    }

    #[test]
    fn writes_moments() {
        fn check(instant: &str, written: &str) {
            assert_eq!(plain(&moment(at(instant), at("2026-04-03T15:00+02:00"))), written);
        }
        check("2026-04-03T18:00+02:00", "i dag kl. 18.00");
        check("2026-04-04T08:05+02:00", "i morgen kl. 8.05");
        check("2026-04-07T16:00+02:00", "tirsdag 7. april kl. 16.00");
        check("2027-01-02T00:00+01:00", "lørdag 2. januar 2027 kl. 0.00");
        check("2026-04-02T18:00+02:00", "torsdag 2. april kl. 18.00");
    }

    #[test]
    fn writes_how_long_it_is() {
        fn check(minutes: i64, written: &str) {
            let now = at("2026-04-03T15:00+02:00");
            assert_eq!(plain(&relative(now.plus_seconds(60 * minutes), now.plus_seconds(20))), written);
        }
        check(0, "nu");
        check(1, "om 1 minut");
        check(60, "om 1 time");
        check(200, "om 3 timer og 20 minutter");
        check(24 * 60, "om 1 dag");
        check(24 * 60 + 59, "om 1 dag");
        check(92 * 60 + 30, "om 3 dage og 20 timer");
        check(-60, "for 1 time siden");
    }

    #[test]
    fn writes_hours() {
        fn check(from: &str, to: &str, written: &str) {
            let time = |text| DayTime::read(text).unwrap();
            assert_eq!(plain(&hours(Hours::new(time(from), time(to)).unwrap())), written);
        }
        check("08:00", "20:00", "8–20");
        check("07:30", "15:00", "7.30–15");
        check("00:00", "24:00", "00–24");
        check("00:00", "06:00", "00–06");
        check("22:00", "26:30", "22–02.30");
    }
}
