//! Announcements of work on the network, and special hours.

mod area;
mod file;
#[cfg(feature = "schema")]
mod file_schema;
mod parser;
mod safe_link;
mod special_hours;

pub use area::{AreaMatch, PlaceQuery};
pub use file::NoticesFile;
pub use safe_link::{LinkKind, ParseSafeLinkError, SafeLink};
pub use special_hours::{HoursKind, SpecialHours};

use std::rc::Rc;

use crate::Text;
use crate::time::Timestamp;

/// The contents of a notices file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    /// Work on the network, ordered by start.
    pub announcements: Vec<Rc<Announcement>>,
    /// Ordered by date.
    pub special_hours: Vec<SpecialHours>,
    /// When the file was last changed, if it says so.
    pub last_changed: Option<Timestamp>,
}

impl Notices {
    /// Whether the file has special hours, or a time of its last change by which it withdraws earlier ones.
    pub const fn specifies_hours(&self) -> bool {
        !self.special_hours.is_empty() || self.last_changed.is_some()
    }
}

/// Announced work, or an outage. All texts are sanitized.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    pub id: String,
    pub kind: WorkKind,
    pub status: WorkStatus,
    /// A description of the work or the fault.
    pub what: Text,
    pub start: Timestamp,
    /// The expected end, if announced; after the start.
    pub end: Option<Timestamp>,
    /// The expected downtime in minutes, if announced.
    pub downtime_minutes: Option<i64>,
    /// The places it affects, by name. Without `areas` and `postcodes` it affects all places.
    pub areas: Vec<Area>,
    /// The places it affects, by postcode.
    pub postcodes: Vec<String>,
    /// The ids of the agreements it affects; empty if it affects all.
    pub agreements: Vec<String>,
    /// When it was first announced.
    pub published_at: Timestamp,
    /// The last change of its time, if any.
    pub moved: Option<Moved>,
    /// Later updates, latest first.
    pub updates: Vec<Update>,
    /// A page, phone number or e-mail address for more information.
    pub link: Option<SafeLink>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkKind {
    /// Planned work in a maintenance window.
    ServiceWindow,
    /// Work that cannot wait for a maintenance window.
    EmergencyWork,
    /// A fault rather than work.
    Outage,
    /// A kind that this version does not know.
    Other,
}

/// The status of announced work, as given by the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkStatus {
    Planned,
    /// Planned for another time than first announced.
    Moved,
    Cancelled,
    UnderWay,
    Done,
}

/// A place, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub name: String,
    /// The name, folded for searching.
    folded: String,
}

/// A change of the time of announced work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The earlier start.
    pub from: Timestamp,
    /// When the change was announced.
    pub at: Timestamp,
}

/// An update on announced work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    pub at: Timestamp,
    pub text: Text,
}

impl Announcement {
    /// The latest time at which it was announced, moved or updated.
    pub fn changed_at(&self) -> Timestamp {
        let moved = self.moved.map_or(self.published_at, |moved| moved.at);
        let updated = self.updates.first().map_or(self.published_at, |update| update.at);
        self.published_at.max(moved).max(updated)
    }

    /// When notice of its current time was given; `None` if it was moved and the file does not say when.
    pub fn notified_at(&self) -> Option<Timestamp> {
        match (self.moved, self.status) {
            (Some(moved), _) => Some(moved.at),
            (None, WorkStatus::Moved) => None,
            (None, _) => Some(self.published_at),
        }
    }

    /// Whether it affects customers with that agreement, given by its id.
    pub fn affects(&self, agreement: &str) -> bool {
        self.agreements.is_empty() || self.agreements.iter().any(|id| id == agreement)
    }
}
