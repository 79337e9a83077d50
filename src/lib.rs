//! The widget: a yew app over the answers of `serviceaftale-core`, and the code that connects it to the browser.
//!
//! [`app`] holds the state and its transitions, [`view`] renders it, [`host`] talks to the browser.

pub mod app;
pub mod host;
pub mod view;
