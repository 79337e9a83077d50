//! What must a machine have before a command can run, and how does it get there?

pub mod browser;
pub mod debian;
pub mod nginx;
pub mod npm;
pub mod python;
pub mod rust;
