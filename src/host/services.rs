//! Table of the functions of the second wasm file that are not views.

use std::rc::Rc;

use super::mounted_page::MountedPage;
use super::{feed, lazy_effects, storage};
use crate::app::{Effect, Occasion, RawAttributes};

/// The functions that the first wasm file calls in the second; each is documented where it is defined.
#[derive(Debug)]
pub struct LazyServices {
    pub follow: fn(&Rc<MountedPage>, &RawAttributes),
    pub unfollow: fn(&Rc<MountedPage>),
    pub renew: fn(Occasion),
    pub stored_elsewhere: fn(Option<&str>),
    pub run: fn(&Rc<MountedPage>, Effect),
}

/// All of them.
pub static SERVICES: LazyServices = LazyServices {
    follow,
    unfollow,
    renew: feed::renew,
    stored_elsewhere: storage::changed_elsewhere,
    run: lazy_effects::run,
};

/// Keeps the page up to date with the files that the attributes name, and with the stored addresses.
fn follow(page: &Rc<MountedPage>, attributes: &RawAttributes) {
    feed::follow(page, attributes);
    storage::follow(page);
}

fn unfollow(page: &Rc<MountedPage>) {
    feed::unfollow(page);
    storage::unfollow(page);
}
