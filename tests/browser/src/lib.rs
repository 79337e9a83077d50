//! What does a visitor with a real browser see?
//!
//! A test describes a [`Site`] (the built release, served on a free port of 127.0.0.1), a [`Visit`] to it (the browser's
//! time zone, how long it may take) and a task. The task is run in each [`Engine`] that the run has; it gets a [`Page`],
//! which reads what is shown by data attributes and roles, and acts by mouse and keyboard alone.
//!
//! ```no_run
//! use browser_tests::{Outcome, Site, Visit};
//!
//! fn basis_on_good_friday() -> Outcome {
//!     Visit::to(Site::release()?).in_zone("Pacific/Kiritimati").run(async |page| {
//!         page.open("/?reported=2026-04-03T15:00").await?;
//!         assert_eq!(page.answer("basis", "remote").await?, "2026-04-07T11:00:00+02:00");
//!         Ok(())
//!     })
//! }
//! ```

mod axe;
mod browser;
mod clock;
mod driver;
mod engine;
mod failure;
mod hands;
mod keyboard;
mod page;
pub mod readme;
mod recorded;
mod shown;
mod site;
mod visit;

pub use axe::Axe;
pub use browser::Scheme;
pub use clock::{Clock, Wake};
pub use engine::Engine;
pub use failure::{Failure, Outcome};
pub use fantoccini::key::Key;
pub use hands::{Action, Role};
pub use keyboard::Focused;
pub use page::Page;
pub use recorded::{Record, Recorded, Told};
pub use shown::{Channel, Shown, Window};
pub use site::{Answer, Host, Site};
pub use visit::Visit;
