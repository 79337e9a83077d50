//! How are opening hours told in Danish?

use super::{day_hours, list, sentence, short_channel};
use crate::agreement::Channel;
use crate::answer::Column;
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

/// What a public holiday does to every column: `Alt er lukket`, or
/// `Fejlmelding og generelle spørgsmål kl. 10–14, abonnement og regning lukket`.
pub fn holiday_hours(columns: &[Column], hours: &[Vec<Hours>]) -> String {
    if hours.iter().all(Vec::is_empty) {
        return "Alt er lukket".to_owned();
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
    set(&sentence(&parts.collect::<Vec<_>>().join(", ")))
}
