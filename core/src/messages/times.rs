//! How are dates, times and durations written?

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Timelike};

use super::{Messages, Sentence, set};
use crate::time::Timestamp;
use crate::time::copenhagen::{date, to_local};

/// The words for time.
#[cfg_attr(test, derive(Debug))]
pub(super) struct TimeWords {
    /// That the shown time is not the real one: the moment.
    pub shown_time: Sentence<1>,
    /// Monday first.
    pub weekdays: [&'static str; 7],
    /// Monday first.
    pub short_weekdays: [&'static str; 7],
    /// January first.
    pub months: [&'static str; 12],
    /// A day of the month, by its number.
    pub day_of_month: Sentence<1>,
    pub today: &'static str,
    pub tomorrow: &'static str,
    /// What stands between hour and minute.
    pub separator: &'static str,
    /// With how many digits at least an hour is written.
    pub hour_digits: usize,
    /// A time of day within a sentence.
    pub clock: Sentence<1>,
    /// Today or tomorrow, and the clock.
    pub near_moment: Sentence<2>,
    /// A day and the clock.
    pub far_moment: Sentence<2>,
    /// A day with its year and the clock, by itself.
    pub full_moment: Sentence<2>,
    /// How long until.
    pub ahead: Sentence<1>,
    /// How long since.
    pub ago: Sentence<1>,
    pub now: &'static str,
    pub days: Counted,
    pub hours: Counted,
    pub minutes: Counted,
    pub and: &'static str,
}

/// A unit of time.
#[cfg_attr(test, derive(Debug))]
pub(super) struct Counted {
    pub one: &'static str,
    pub many: &'static str,
}

impl Counted {
    pub(super) fn count(&self, count: i64) -> String {
        format!("{count} {}", if count == 1 { self.one } else { self.many })
    }
}

impl Messages {
    /// That the shown time is not the real one.
    pub fn shown_time(&self, now: Timestamp) -> String {
        self.times.shown_time.with([&self.full_date_time(now)])
    }

    /// `mandag`.
    pub fn weekday(&self, date: NaiveDate) -> &'static str {
        nth(&self.times.weekdays, date.weekday().num_days_from_monday())
    }

    /// `man`.
    pub fn short_weekday(&self, date: NaiveDate) -> &'static str {
        nth(&self.times.short_weekdays, date.weekday().num_days_from_monday())
    }

    /// `7.`.
    pub fn day_of_month(&self, date: NaiveDate) -> String {
        self.times.day_of_month.with([&date.day().to_string()])
    }

    /// `april`.
    pub fn month(&self, date: NaiveDate) -> &'static str {
        nth(&self.times.months, date.month0())
    }

    /// `7. april 2026`.
    pub fn date_with_year(&self, date: NaiveDate) -> String {
        set(&format!("{} {} {}", self.day_of_month(date), self.month(date), date.year()))
    }

    /// `tirsdag 7. april`, with the year when it is not that of `today`.
    pub fn day(&self, date: NaiveDate, today: NaiveDate) -> String {
        let day = format!("{} {} {}", self.weekday(date), self.day_of_month(date), self.month(date));
        set(&if date.year() == today.year() { day } else { format!("{day} {}", date.year()) })
    }

    /// `i dag, fredag`, `i morgen, lørdag` or `tirsdag 7. april`.
    pub fn near_day(&self, date: NaiveDate, today: NaiveDate) -> String {
        match self.nearness(date, today) {
            Some(near) => format!("{near}, {}", self.weekday(date)),
            None => self.day(date, today),
        }
    }

    fn nearness(&self, date: NaiveDate, today: NaiveDate) -> Option<&'static str> {
        if date == today {
            Some(self.times.today)
        } else if date == today + Days::new(1) {
            Some(self.times.tomorrow)
        } else {
            None
        }
    }

    /// `kl. 8.00`.
    pub fn clock(&self, instant: Timestamp) -> String {
        self.times.clock.with([&self.time_of_day(to_local(instant).time)])
    }

    /// `8.00`.
    pub(super) fn time_of_day(&self, time: NaiveTime) -> String {
        let TimeWords { separator, hour_digits, .. } = self.times;
        format!("{:0hour_digits$}{separator}{:02}", time.hour(), time.minute())
    }

    /// `i dag kl. 8.00`, `i morgen kl. 10.00` or `tirsdag 7. april kl. 16.00`.
    pub fn moment(&self, instant: Timestamp, now: Timestamp) -> String {
        let (day_of, today) = (date(instant), date(now));
        let clock = self.clock(instant);
        match self.nearness(day_of, today) {
            Some(near) => self.times.near_moment.with([near, &clock]),
            None => self.times.far_moment.with([&self.day(day_of, today), &clock]),
        }
    }

    /// `fredag 3. april 2026 kl. 15.00`.
    pub fn full_date_time(&self, instant: Timestamp) -> String {
        let date = date(instant);
        let day = format!("{} {}", self.weekday(date), self.date_with_year(date));
        self.times.full_moment.with([&day, &self.clock(instant)])
    }

    /// `om 3 dage og 20 timer`, `om 25 minutter`, `for 2 timer siden`, or `nu`; whole minutes from `now`.
    pub fn relative(&self, instant: Timestamp, now: Timestamp) -> String {
        let seconds = instant.seconds_since(now.start_of_minute());
        match seconds {
            60.. => self.times.ahead.with([&self.duration(seconds)]),
            ..=-60 => self.times.ago.with([&self.duration(-seconds)]),
            _ => self.times.now.to_owned(),
        }
    }

    /// `5 dage og 21 timer`, `3 timer og 20 minutter`, `25 minutter`: two units at most, whole ones only.
    pub fn duration(&self, seconds: i64) -> String {
        let minutes = seconds / 60;
        let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        self.units(days, hours, if days > 0 { 0 } else { minutes })
    }

    /// `8 timer`, `1 time og 30 minutter`: a working time, which has no days.
    pub fn hours_and_minutes(&self, seconds: i64) -> String {
        self.units(0, seconds / 3600, seconds / 60 % 60)
    }

    fn units(&self, days: i64, hours: i64, minutes: i64) -> String {
        let TimeWords { days: day, hours: hour, minutes: minute, .. } = &self.times;
        let units = [(days, day), (hours, hour), (minutes, minute)];
        let parts: Vec<_> =
            units.into_iter().filter(|(count, _)| *count > 0).map(|(count, unit)| unit.count(count)).collect();
        set(&if parts.is_empty() { minute.count(0) } else { self.list(&parts) })
    }
}

