//! A shared value that is compared by identity.

use std::ops::Deref;
use std::rc::Rc;

/// A shared value that equals another only when both are the same allocation. Comparing the values themselves would
/// take longer than rendering them again.
#[derive(Debug, Default)]
pub struct ByIdentity<T>(Rc<T>);

impl<T> ByIdentity<T> {
    /// The shared value itself.
    pub const fn shared(&self) -> &Rc<T> {
        &self.0
    }
}

impl<T> From<Rc<T>> for ByIdentity<T> {
    fn from(shared: Rc<T>) -> Self {
        Self(shared)
    }
}

impl<T> Clone for ByIdentity<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Deref for ByIdentity<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> PartialEq for ByIdentity<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
