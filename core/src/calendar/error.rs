//! Error of a calendar search that found no answer.

use std::fmt;

use super::WorkingCalendar;

/// Error of a search that reached the end of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarError {
    /// The calendar has no opening ahead, or too little open time.
    NeverOpens {
        /// The id of the calendar.
        calendar: String,
    },
    /// The answer is after 2099. Neither clock changes nor public holidays are known from then on.
    BeyondRange {
        /// The id of the calendar.
        calendar: String,
    },
}

impl WorkingCalendar {
    /// The error of a search that reached the end of the calendar.
    pub(super) fn no_answer(&self) -> CalendarError {
        let calendar = self.id().to_owned();
        if self.has_recurring_openings() {
            CalendarError::BeyondRange { calendar }
        } else {
            CalendarError::NeverOpens { calendar }
        }
    }
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NeverOpens { calendar } => write!(f, "calendar \"{calendar}\" has no opening ahead"),
            Self::BeyondRange { calendar } => {
                write!(f, "calendar \"{calendar}\": the answer lies after 2099")
            }
        }
    }
}

impl std::error::Error for CalendarError {}
