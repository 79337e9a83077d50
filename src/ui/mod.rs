//! What is shown: one file a panel, each drawing the part of the answers that it is given.
//!
//! The page is one component. Its panels are plain functions: as components of their own they cost the
//! download 2 KB each, and a page of answers is redrawn as a whole once a minute at most.

mod app;
mod attributes;
mod details;
mod draw;
mod event;
mod feed;
mod icon;
mod picker;
mod readings;
mod remembered;
mod response;
mod right_now;
mod state;

pub use app::{App, AppProps, Link};
pub use attributes::{Appearance, Attributes, View};
pub use details::{DETAILS, Detailed, Details};
pub use event::{Copied, Event, Way};
pub use feed::Feed;
pub use remembered::{Kept, Remembered};
pub use state::State;

use draw::Draw;
use icon::Icon;
