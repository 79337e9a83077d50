//! What does the release look like, in every state that somebody should have looked at?

use crate::dist;
use crate::failure::Outcome;
use crate::program;
use crate::project::{self, Project};
use crate::setup::browser::{self, Browsers};
use crate::setup::debian;

/// Which release is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Release {
    /// One that is built for it.
    New,
    /// The one that is in dist/.
    AsBuilt,
}

/// Writes the pictures, and a page that shows them all, to target/screenshots/; tests/browser/examples/screenshots.rs says
/// what is on them.
pub fn run(release: Release) -> Outcome {
    let project = Project::locate()?;
    debian::ensure(&browser::needs())?;
    if release == Release::New {
        dist::run()?;
    }
    let folder = project.target.join("screenshots");
    project::empty_folder(&folder)?;
    let mut pictures = project.cargo(["run", "--package", "browser-tests", "--example", "screenshots", "--"]);
    Browsers::installed(&project)?.tell(&mut pictures);
    program::run(pictures.arg(&folder).env("AURA_DIST", project.dist()))?;
    println!("the pictures are in {}; index.html there shows them all", folder.display());
    Ok(())
}
