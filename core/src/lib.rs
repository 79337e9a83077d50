//! What is true of AURA's service agreements at a given time.
//!
//! No browser, no clock, no input or output: `now` is always an argument.

pub mod addresses;
pub mod agreement;
pub mod answer;
pub mod calendar;
pub mod data;
pub mod ics;
pub mod maintenance;
pub mod notices;
mod text;
pub mod wording;

pub use text::Text;
