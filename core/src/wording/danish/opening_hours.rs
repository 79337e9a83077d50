//! How are opening hours told in Danish?

use super::{day_hours, label, list, sentence, short_channel, special_day};
use crate::agreement::Channel;
use crate::answer::{Column, DayRow, HolidayRow};
use crate::calendar::Hours;
use crate::wording::set;

/// The line's hours as a sentence speaks of them.
const fn within_sentence(channel: Channel) -> &'static str {
    match channel {
        Channel::FaultReport => "fejlmelding",
        Channel::General => "generelle spørgsmål",
        Channel::Billing => "abonnement og regning",
    }
}

/// A column's heading where there is room for it.
pub fn column(column: &Column) -> String {
    named(super::channel(column.channel), &column.agreements)
}

/// A column's heading where there is little.
pub fn short_column(column: &Column) -> String {
    named(short_channel(column.channel), &column.agreements)
}

fn named(channel: &str, agreements: &[String]) -> String {
    if agreements.is_empty() { channel.to_owned() } else { format!("{channel} · {}", agreements.join(", ")) }
}

/// What there is to say of a day beside its name: `i dag · langfredag`.
pub fn about_day(row: &DayRow) -> Option<String> {
    let today = row.is_today.then(|| label::TODAY.to_owned());
    let about: Vec<_> = today.into_iter().chain(row.special_day.as_ref().map(special_day)).collect();
    (!about.is_empty()).then(|| about.join(" · "))
}

/// A coming public holiday: `Langfredag: alt er lukket.`
pub fn holiday(row: &HolidayRow, columns: &[Column]) -> String {
    format!("{}: {}.", sentence(&special_day(&row.special_day)), holiday_hours(columns, &row.hours.answer))
}

/// What a public holiday does to every column: `alt er lukket`, or
/// `fejlmelding og generelle spørgsmål kl. 10–14, abonnement og regning lukket`.
pub fn holiday_hours(columns: &[Column], hours: &[Vec<Hours>]) -> String {
    if hours.iter().all(Vec::is_empty) {
        return "alt er lukket".to_owned();
    }
    let mut alike: Vec<(Vec<String>, &[Hours])> = Vec::new();
    for (column, hours) in columns.iter().zip(hours) {
        let mut name = within_sentence(column.channel).to_owned();
        if !column.agreements.is_empty() {
            name = format!("{name} ({})", column.agreements.join(", "));
        }
        match alike.iter_mut().find(|(_, same)| *same == hours.as_slice()) {
            Some((names, _)) => names.push(name),
            None => alike.push((vec![name], hours)),
        }
    }
    let parts = alike.iter().map(|(names, hours)| {
        let clock = if hours.is_empty() { "" } else { "kl. " };
        format!("{} {clock}{}", list(names), day_hours(hours))
    });
    set(&parts.collect::<Vec<_>>().join(", "))
}
