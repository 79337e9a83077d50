//! The two kinds of data files.

use crate::app::{MAX_AGE, RequestSchedule};

/// What a data file contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Agreements,
    Notices,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Agreements, Self::Notices];

    /// The name of the attribute, and of the file in events.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreements => "agreements",
            Self::Notices => "notices",
        }
    }

    /// The values of the attribute, for messages.
    pub const fn expected(self) -> &'static str {
        match self {
            Self::Agreements => "a URL",
            Self::Notices => "a URL | none",
        }
    }

    /// The largest file that is read. For notices, 500 announcements with two thousand bytes each.
    pub const fn max_bytes(self) -> usize {
        match self {
            Self::Agreements => 5_000_000,
            Self::Notices => 1_000_000,
        }
    }

    /// Announcements are requested again; agreements are what the page began with.
    pub const fn schedule(self) -> RequestSchedule {
        RequestSchedule::new(match self {
            Self::Agreements => None,
            Self::Notices => Some(MAX_AGE),
        })
    }
}
