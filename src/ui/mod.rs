//! What is shown: one file a panel, each drawing the part of the answers that it is given.

mod app;
mod coverage;
mod footer;
mod hours;
mod icon;
mod maintenance;
mod picker;
mod readings;
mod response;
mod right_now;
mod state;

pub use app::{App, AppProps, Link};
pub use state::{Attributes, Event, State};
