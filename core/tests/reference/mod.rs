//! A slow calendar to measure the real one by: it steps through time minute by minute.
//!
//! It takes nothing from the calendar but the words to describe one, so that no mistake can be in both:
//! clock changes come from the EU's rule, holidays from a rule of their own, and whatever is asked is read
//! off an array with one entry for each minute.

pub mod account;
pub mod clock;
pub mod holidays;
pub mod minutes;
pub mod plan;
pub mod random;
