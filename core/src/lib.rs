//! Domain rules of AURA's service agreements.
//!
//! No browser, no clock and no I/O: `now` is always an argument.

pub mod addresses;
pub mod agreement;
pub mod answers;
pub mod calendar;
pub mod data;
pub mod file_check;
pub mod ics;
pub mod messages;
pub mod notices;
pub mod problem;
pub mod report_input;
mod text;
pub mod time;

pub use text::Text;
