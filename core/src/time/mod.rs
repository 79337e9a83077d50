//! Timestamps, civil dates and times, and the conversion between them in Danish time.
//!
//! A [`Timestamp`] is an instant in UTC. A `NaiveDate` with a [`DayTime`] is what a clock on a wall shows;
//! [`copenhagen`] is the only place that converts between the two. Text is parsed with [`FromStr`](std::str::FromStr):
//!
//! ```
//! use serviceaftale_core::time::{DayTime, Hours, Timestamp, copenhagen};
//!
//! let reported: Timestamp = "2026-04-03T15:00+02:00".parse().unwrap();
//! let opening: Hours = "08:00-16:00".parse().unwrap();
//! let closes = copenhagen::from_local(copenhagen::date(reported), opening.to());
//! assert_eq!(opening.to(), "16:00".parse::<DayTime>().unwrap());
//! assert_eq!(closes.seconds_since(reported), 3600);
//! ```

mod civil_day;
pub mod copenhagen;
mod cursor;
mod date;
pub(crate) mod date_as_days;
pub(crate) mod day_time;
mod hours;
pub(crate) mod interval;
mod timestamp;

pub(crate) use civil_day::CivilDay;
pub use date::{MonthDay, ParseDateError, parse_iso_date};
pub use day_time::{DayTime, ParseDayTimeError};
pub use hours::{Hours, ParseHoursError};
pub use interval::{Interval, merge, subtract};
pub use timestamp::{ParseTimestampError, Timestamp, TimestampOrLocal};
