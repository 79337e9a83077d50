//! When is something open, and when have so many open hours passed?
//!
//! ```
//! use serviceaftale_core::calendar::{HolidayHours, WeeklySchedule, WorkingCalendar};
//! use serviceaftale_core::time::{Hours, DayTime, Timestamp};
//! let time = |text| DayTime::read(text).unwrap();
//! let eight_to_four = vec![Hours::new(time("08:00"), time("16:00")).unwrap()];
//! let weekdays = WeeklySchedule::new(std::array::from_fn(|day| {
//!     if day < 5 { eight_to_four.clone() } else { Vec::new() }
//! }));
//! let clock = WorkingCalendar::new("weekdays 8-16", weekdays)
//!     .on_public_holidays(HolidayHours::Closed, HolidayHours::Closed);
//! // Over Easter: the Wednesday before it counts 50 minutes, the Tuesday after it the rest.
//! let report = Timestamp::from_rfc3339("2026-04-01T15:10+02:00").unwrap();
//! let deadline = clock.deadline(report, 8 * 3600).unwrap();
//! assert_eq!(deadline.at, Timestamp::from_rfc3339("2026-04-07T15:10+02:00").unwrap());
//! ```

mod deadline;
mod periods;
mod public_holidays;
mod weekly_schedule;
mod working_calendar;
mod working_days;

pub use deadline::{Deadline, Span, SpanKind};
pub use periods::Periods;
pub use public_holidays::{ClosedDay, DateRule, PublicHoliday, easter_sunday, public_holiday, public_holidays};
pub use weekly_schedule::WeeklySchedule;
pub use working_calendar::{CalendarError, DayKind, Exception, HolidayHours, SpecialDay, WorkingCalendar};
pub use working_days::WorkingDays;
