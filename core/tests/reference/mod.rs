//! Reference implementation of calendars that counts minute by minute.
//!
//! It shares only types with the calendars that are tested, so that no error can be in both: it has its own rules for
//! clock changes and public holidays, and an array with one entry per minute.

pub mod account;
pub mod clock;
pub mod holidays;
pub mod minutes;
pub mod plan;
pub mod random;
