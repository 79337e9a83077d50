//! State of the widget, the messages that change it, and the effects that follow. No browser and no rendering.

mod address_book;
mod attributes;
mod by_identity;
mod effect;
mod feed;
mod lazy_status;
mod msg;
mod request_schedule;
mod state;
mod update;

pub use address_book::{AddressBook, Persistence};
pub use attributes::{Appearance, Attributes, RawAttributes, View, attribute_problem};
pub use by_identity::ByIdentity;
pub use effect::Effect;
pub use feed::Feed;
pub use lazy_status::LazyStatus;
pub use msg::{AnnouncementList, CopyTarget, Msg, ShareMethod};
pub use request_schedule::{MAX_AGE, Occasion, RequestSchedule};
pub use state::{FIRST_ANNOUNCEMENTS, MORE_ANNOUNCEMENTS, State};
pub use update::update;
