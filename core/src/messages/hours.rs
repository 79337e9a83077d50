//! How are opening hours and public holidays told?

use chrono::Weekday;

use super::times::{TimeWords, nth};
use super::{Messages, Sentence, capitalised, joined, set};
use crate::answers::{Column, DayRow, HolidayRow};
use crate::calendar::{PublicHoliday, SpecialDay, WeeklySchedule};
use crate::time::{DayTime, Hours};

/// The words for opening hours.
#[cfg_attr(test, derive(Debug))]
pub(super) struct HoursWords {
    /// Hours of a day within a sentence.
    pub at_hours: Sentence<1>,
    /// A day without hours.
    pub closed: &'static str,
    pub every_day: &'static str,
    /// Monday to Friday.
    pub weekdays: &'static str,
    pub weekend: &'static str,
    /// What a public holiday without any hours does.
    pub all_closed: &'static str,
    /// For what.
    pub closed_for: Sentence<1>,
    /// When, and for what.
    pub open_for: Sentence<2>,
    /// Before the last of several names, which may have an "and" of their own.
    pub as_well_as: &'static str,
    /// A public holiday's name, as it stands within a sentence.
    pub public_holiday: fn(PublicHoliday) -> &'static str,
}

impl Messages {
    /// `8–20`, `7.30–15`, `00–24`; hours that begin or end at midnight have two digits.
    pub fn hours(&self, hours: Hours) -> String {
        let padded = hours.from() == DayTime::MIDNIGHT || hours.to() >= DayTime::END_OF_DAY;
        let bound = |time: DayTime| {
            let past_midnight = time.seconds() > DayTime::END_OF_DAY.seconds();
            let seconds = if past_midnight { time.seconds() % 86_400 } else { time.seconds() };
            let (hour, minute) = (seconds / 3600, seconds / 60 % 60);
            let hour = if padded { format!("{hour:02}") } else { hour.to_string() };
            if minute == 0 { hour } else { format!("{hour}{}{minute:02}", self.times.separator) }
        };
        set(&format!("{}–{}", bound(hours.from()), bound(hours.to())))
    }

    /// `8–12 og 13–16`, or `lukket`.
    pub fn day_hours(&self, all: &[Hours]) -> String {
        if all.is_empty() {
            return self.hours.closed.to_owned();
        }
        let all: Vec<_> = all.iter().map(|one| self.hours(*one)).collect();
        self.list(&all)
    }

    /// `kl. 8–12 og 13–16`; of hours that there are.
    fn at_hours(&self, all: &[Hours]) -> String {
        self.hours.at_hours.with([&self.day_hours(all)])
    }

