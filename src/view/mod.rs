//! Rendering of the state: one file a panel.

mod app;
mod draw;
mod icon;
mod interpretations;
mod lazy;
mod picker;
mod response;
mod right_now;

pub use app::{App, AppProps};
pub use lazy::{DETAILS, Detailed, Details};

use draw::Draw;
use icon::Icon;
