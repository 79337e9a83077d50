//! `cargo xtask dist`: the contents of the release folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::bundle;
use crate::calendars;
use crate::compress;
use crate::editor;
use crate::failure::{Failure, Outcome};
use crate::integrity;
use crate::page;
use crate::project::{self, Project};
use crate::setup::npm::Packages;
use crate::sizes;
use crate::wasm::{self, BuildKind};

/// The version of the workspace and of the release.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The folder that always holds the latest release.
const LATEST: &str = "v1";

/// The loader, which also defines the element.
const LOADER: &str = "aura-serviceaftale.js";

/// The modules that are bundled into the loader, beside the wasm-bindgen glue.
const LOADER_MODULES: [&str; 7] =
    [LOADER, "instance.js", "retry.js", "attributes.js", "controls.js", "file-requests.js", "div-form.js"];

/// The script for pages that embed the widget in an iframe.
const EMBED_HOST: &str = "embed-host.js";

/// Scripts and styles of the project's own pages, beside the loader and the script of the editors' page.
const OWN_PAGES_FILES: [&str; 5] = ["page.js", "page.css", "embed.js", "embed.css", "check.css"];

/// The service worker for offline demonstrations. It is next to the page because its scope is its own folder.
const OFFLINE: &str = "offline.js";

/// Announcements change after a release, so the immutable version folder does not contain them.
const NOTICES: &str = "notices.json";

/// Writes the release to dist/ and prints the sizes of its files.
///
/// # Errors
/// When a build step fails or the release exceeds a size gate.
pub fn run() -> Outcome {
    let project = Project::locate()?;
    let packages = Packages::ensure(&project)?;
    let dist = project.dist();
    project::empty_folder(&dist)?;

    let latest = dist.join(LATEST);
    fs::create_dir(&latest).map_err(Failure::at("create", &latest))?;
    let (loader, wasm, details) = build_loader(&project, &packages, BuildKind::Release, &latest)?;
    let details = details.ok_or_else(|| Failure::new("the release has no second wasm"))?;
    let sources = project.root.join("static");
    for name in OWN_PAGES_FILES.into_iter().chain([EMBED_HOST]) {
        bundle::minify(&packages, &sources.join(name), &latest.join(name))?;
    }
    let editor = editor::publish(&project, &packages, &latest)?;
    bundle::minify(&packages, &sources.join(OFFLINE), &dist.join(OFFLINE))?;
    for file in data_files(&sources)? {
        copy_into(&latest, &file)?;
    }
    write_version_folder(&dist, &latest, [&wasm, &details])?;
    let heading = format!(
        "AURA serviceaftale {VERSION}: the hash of every file in this folder.\n\
         These files change with every release. To pin a version, use ../v{VERSION}/integrity.txt."
    );
    integrity::write_list(&latest, &heading)?;
    page::publish(&project, &dist)?;
    calendars::publish(&project, &dist)?;

    let sizes = compress::compress_all(&project, &dist)?;
    println!("release {VERSION} written to {}", dist.display());
    sizes::report(&dist, &sizes, &[&loader, &wasm], &editor)
}

/// Builds the loader and a wasm that panics on request, for the browser tests. Returns the folder.
pub fn build_panicking(project: &Project, packages: &Packages) -> Outcome<PathBuf> {
    let folder = project.target.join("dist-panic");
    project::empty_folder(&folder)?;
    build_loader(project, packages, BuildKind::PanicTest, &folder)?;
    Ok(folder)
}

/// Builds the loader and the wasm. Returns the paths of the loader, of the wasm and, in a release, of the second wasm.
fn build_loader(
    project: &Project,
    packages: &Packages,
    kind: BuildKind,
    folder: &Path,
) -> Outcome<(PathBuf, PathBuf, Option<PathBuf>)> {
    // The loader imports the glue from its own folder, so all modules are copied into one folder and bundled there.
    let parts = project.target.join("dist-parts");
    project::empty_folder(&parts)?;
    wasm::build(project, kind, &parts)?;
    for name in LOADER_MODULES {
        project::copy(&project.root.join("static").join(name), &parts.join(name))?;
    }
    let source = parts.join(LOADER);

    let loader = folder.join(LOADER);
    bundle::minify(packages, &source, &loader)?;
    let (wasm, details) = bundle::add_hashed_wasm(&parts, &loader)?;
    Ok((loader, wasm, details))
}

/// The JSON files that are published unchanged.
fn data_files(sources: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = project::files_below(sources)?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    Ok(files)
}

/// Copies the files that a host page may pin into a folder that is named after the version and never changes.
fn write_version_folder(dist: &Path, latest: &Path, [wasm, details]: [&Path; 2]) -> Outcome {
    let pinned = dist.join(format!("v{VERSION}"));
    fs::create_dir(&pinned).map_err(Failure::at("create", &pinned))?;
    let (loader, embed_host) = (latest.join(LOADER), latest.join(EMBED_HOST));
    let mut files = data_files(latest)?;
    files.retain(|file| !file.ends_with(NOTICES));
    for file in files.iter().map(PathBuf::as_path).chain([loader.as_path(), &embed_host, wasm, details]) {
        copy_into(&pinned, file)?;
    }
    let bytes = fs::read(&loader).map_err(Failure::at("read", &loader))?;
    let (folder, hash) = (format!("https://HOST/serviceaftale/v{VERSION}"), integrity::hash(&bytes));
    let wasm = wasm.file_name().unwrap_or_default().display();
    // No integrity attribute on the preload link: Chromium ignores it there and logs a warning. The loader checks the
    // hash.
    let heading = format!(
        "AURA serviceaftale {VERSION}. The files in this folder never change. To pin this version, add these two lines to the\n\
         page and replace HOST. The first is optional: it preloads the wasm file, whose hash the loader checks.\n\n\
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"{folder}/{wasm}\" crossorigin=\"anonymous\">\n\
         <script type=\"module\" src=\"{folder}/{LOADER}\" integrity=\"{hash}\" crossorigin=\"anonymous\"></script>\n\n\
         The hash of every file:"
    );
    integrity::write_list(&pinned, &heading)
}

fn copy_into(folder: &Path, file: &Path) -> Outcome {
    project::copy(file, &folder.join(file.file_name().unwrap_or_default()))
}
