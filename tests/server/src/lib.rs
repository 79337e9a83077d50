//! What does a visitor's browser get from a server that is set up as deploy/ says?
//!
//! [`Nginx`] runs Debian's nginx with the two files of deploy/ in front of a release; [`Answer`] is what it says, to the
//! byte. `cargo xtask test` sets `AURA_DIST`; a test of another package may start the same server for its browser.

mod answer;
mod nginx;
mod release;

pub use answer::Answer;
pub use nginx::Nginx;
pub use release::Release;
