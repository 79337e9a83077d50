//! Serialization of dates as numbers of days, for `#[serde(with = "date_as_days")]`. chrono's own writes them as text.

use chrono::{Datelike, NaiveDate};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Serializes the number of days since the day before 1 January of year 1.
pub fn serialize<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    date.num_days_from_ce().serialize(serializer)
}

/// Deserializes what [`serialize`] wrote.
///
/// # Errors
/// If the number is beyond the dates of chrono.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let days = i32::deserialize(deserializer)?;
    NaiveDate::from_num_days_from_ce_opt(days).ok_or_else(|| D::Error::custom("no such date"))
}
