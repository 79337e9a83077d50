//! View model of the opening hours: the current week and the next public holidays.

use chrono::{Datelike, Days, NaiveDate};

use super::WithAlternatives;
use crate::agreement::{Agreement, Catalogue, Channel};
use crate::calendar::{DayKind, SpecialDay};
use crate::time::Hours;

/// The number of listed public holidays.
const HOLIDAY_COUNT: usize = 4;

/// The opening hours of the current week and of the next public holidays.
#[derive(Clone, Debug, PartialEq)]
pub struct OpeningHours {
    pub today: NaiveDate,
    pub columns: Vec<HoursColumn>,
    /// Monday to Sunday of the current week.
    pub days: Vec<DayRow>,
    /// The next public holidays after today.
    pub holidays: Vec<HolidayRow>,
}

/// A column of the table of hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursColumn {
    pub channel: Channel,
    /// The names of the agreements with these hours; empty where all shown agreements share them.
    pub agreements: Vec<String>,
}

/// A day of the current week.
#[derive(Clone, Debug, PartialEq)]
pub struct DayRow {
    pub date: NaiveDate,
    pub is_today: bool,
    pub special_day: Option<SpecialDay>,
    /// One entry for each column.
    pub hours: Vec<DayHours>,
}

/// The hours of one channel on one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayHours {
    /// The hours of the weekday.
    pub regular: Vec<Hours>,
    /// The hours that apply on the date.
    pub actual: Vec<Hours>,
    /// The reason for a difference between the two.
    pub kind: DayKind,
}

impl DayHours {
    /// Whether the hours of the date differ from those of its weekday.
    pub fn is_changed(&self) -> bool {
        self.regular != self.actual
    }
}

/// One of the next public holidays.
#[derive(Clone, Debug, PartialEq)]
pub struct HolidayRow {
    pub date: NaiveDate,
    pub special_day: SpecialDay,
    /// The hours that apply, one list for each column.
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
            columns: columns.iter().map(|column| column.column(shown.len())).collect(),
        }
    }
}

/// A group of agreements with the same hours for a channel, represented by the first of them.
struct ColumnGroup<'a> {
    channel: Channel,
    agreement: &'a Agreement,
    names: Vec<String>,
}

impl ColumnGroup<'_> {
    fn column(&self, shown: usize) -> HoursColumn {
        let agreements = if self.names.len() == shown { Vec::new() } else { self.names.clone() };
        HoursColumn { channel: self.channel, agreements }
    }
}

/// One group for each channel, or several where the hours of the agreements differ.
fn columns<'a>(catalogue: &Catalogue, shown: &[&'a Agreement]) -> Vec<ColumnGroup<'a>> {
    let mut columns: Vec<ColumnGroup<'a>> = Vec::new();
    for channel in Channel::ALL {
        for agreement in shown {
            let same = |column: &&mut ColumnGroup<'_>| {
                column.channel == channel && same_hours(catalogue, channel, column.agreement, agreement)
            };
            match columns.iter_mut().find(same) {
                Some(column) => column.names.push(agreement.name.clone()),
                None => columns.push(ColumnGroup { channel, agreement, names: vec![agreement.name.clone()] }),
            }
        }
    }
    columns
}

/// Whether both agreements have the same calendar for the channel under every interpretation.
fn same_hours(catalogue: &Catalogue, channel: Channel, one: &Agreement, other: &Agreement) -> bool {
    let same_in = |catalogue: &Catalogue| {
        let [one, other] = [one, other].map(|agreement| catalogue.agreement(&agreement.id));
        one.map(|agreement| agreement.hours(channel)) == other.map(|agreement| agreement.hours(channel))
    };
    same_in(catalogue) && catalogue.alternatives.iter().all(|alternative| same_in(&alternative.catalogue))
}

fn hours_of_day(agreement: &Agreement, channel: Channel, date: NaiveDate) -> DayHours {
    let calendar = agreement.hours(channel);
    let (actual, kind) = calendar.hours_on(date);
    DayHours { regular: calendar.weekly().hours_on_date(date).to_vec(), actual: actual.to_vec(), kind }
}

fn special_day(shown: &[&Agreement], date: NaiveDate) -> Option<SpecialDay> {
    shown.first()?.general.special_day(date)
}

fn holidays(
    catalogue: &Catalogue,
    shown: &[&Agreement],
    columns: &[ColumnGroup<'_>],
    today: NaiveDate,
) -> Vec<HolidayRow> {
    let mut rows = Vec::new();
    // Every year has at least ten public holidays.
    for days in 1..=366 {
        let date = today + Days::new(days);
        let Some(special_day) = special_day(shown, date) else { continue };
        let hours_in = |catalogue: &Catalogue| {
            let hours = columns.iter().map(|column| {
                let agreement = catalogue.agreement(&column.agreement.id)?;
                Some(agreement.hours(column.channel).hours_on(date).0.to_vec())
            });
            hours.collect::<Option<Vec<_>>>()
        };
        rows.extend(WithAlternatives::evaluate(catalogue, hours_in).map(|hours| HolidayRow {
            date,
            special_day,
            hours,
        }));
        if rows.len() == HOLIDAY_COUNT {
            break;
        }
    }
    rows
}
