//! Test harness: the release behind nginx with the configuration in deploy/.
//!
//! [`Nginx`] runs Debian's nginx with the two files in deploy/ in front of a release. [`Response`] is an unprocessed
//! HTTP response. `cargo xtask test` sets `AURA_DIST`. The browser tests use this crate too.

mod nginx;
mod release;
mod response;

pub use nginx::Nginx;
pub use release::Release;
pub use response::Response;
