//! Instants, civil times and the conversion between them in Danish time.

pub mod copenhagen;
mod cursor;
pub(crate) mod day_time;
pub(crate) mod interval;
mod timestamp;

pub use day_time::{DayTime, Hours, ParseHoursError};
pub use interval::{Interval, merge, subtract};
pub use timestamp::{Timestamp, WrittenTime, read_date, read_day_of_year};
