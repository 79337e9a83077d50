//! Which hours does this week have, and what do the coming public holidays do to them?

use chrono::{Datelike, Days, NaiveDate};

use super::WithAlternatives;
use crate::agreement::{Agreement, Catalogue, Channel};
use crate::calendar::{DayKind, SpecialDay};
use crate::time::Hours;

/// How many public holidays are listed.
const HOLIDAYS: usize = 4;

/// The week's opening hours and the coming public holidays.
#[derive(Clone, Debug, PartialEq)]
pub struct OpeningHours {
    /// The date of the question.
    pub today: NaiveDate,
    /// What the hours are of.
    pub columns: Vec<Column>,
    /// Monday to Sunday of the current week.
    pub days: Vec<DayRow>,
    /// The next public holidays after today.
    pub holidays: Vec<HolidayRow>,
}

/// What a column of hours is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The channel.
    pub channel: Channel,
    /// The agreements whose hours these are, by name; empty when they are those of all shown.
    pub agreements: Vec<String>,
}

/// A day of the week.
#[derive(Clone, Debug, PartialEq)]
pub struct DayRow {
    /// The date.
    pub date: NaiveDate,
    /// Whether it is today.
    pub is_today: bool,
    /// The public holiday that it is.
    pub special_day: Option<SpecialDay>,
    /// One a column.
    pub hours: Vec<HoursOfDay>,
}

/// The hours of one channel on one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursOfDay {
    /// Those of its weekday.
    pub usual: Vec<Hours>,
    /// Those that hold.
    pub actual: Vec<Hours>,
    /// What makes them differ.
    pub kind: DayKind,
}

impl HoursOfDay {
    /// Whether they are other than usual.
    pub fn differ(&self) -> bool {
        self.usual != self.actual
    }
}

/// A coming public holiday.
#[derive(Clone, Debug, PartialEq)]
pub struct HolidayRow {
    /// The date.
    pub date: NaiveDate,
    /// Which one it is.
    pub special_day: SpecialDay,
    /// The hours that hold, one list a column, and what other readings make of them.
    pub hours: WithAlternatives<Vec<Vec<Hours>>>,
}

impl OpeningHours {
    pub(super) fn compute(catalogue: &Catalogue, shown: &[&Agreement], today: NaiveDate) -> Self {
        let columns = columns(catalogue, shown);
        let monday = today - Days::new(today.weekday().num_days_from_monday().into());
        let days = monday.iter_days().take(7).map(|date| DayRow {
            date,
            is_today: date == today,
            special_day: special_day(shown, date),
            hours: columns.iter().map(|column| hours_of_day(column.agreement, column.channel, date)).collect(),
        });
        Self {
            today,
            days: days.collect(),
            holidays: holidays(catalogue, shown, &columns, today),
            columns: columns.iter().map(|column| column.named(shown.len())).collect(),
        }
    }
}

/// A column in the making: an agreement that stands for all with the same hours.
struct Shared<'a> {
    channel: Channel,
    agreement: &'a Agreement,
    names: Vec<String>,
}

impl Shared<'_> {
    fn named(&self, shown: usize) -> Column {
        let agreements = if self.names.len() == shown { Vec::new() } else { self.names.clone() };
        Column { channel: self.channel, agreements }
    }
}

/// One column a channel, or several where agreements differ.
fn columns<'a>(catalogue: &Catalogue, shown: &[&'a Agreement]) -> Vec<Shared<'a>> {
    let mut columns: Vec<Shared<'a>> = Vec::new();
    for channel in Channel::ALL {
        for agreement in shown {
            let same = |column: &&mut Shared<'_>| {
                column.channel == channel && same_hours(catalogue, channel, column.agreement, agreement)
            };
            match columns.iter_mut().find(same) {
                Some(column) => column.names.push(agreement.name.clone()),
                None => columns.push(Shared { channel, agreement, names: vec![agreement.name.clone()] }),
            }
        }
    }
    columns
}

/// Whether both have the same calendar for that channel, in every reading.
fn same_hours(catalogue: &Catalogue, channel: Channel, one: &Agreement, other: &Agreement) -> bool {
    let same_in = |catalogue: &Catalogue| {
        let [one, other] = [one, other].map(|agreement| catalogue.agreement(&agreement.id));
        one.map(|agreement| agreement.hours(channel)) == other.map(|agreement| agreement.hours(channel))
    };
    same_in(catalogue) && catalogue.alternatives.iter().all(|alternative| same_in(&alternative.catalogue))
}

fn hours_of_day(agreement: &Agreement, channel: Channel, date: NaiveDate) -> HoursOfDay {
    let calendar = agreement.hours(channel);
    let (actual, kind) = calendar.hours_on(date);
    HoursOfDay { usual: calendar.weekly().hours_on_date(date).to_vec(), actual: actual.to_vec(), kind }
}

fn special_day(shown: &[&Agreement], date: NaiveDate) -> Option<SpecialDay> {
    shown.first()?.general.special_day(date)
}

fn holidays(catalogue: &Catalogue, shown: &[&Agreement], columns: &[Shared<'_>], today: NaiveDate) -> Vec<HolidayRow> {
    let mut rows = Vec::new();
    // Every year has ten at the least, so the next ones are within a year.
    for days in 1..=366 {
        let date = today + Days::new(days);
        let Some(special_day) = special_day(shown, date) else { continue };
        let ask = |catalogue: &Catalogue| {
            let hours = columns.iter().map(|column| {
                let agreement = catalogue.agreement(&column.agreement.id)?;
                Some(agreement.hours(column.channel).hours_on(date).0.to_vec())
            });
            hours.collect::<Option<Vec<_>>>()
        };
        rows.extend(WithAlternatives::evaluate(catalogue, ask).map(|hours| HolidayRow { date, special_day, hours }));
        if rows.len() == HOLIDAYS {
            break;
        }
    }
    rows
}
