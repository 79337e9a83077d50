//! In which words does a person read an answer?
//!
//! Every sentence, date, time and duration that is shown is made here, and nowhere else.

pub mod danish;
mod typography;

pub use typography::set;
