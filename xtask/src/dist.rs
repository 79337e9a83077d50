//! What is in the release, and how is it made?

use std::fs;
use std::path::{Path, PathBuf};

use crate::bundle;
use crate::calendars;
use crate::compress;
use crate::failure::{Failure, Outcome};
use crate::integrity;
use crate::page;
use crate::project::{self, Project};
use crate::setup::npm::Packages;
use crate::sizes;
use crate::wasm::{self, Purpose};

/// The release's version, which is also the workspace's.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The folder whose files follow the newest release.
const NEWEST: &str = "v1";

/// The element and its loader.
const LOADER: &str = "aura-serviceaftale.js";

/// What the loader is bundled from, beside the glue.
const LOADER_PARTS: [&str; 7] =
    [LOADER, "addresses.js", "instance.js", "outside.js", "div-form.js", "feeds.js", "files.js"];

/// What a page around an iframe includes.
const EMBED_HOST: &str = "embed-host.js";

/// What the project's own pages include, beside the loader.
const FOR_OWN_PAGES: [&str; 7] =
    ["page.js", "page.css", "embed.js", "embed.css", "check.js", "check-words.js", "check.css"];

/// What answers for a demonstration's files without a connection: beside the page, since it reaches no further up than it
/// lies.
const OFFLINE: &str = "offline.js";

/// Announcements are news: a version's folder, which never changes, cannot hold them.
const NEWS: &str = "notices.json";

/// Writes the release to dist/ and prints what it weighs; too heavy a release is a failure.
pub fn run() -> Outcome {
    let project = Project::locate()?;
    let packages = Packages::ensure(&project)?;
    let dist = project.dist();
    project::empty_folder(&dist)?;

    let newest = dist.join(NEWEST);
    fs::create_dir(&newest).map_err(Failure::at("create", &newest))?;
    let (loader, wasm, details) = loader_and_wasm(&project, &packages, Purpose::Release, &newest)?;
    let details = details.ok_or_else(|| Failure::new("the release has no second wasm"))?;
    let sources = project.root.join("static");
    for name in FOR_OWN_PAGES.into_iter().chain([EMBED_HOST]) {
        bundle::minify(&packages, &sources.join(name), &newest.join(name))?;
    }
    bundle::minify(&packages, &sources.join(OFFLINE), &dist.join(OFFLINE))?;
    for file in data_files(&sources)? {
        copy_into(&newest, &file)?;
    }
    freeze(&dist, &newest, [&wasm, &details])?;
    let heading = format!(
        "AURA serviceaftale {VERSION}: the hash of every file in this folder as it is now.\n\
         They change with every release. What can be pinned is in ../v{VERSION}/integrity.txt."
    );
    integrity::list(&newest, &heading)?;
    page::publish(&project, &dist)?;
    calendars::publish(&project, &dist)?;

    let weighed = compress::every_file(&project, &dist)?;
    println!("the release {VERSION} is in {}", dist.display());
    sizes::report(&dist, &weighed, &[&loader, &wasm])
}

/// Writes the loader and a wasm that panics when asked to into a folder of their own, and returns it: the browser tests
/// want to know what a panic leaves of a page.
pub fn panicking(project: &Project, packages: &Packages) -> Outcome<PathBuf> {
    let folder = project.target.join("dist-panic");
    project::empty_folder(&folder)?;
    loader_and_wasm(project, packages, Purpose::Panicking, &folder)?;
    Ok(folder)
}

/// The two files that a host page fetches before the first answers, and the one that it fetches then, if that is apart.
fn loader_and_wasm(
    project: &Project,
    packages: &Packages,
    purpose: Purpose,
    folder: &Path,
) -> Outcome<(PathBuf, PathBuf, Option<PathBuf>)> {
    // The loader imports the glue from its own folder, so both are laid side by side before they are bundled.
    let parts = project.target.join("dist-parts");
    project::empty_folder(&parts)?;
    wasm::build(project, purpose, &parts)?;
    for name in LOADER_PARTS {
        project::copy(&project.root.join("static").join(name), &parts.join(name))?;
    }
    let source = parts.join(LOADER);

    let loader = folder.join(LOADER);
    bundle::minify(packages, &source, &loader)?;
    let (wasm, details) = bundle::pin(&parts, &loader)?;
    Ok((loader, wasm, details))
}

/// The agreements and whatever other JSON is published as it is.
fn data_files(sources: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = project::files_below(sources)?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    Ok(files)
}

/// The folder that is named by the version and never changes: what a host page may pin, the same bytes as the newest.
fn freeze(dist: &Path, newest: &Path, [wasm, details]: [&Path; 2]) -> Outcome {
    let frozen = dist.join(format!("v{VERSION}"));
    fs::create_dir(&frozen).map_err(Failure::at("create", &frozen))?;
    let (loader, embed_host) = (newest.join(LOADER), newest.join(EMBED_HOST));
    let mut files = data_files(newest)?;
    files.retain(|file| !file.ends_with(NEWS));
    for file in files.iter().map(PathBuf::as_path).chain([loader.as_path(), &embed_host, wasm, details]) {
        copy_into(&frozen, file)?;
    }
    let bytes = fs::read(&loader).map_err(Failure::at("read", &loader))?;
    let (folder, hash) = (format!("https://HOST/serviceaftale/v{VERSION}"), integrity::of(&bytes));
    let wasm = wasm.file_name().unwrap_or_default().display();
    // Without its hash: Chromium heeds none on such a link and says so on the page's console. The loader checks it.
    let heading = format!(
        "AURA serviceaftale {VERSION}. Nothing in this folder ever changes. To pin it, put these two lines on the page, with the\n\
         host that publishes it. The first may be left out: it spares the wasm the wait for the loader, which knows its hash.\n\n\
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"{folder}/{wasm}\" crossorigin=\"anonymous\">\n\
         <script type=\"module\" src=\"{folder}/{LOADER}\" integrity=\"{hash}\" crossorigin=\"anonymous\"></script>\n\n\
         The hash of every file:"
    );
    integrity::list(&frozen, &heading)
}

fn copy_into(folder: &Path, file: &Path) -> Outcome {
    project::copy(file, &folder.join(file.file_name().unwrap_or_default()))
}
