//! Rendering of the state with `html!`: one file a panel.

mod app;
mod context;
mod elements;
mod icon;
mod interpretation_marks;
mod lazy;
mod picker;
mod response;
mod right_now;

pub use app::{App, AppProps};
pub use context::{LazyPanels, ViewContext};
pub use lazy::PANELS;

use icon::Icon;
