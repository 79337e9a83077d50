//! How are opening hours and public holidays told?

use super::{Wording, capitalised, set};
use crate::answer::{Column, DayRow, HolidayRow};
use crate::calendar::{Hours, PublicHoliday, SpecialDay};

/// The words for opening hours.
pub(super) struct HoursWords {
    /// What a public holiday without any hours does.
    pub all_closed: &'static str,
    /// A public holiday's name, as it stands within a sentence.
    pub public_holiday: fn(PublicHoliday) -> &'static str,
}

impl Wording {
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
    /// `fejlmelding og generelle spørgsmål kl. 10–14, abonnement og regning lukket`.
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
        let parts = alike.iter().map(|(names, hours)| format!("{} {}", self.list(names), self.at_hours(hours)));
        set(&parts.collect::<Vec<_>>().join(", "))
    }
}

fn named(channel: &str, agreements: &[String]) -> String {
    if agreements.is_empty() { channel.to_owned() } else { format!("{channel} · {}", agreements.join(", ")) }
}
