//! Which times of a report does the page offer to try?

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::calendar::{PublicHoliday, public_holiday};
use crate::time::{DayTime, Timestamp, copenhagen};

/// A time that shows what an agreement is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// An evening, at 22:00.
    Evening,
    /// A Saturday, at 11:00.
    Saturday,
    /// A public holiday by law, at 15:00.
    Holiday(PublicHoliday),
}

/// Further ahead than any public holiday is.
const MOST_DAYS: u64 = 400;

/// The preset that a day is good for.
type Kind = fn(NaiveDate) -> Option<Preset>;

/// Each with the first such moment after `now`, in this order.
pub fn presets(now: Timestamp) -> Vec<(Preset, Timestamp)> {
    let kinds: [(i32, Kind); 3] =
        [(22, |_| Some(Preset::Evening)), (11, saturday), (15, |date| public_holiday(date).map(Preset::Holiday))];
    kinds.into_iter().filter_map(|(hour, kind)| next(hour, kind, now)).collect()
}

fn next(hour: i32, kind: Kind, now: Timestamp) -> Option<(Preset, Timestamp)> {
    let (today, time) = (copenhagen::date(now), DayTime::from_seconds(hour * 3600)?);
    (0..MOST_DAYS).find_map(|days| {
        let date = today.checked_add_days(Days::new(days))?;
        let at = copenhagen::from_local(date, time);
        Some((kind(date)?, at)).filter(|_| at > now)
    })
}

fn saturday(date: NaiveDate) -> Option<Preset> {
    (date.weekday() == Weekday::Sat).then_some(Preset::Saturday)
}