    /// `hverdage kl. 7–15`, `alle dage kl. 00–24`, `mandag–torsdag kl. 8–16 og fredag kl. 8–15`.
    pub fn weekly(&self, schedule: &WeeklySchedule) -> String {
        let weekdays =
            [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
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
            .map(|(first, last, hours)| format!("{} {}", self.run_of_days(first, last), self.at_hours(hours)))
            .collect();
        set(&self.list(&parts))
    }

    fn run_of_days(&self, first: u32, last: u32) -> String {
        let TimeWords { weekdays: day, .. } = &self.times;
        let HoursWords { every_day, weekdays, weekend, .. } = self.hours;
        match (first, last) {
            (0, 6) => every_day.to_owned(),
            (0, 4) => weekdays.to_owned(),
            (5, 6) => weekend.to_owned(),
            (first, last) if first == last => nth(day, first).to_owned(),
            (first, last) => format!("{}\u{2060}–\u{2060}{}", nth(day, first), nth(day, last)),
        }
    }

    /// A public holiday's name, as it stands within a sentence.
    pub fn special_day(&self, day: &SpecialDay) -> String {
        match day {
            SpecialDay::PublicHoliday(holiday) => set((self.hours.public_holiday)(*holiday)),
            SpecialDay::ClosedDay(name) => self.text(name),
        }
    }

    /// A column's heading where there is room for it.
    pub fn column(&self, column: &Column) -> String {
        named(self.channels.name.of(column.channel), &column.agreements)
    }

    /// A column's heading where there is little.
    pub fn short_column(&self, column: &Column) -> String {
        named(self.channels.short_name.of(column.channel), &column.agreements)
    }

    /// What there is to say of a day beside its name: `i dag · langfredag`.
    pub fn about_day(&self, row: &DayRow) -> Option<String> {
        let today = row.is_today.then(|| self.times.today.to_owned());
        let special_day = row.special_day.as_ref().map(|day| self.special_day(day));
        let about: Vec<_> = today.into_iter().chain(special_day).collect();
        (!about.is_empty()).then(|| about.join(" · "))
    }

    /// A coming public holiday: `Langfredag: alt er lukket.`
    pub fn holiday(&self, row: &HolidayRow, columns: &[Column]) -> String {
        let name = capitalised(&self.special_day(&row.special_day));
        format!("{name}: {}.", self.holiday_hours(columns, &row.hours.answer))
    }

    /// What a public holiday does to every column: `alt er lukket`, or
    /// `åbent kl. 10–14 for fejlmelding samt generelle spørgsmål; lukket for abonnement og regning`.
    pub fn holiday_hours(&self, columns: &[Column], hours: &[Vec<Hours>]) -> String {
        if hours.iter().all(Vec::is_empty) {
            return self.hours.all_closed.to_owned();
        }
        let mut alike: Vec<(Vec<String>, &[Hours])> = Vec::new();
        for (column, hours) in columns.iter().zip(hours) {
            let mut name = self.channels.within_sentence.of(column.channel).to_owned();
            if !column.agreements.is_empty() {
                name = format!("{name} ({})", column.agreements.join(", "));
            }
            match alike.iter_mut().find(|(_, same)| *same == hours.as_slice()) {
                Some((names, _)) => names.push(name),
                None => alike.push((vec![name], hours)),
            }
        }
        let HoursWords { closed_for, open_for, as_well_as, .. } = self.hours;
        let parts = alike.iter().map(|(names, hours)| {
            let names = joined(names, as_well_as);
            if hours.is_empty() { closed_for.with([&names]) } else { open_for.with([&self.at_hours(hours), &names]) }
        });
        parts.collect::<Vec<_>>().join("; ")
    }
}

fn named(channel: &str, agreements: &[String]) -> String {
    if agreements.is_empty() { channel.to_owned() } else { format!("{channel} · {}", agreements.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    const DANISH: &Messages = Language::Danish.messages();
    const ENGLISH: &Messages = Language::English.messages();

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ").replace('\u{2060}', "")
    }

    fn time(text: &str) -> DayTime {
        text.parse().unwrap()
    }

    #[test]
    fn hours_of_a_day() {
        fn check(hours: &[(&str, &str)], danish: &str, english: &str) {
            let hours: Vec<_> = hours.iter().map(|(from, to)| Hours::new(time(from), time(to)).unwrap()).collect();
            assert_eq!(plain(&DANISH.day_hours(&hours)), danish);
            assert_eq!(plain(&ENGLISH.day_hours(&hours)), english);
        }
        check(&[("08:00", "20:00")], "8–20", "8–20");
        check(&[("07:30", "15:00")], "7.30–15", "7:30–15");
        check(&[("00:00", "24:00")], "00–24", "00–24");
        check(&[("00:00", "06:00")], "00–06", "00–06");
        check(&[("22:00", "26:30")], "22–02.30", "22–02:30");
        check(&[("08:00", "12:00"), ("13:00", "16:00")], "8–12 og 13–16", "8–12 and 13–16");
        check(&[], "lukket", "closed");
    }

    #[test]
    fn weeks() {
        fn check(days: [&str; 7], danish: &str, english: &str) {
            let hours = |text: &str| {
                let (from, to) = text.split_once('-')?;
                Hours::new(time(from), time(to)).ok()
            };
            let schedule = WeeklySchedule::new(days.map(|day| hours(day).into_iter().collect()));
            assert_eq!(plain(&DANISH.weekly(&schedule)), danish);
            assert_eq!(plain(&ENGLISH.weekly(&schedule)), english);
        }
        const DAY: &str = "07:00-15:00";
        const NIGHT: &str = "00:00-24:00";
        check([DAY, DAY, DAY, DAY, DAY, "", ""], "hverdage kl. 7–15", "weekdays 7–15");
        check([NIGHT; 7], "alle dage kl. 00–24", "every day 00–24");
        check(["", "", "", "", "", DAY, DAY], "weekend kl. 7–15", "weekends 7–15");
        check(["", "", DAY, "", "", "", ""], "onsdag kl. 7–15", "Wednesday 7–15");
        check(
            [DAY, DAY, DAY, DAY, "07:00-14:30", "", ""],
            "mandag–torsdag kl. 7–15 og fredag kl. 7–14.30",
            "Monday–Thursday 7–15 and Friday 7–14:30",
        );
        check([""; 7], "", "");
    }
}
