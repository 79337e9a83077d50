//! What has been announced: work on the network, and hours that differ once?

mod area;
mod formats;
mod reader;
mod safe_link;
mod schema;
mod special_hours;

pub use area::{AreaMatch, Place};
pub use reader::NoticesReader;
pub use safe_link::{LinkKind, SafeLink};
pub use schema::FIELDS;
pub use special_hours::{HoursOf, SpecialHours};

use std::rc::Rc;

use crate::Text;
use crate::time::Timestamp;

/// What a notices file announces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    /// Work on the network, in the order in which it begins.
    pub announcements: Vec<Rc<Announcement>>,
    /// Hours that differ on one date, in the order of their dates.
    pub special_hours: Vec<SpecialHours>,
    /// When somebody last changed the file, if it tells.
    pub last_changed: Option<Timestamp>,
}

impl Notices {
    /// Whether they tell of hours that differ once, or that there are none any more.
    pub const fn tell_of_hours(&self) -> bool {
        !self.special_hours.is_empty() || self.last_changed.is_some()
    }
}

/// Announced work, or an outage. All texts are single lines that can only be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// What the file calls it.
    pub id: String,
    /// Of which kind it is.
    pub kind: WorkKind,
    /// How far it has come, as the file says.
    pub status: WorkStatus,
    /// What is done, or what is wrong.
    pub what: Text,
    /// When it begins.
    pub start: Timestamp,
    /// When it is expected to end, if that has been announced; after the start.
    pub end: Option<Timestamp>,
    /// How long the line is expected to be down, in minutes; none where that is not announced.
    pub downtime_minutes: Option<i64>,
    /// The places it affects. Without any, and without postcodes, it affects all.
    pub areas: Vec<Area>,
    /// Their postcodes.
    pub postcodes: Vec<String>,
    /// The ids of the agreements it affects; all of them when it names none.
    pub agreements: Vec<String>,
    /// When it was announced first.
    pub published_at: Timestamp,
    /// When it was moved last, and from when.
    pub moved: Option<Moved>,
    /// What was told since, the latest first.
    pub updates: Vec<Update>,
    /// Where there is more to know.
    pub link: Option<SafeLink>,
}

/// Of which kind announced work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkKind {
    /// Planned work in a maintenance window.
    ServiceWindow,
    /// Work that cannot wait for one.
    EmergencyWork,
    /// No work, but something is down.
    Outage,
    /// None of those that are known here.
    Other,
}

/// How far announced work has come, as its announcement says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkStatus {
    /// It will take place.
    Planned,
    /// It will, at another time than was said at first.
    Moved,
    /// It will not.
    Cancelled,
    /// It has begun.
    UnderWay,
    /// It is over.
    Done,
}

/// A place that work affects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its name.
    pub name: String,
    /// The name as it is searched for.
    pub(crate) searched: String,
}

/// A change of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// When it should have begun.
    pub from: Timestamp,
    /// When the change was announced.
    pub at: Timestamp,
}

/// What was told of work after it was announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// When.
    pub at: Timestamp,
    /// What.
    pub text: Text,
}

impl Announcement {
    /// When it was last changed.
    pub fn changed_at(&self) -> Timestamp {
        let moved = self.moved.map_or(self.published_at, |moved| moved.at);
        let told = self.updates.first().map_or(self.published_at, |update| update.at);
        self.published_at.max(moved).max(told)
    }

    /// When notice of its time was given; none where it was moved and nothing says when.
    pub fn notified_at(&self) -> Option<Timestamp> {
        match (self.moved, self.status) {
            (Some(moved), _) => Some(moved.at),
            (None, WorkStatus::Moved) => None,
            (None, _) => Some(self.published_at),
        }
    }

    /// Whether it affects customers of that agreement.
    pub fn affects(&self, agreement: &str) -> bool {
        self.agreements.is_empty() || self.agreements.iter().any(|id| id == agreement)
    }
}
