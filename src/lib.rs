//! The widget: what is shown of the core's answers, and all that touches the browser.
//!
//! `ui` draws and knows no browser; `host` holds the clock, timers, attributes and events.

pub mod host;
pub mod ui;
