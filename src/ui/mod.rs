//! What is shown: one file a panel, each drawing the part of the answers that it is given.
//!
//! The panels are plain functions: as components of their own they cost the download 2 KB each. What is large and seldom
//! changes is a part (`details/part.rs`), one component for all of them, and is left alone while the rest is drawn.

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

pub use app::{App, AppProps};
pub use attributes::{Appearance, Attributes, View};
pub use details::{DETAILS, Detailed, Details};
pub use event::{Copied, Event, Listed, Way};
pub use feed::Feed;
pub use remembered::{Kept, Remembered};
pub use state::State;

use draw::Draw;
use icon::Icon;
