//! Component property that is compared by identity.

use std::rc::Rc;

/// A shared value that equals only itself: comparing its content would take longer than rendering it.
pub struct ByIdentity<T>(pub Rc<T>);

impl<T> PartialEq for ByIdentity<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
