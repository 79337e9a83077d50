//! What is known of announced work?

use std::rc::Rc;

use serviceaftale_core::notices::Notices;
use serviceaftale_core::time::Timestamp;

/// The announcements, as far as they could be fetched.
#[derive(Clone, Debug, Default)]
pub struct Feed {
    /// The last that could be read, and when they were fetched.
    pub read: Option<(Rc<Notices>, Timestamp)>,
    /// Whether they could not be fetched since.
    pub failed: bool,
}

/// The same announcements, told of the same.
impl PartialEq for Feed {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.read, &other.read) {
            (Some((notices, at)), Some((others, other_at))) => Rc::ptr_eq(notices, others) && at == other_at,
            (None, None) => true,
            _ => false,
        };
        same && self.failed == other.failed
    }
}
