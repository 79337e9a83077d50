//! Suggested report times.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::calendar::{PublicHoliday, public_holiday};
use crate::time::{DayTime, Timestamp, copenhagen};

/// A kind of time at which the agreements differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// An evening, at 22:00.
    Evening,
    /// A Saturday, at 11:00.
    Saturday,
    /// A public holiday by law, at 15:00.
    Holiday(PublicHoliday),
}

/// More days than any public holiday is ahead.
const MAX_DAYS: u64 = 400;

/// Returns the preset of a date, if it has one.
type PresetOn = fn(NaiveDate) -> Option<Preset>;

/// Each preset with its first time after `now`, in a fixed order.
pub fn presets(now: Timestamp) -> Vec<(Preset, Timestamp)> {
    let kinds: [(i32, PresetOn); 3] =
        [(22, |_| Some(Preset::Evening)), (11, saturday), (15, |date| public_holiday(date).map(Preset::Holiday))];
    kinds.into_iter().filter_map(|(hour, preset_on)| next(hour, preset_on, now)).collect()
}

fn next(hour: i32, preset_on: PresetOn, now: Timestamp) -> Option<(Preset, Timestamp)> {
    let (today, time) = (copenhagen::date(now), DayTime::from_seconds(hour * 3600)?);
    (0..MAX_DAYS).find_map(|days| {
        let date = today.checked_add_days(Days::new(days))?;
        let at = copenhagen::from_local(date, time);
        Some((preset_on(date)?, at)).filter(|_| at > now)
    })
}

fn saturday(date: NaiveDate) -> Option<Preset> {
    (date.weekday() == Weekday::Sat).then_some(Preset::Saturday)
}
