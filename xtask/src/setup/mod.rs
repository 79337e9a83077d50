//! Installation of the programs and packages that the commands need.

pub mod browser;
pub mod debian;
pub mod nginx;
pub mod npm;
pub mod python;
pub mod rust;
