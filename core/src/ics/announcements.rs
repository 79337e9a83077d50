//! Calendar events of announced work.

use super::EventStatus;
use crate::agreement::Catalogue;
use crate::messages::{Language, calendars};
use crate::notices::{self, WorkStatus};
use crate::time::Timestamp;

/// Announced work in one language. The texts are untrusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnouncementEvent {
    /// Stays the same when the work is moved or cancelled.
    pub uid: String,
    pub summary: String,
    pub description: String,
    pub start: Timestamp,
    pub end: Option<Timestamp>,
    pub status: EventStatus,
    /// Grows with every change.
    pub sequence: u32,
    pub last_modified: Timestamp,
    /// A page with more information. Anything but an `https` URL is left out of the calendar.
    pub url: Option<String>,
}

impl AnnouncementEvent {
    /// The event of an announcement. The catalogue has the names of the agreements.
    pub fn new(announcement: &notices::Announcement, catalogue: &Catalogue, language: Language) -> Self {
        let last_modified = announcement.changed_at();
        Self {
            uid: announcement.id.clone(),
            summary: calendars::work(language, announcement),
            description: calendars::about_work(language, announcement, catalogue),
            start: announcement.start,
            end: announcement.end,
            status: if announcement.status == WorkStatus::Cancelled {
                EventStatus::Cancelled
            } else {
                EventStatus::Confirmed
            },
            sequence: sequence(last_modified, announcement.status),
            last_modified,
            url: announcement.link.as_ref().map(|link| link.as_str().to_owned()),
        }
    }
}

/// The minute of the last change in Unix time, plus a step for the status: a file may change the status alone.
fn sequence(last_modified: Timestamp, status: WorkStatus) -> u32 {
    let step = match status {
        WorkStatus::Planned => 0,
        WorkStatus::Moved => 1,
        WorkStatus::UnderWay => 2,
        WorkStatus::Done => 3,
        WorkStatus::Cancelled => 4,
    };
    u32::try_from(last_modified.unix_seconds() / 60 + step).unwrap_or(0)
}
