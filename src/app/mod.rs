//! State of the widget, what can happen to it, and what follows. No browser and no rendering.

mod address_book;
mod attributes;
mod feed;
mod msg;
mod state;

pub use address_book::{AddressBook, Persistence};
pub use attributes::{Appearance, Attributes, View};
pub use feed::Feed;
pub use msg::{Copied, Listed, Msg, ShareMethod};
pub use state::{FIRST_ANNOUNCEMENTS, MORE_ANNOUNCEMENTS, State};
