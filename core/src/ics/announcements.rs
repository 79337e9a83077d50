//! What does a calendar say of work that AURA has announced?

use super::Status;
use crate::agreement::Catalogue;
use crate::messages::{Language, calendars};
use crate::notices::{self, WorkStatus};
use crate::time::Timestamp;

/// Work that AURA has announced, in the words of one language. The text may be anybody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnouncementEvent {
    /// What it is called for good, also when it is moved or cancelled.
    pub uid: String,
    /// In a few words.
    pub summary: String,
    /// In full.
    pub description: String,
    /// When it begins.
    pub start: Timestamp,
    /// When it ends, if that is known.
    pub end: Option<Timestamp>,
    /// Whether it takes place.
    pub status: Status,
    /// A number that grows with every change.
    pub sequence: u32,
    /// When it was changed last, or announced.
    pub last_modified: Timestamp,
    /// Where more is said, as `https://…`; anything else is left out.
    pub url: Option<String>,
}

impl AnnouncementEvent {
    /// A notice as a calendar has it; the catalogue tells how the agreements are called that it names.
    pub fn new(notice: &notices::Announcement, catalogue: &Catalogue, language: Language) -> Self {
        let last_modified = notice.changed_at();
        Self {
            uid: notice.id.clone(),
            summary: calendars::work(language, notice),
            description: calendars::about_work(language, notice, catalogue),
            start: notice.start,
            end: notice.end,
            status: if notice.status == WorkStatus::Cancelled { Status::Cancelled } else { Status::Confirmed },
            sequence: sequence(last_modified, notice.status),
            last_modified,
            url: notice.link.as_ref().map(|link| link.as_str().to_owned()),
        }
    }
}

/// The minute of the last change; and where only the status changes, that comes to one more.
fn sequence(changed: Timestamp, status: WorkStatus) -> u32 {
    let steps = match status {
        WorkStatus::Planned => 0,
        WorkStatus::Moved => 1,
        WorkStatus::UnderWay => 2,
        WorkStatus::Done => 3,
        WorkStatus::Cancelled => 4,
    };
    u32::try_from(changed.unix_seconds() / 60 + steps).unwrap_or(0)
}
