//! Test harness: the widget in real browsers, controlled by WebDriver.
//!
//! A test combines a [`Site`] (the built release, served on a free port of 127.0.0.1), a [`Session`] (time zone, time
//! limit) and an async task. The task runs once in each [`Engine`]. It gets a [`Page`], a page object that reads the
//! page by data attributes and roles, and acts with mouse and keyboard only.
//!
//! ```no_run
//! use browser_tests::{Outcome, Site, Session};
//!
//! fn basis_on_good_friday() -> Outcome {
//!     Session::new(Site::release()?).in_time_zone("Pacific/Kiritimati").run(async |page| {
//!         page.open("/?reported=2026-04-03T15:00").await?;
//!         assert_eq!(page.answer("basis", "remote").await?, "2026-04-07T11:00:00+02:00");
//!         Ok(())
//!     })
//! }
//! ```

mod actions;
mod axe;
mod browser;
mod clock;
mod driver;
mod engine;
mod failure;
mod keyboard;
mod page;
pub mod readme;
mod recorder;
mod session;
mod site;
mod snapshot;

pub use actions::{Action, Role};
pub use axe::Axe;
pub use browser::ColorScheme;
pub use clock::{Clock, WakeEvent};
pub use engine::Engine;
pub use failure::{Failure, Outcome};
pub use fantoccini::key::Key;
pub use keyboard::FocusedElement;
pub use page::Page;
pub use recorder::{ElementEvent, Record, Recording};
pub use session::Session;
pub use site::{Host, ResponseOverride, Site};
pub use snapshot::{Channel, PageSnapshot, Window};
