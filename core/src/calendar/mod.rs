//! Working calendars: opening hours in Danish time with public holidays, closed days and exceptions.
//!
//! A [`WeeklySchedule`] has the hours of an ordinary week. A [`WorkingCalendar`] adds the dates that differ, and
//! computes whether it [is open](WorkingCalendar::is_open), its [next change](WorkingCalendar::next_change), its
//! [open periods](WorkingCalendar::periods), [deadlines](WorkingCalendar::deadline) and the
//! [working time](WorkingCalendar::working_between) between two timestamps. Every search ends with 2099.
//!
//! [`WorkingDays`] are the days in which notice periods are counted.

mod day_kind;
mod deadline;
mod error;
mod periods;
mod public_holidays;
mod span;
mod stretches;
mod weekly_schedule;
mod working_calendar;
mod working_days;

pub use day_kind::{DayKind, SpecialDay};
pub use deadline::Deadline;
pub use error::CalendarError;
pub use periods::Periods;
pub use public_holidays::{ClosedDay, DateRule, PublicHoliday, easter_sunday, public_holiday, public_holidays};
pub use span::{Span, SpanKind};
pub use weekly_schedule::WeeklySchedule;
pub use working_calendar::{Exception, HolidayHours, WorkingCalendar};
pub use working_days::WorkingDays;
