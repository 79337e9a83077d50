//! `cargo xtask screenshots`: screenshots of the release in all its states, for review.

use crate::dist;
use crate::failure::Outcome;
use crate::program;
use crate::project::{self, Project};
use crate::setup::browser::{self, Browsers};
use crate::setup::debian;

/// The release that the screenshots show.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A new build.
    NewBuild,
    /// The existing release in dist/.
    Dist,
}

/// Writes the screenshots, and a page that shows them all, to target/screenshots/. The states are listed in
/// tests/browser/examples/screenshots.rs.
pub fn run(source: Source) -> Outcome {
    let project = Project::locate()?;
    debian::ensure(&browser::chromium_packages())?;
    if source == Source::NewBuild {
        dist::run()?;
    }
    let folder = project.target.join("screenshots");
    project::empty_folder(&folder)?;
    let mut screenshots = project.cargo(["run", "--package", "browser-tests", "--example", "screenshots", "--"]);
    Browsers::installed(&project)?.set_env(&mut screenshots);
    program::run(screenshots.arg(&folder).env("AURA_DIST", project.dist()))?;
    println!("screenshots written to {}; open index.html there to see them all", folder.display());
    Ok(())
}
