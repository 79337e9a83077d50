//! State of the feed of announcements.

use serviceaftale_core::notices::Notices;
use serviceaftale_core::time::Timestamp;

use super::ByIdentity;

/// The announcements that were fetched last, and whether they could be renewed since.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feed {
    /// The last announcements that could be read, and the instant at which they were fetched.
    pub latest: Option<(ByIdentity<Notices>, Timestamp)>,
    /// Whether the last attempt to fetch them failed.
    pub failed: bool,
}

impl Feed {
    /// The last announcements that could be read.
    pub fn notices(&self) -> Option<&Notices> {
        self.latest.as_ref().map(|(notices, _)| &**notices)
    }
}