pub(super) fn nth(words: &[&'static str], index: u32) -> &'static str {
    words.get(index as usize).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    const DANISH: &Messages = Language::Danish.messages();
    const ENGLISH: &Messages = Language::English.messages();

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn date_of(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ").replace('\u{2060}', "")
    }

    #[test]
    fn moments() {
        fn check(instant: &str, danish: &str, english: &str) {
            let (instant, now) = (at(instant), at("2026-04-03T15:00+02:00"));
            assert_eq!(plain(&DANISH.moment(instant, now)), danish);
            assert_eq!(plain(&ENGLISH.moment(instant, now)), english);
        }
        check("2026-04-03T18:00+02:00", "i dag kl. 18.00", "18:00 today");
        check("2026-04-04T08:05+02:00", "i morgen kl. 8.05", "08:05 tomorrow");
        check("2026-04-07T16:00+02:00", "tirsdag 7. april kl. 16.00", "Tuesday 7 April at 16:00");
        check("2027-01-02T00:00+01:00", "lørdag 2. januar 2027 kl. 0.00", "Saturday 2 January 2027 at 00:00");
        check("2026-04-02T18:00+02:00", "torsdag 2. april kl. 18.00", "Thursday 2 April at 18:00");
    }

    #[test]
    fn dates() {
        fn check(date: &str, danish: [&str; 3], english: [&str; 3]) {
            let (date, today) = (date_of(date), date_of("2026-12-31"));
            for (say, expected) in [(DANISH, danish), (ENGLISH, english)] {
                let written = [say.day(date, today), say.near_day(date, today), say.date_with_year(date)];
                assert_eq!(written.map(|words| plain(&words)), expected);
            }
        }
        check(
            "2026-12-31",
            ["torsdag 31. december", "i dag, torsdag", "31. december 2026"],
            ["Thursday 31 December", "today, Thursday", "31 December 2026"],
        );
        check(
            "2027-01-01",
            ["fredag 1. januar 2027", "i morgen, fredag", "1. januar 2027"],
            ["Friday 1 January 2027", "tomorrow, Friday", "1 January 2027"],
        );
        check(
            "2026-05-04",
            ["mandag 4. maj", "mandag 4. maj", "4. maj 2026"],
            ["Monday 4 May", "Monday 4 May", "4 May 2026"],
        );
    }

    #[test]
    fn full_moments() {
        fn check(instant: &str, danish: &str, english: &str) {
            assert_eq!(plain(&DANISH.full_date_time(at(instant))), danish);
            assert_eq!(plain(&ENGLISH.full_date_time(at(instant))), english);
        }
        check("2026-04-07T16:00+02:00", "tirsdag 7. april 2026 kl. 16.00", "Tuesday 7 April 2026, 16:00");
        check("2026-10-25T08:05+01:00", "søndag 25. oktober 2026 kl. 8.05", "Sunday 25 October 2026, 08:05");
    }

    #[test]
    fn how_long_it_is() {
        fn check(minutes: i64, danish: &str, english: &str) {
            let now = at("2026-04-03T15:00+02:00");
            let (instant, seconds_later) = (now.plus_seconds(60 * minutes), now.plus_seconds(20));
            assert_eq!(plain(&DANISH.relative(instant, seconds_later)), danish);
            assert_eq!(plain(&ENGLISH.relative(instant, seconds_later)), english);
        }
        check(0, "nu", "now");
        check(1, "om 1 minut", "in 1 minute");
        check(60, "om 1 time", "in 1 hour");
        check(200, "om 3 timer og 20 minutter", "in 3 hours and 20 minutes");
        check(24 * 60, "om 1 dag", "in 1 day");
        check(24 * 60 + 59, "om 1 dag", "in 1 day");
        check(92 * 60 + 30, "om 3 dage og 20 timer", "in 3 days and 20 hours");
        check(-60, "for 1 time siden", "1 hour ago");
    }

    #[test]
    fn working_time_has_no_days() {
        fn check(minutes: i64, danish: &str, english: &str) {
            assert_eq!(plain(&DANISH.hours_and_minutes(60 * minutes)), danish);
            assert_eq!(plain(&ENGLISH.hours_and_minutes(60 * minutes)), english);
        }
        check(480, "8 timer", "8 hours");
        check(90, "1 time og 30 minutter", "1 hour and 30 minutes");
        check(48 * 60, "48 timer", "48 hours");
        check(0, "0 minutter", "0 minutes");
    }
}
