//! What is in the release, and how is it made?

use crate::bundle;
use crate::failure::Outcome;
use crate::page;
use crate::project::{self, Project};
use crate::setup::npm::Packages;
use crate::sizes::{self, Fetched};
use crate::wasm::{self, Purpose};

/// Writes the release to dist/ and prints what it weighs; too heavy a release is a failure.
pub fn run() -> Outcome {
    let project = Project::locate()?;
    let packages = Packages::ensure(&project)?;

    // The loader imports the glue from its own folder, so both are laid side by side before they are bundled.
    let parts = project.target.join("dist-parts");
    project::empty_folder(&parts)?;
    wasm::build(&project, Purpose::Release, &parts)?;
    let sources = project.root.join("static");
    let loader = parts.join("aura-serviceaftale.js");
    project::copy(&sources.join("aura-serviceaftale.js"), &loader)?;

    let dist = project.dist();
    let published = dist.join("v1");
    project::empty_folder(&dist)?;
    project::empty_folder(&published)?;
    let bundled = published.join("aura-serviceaftale.js");
    bundle::minify(&packages, &loader, &bundled)?;
    let wasm = bundle::name_by_content(&parts.join(bundle::WASM_NAME), &bundled)?;
    for name in ["page.js", "page.css", "embed.js", "embed.css", "embed-host.js"] {
        bundle::minify(&packages, &sources.join(name), &published.join(name))?;
    }
    let page_script = published.join("page.js");
    project::copy(&sources.join("agreements.json"), &published.join("agreements.json"))?;
    page::publish(&project, &dist)?;

    println!("the release is in {}", dist.display());
    let fetched = [
        Fetched { file: bundled, remark: "the element and its glue" },
        Fetched { file: published.join(wasm), remark: "with the css and the data in it" },
        Fetched { file: page_script, remark: "the page alone; a host page does not fetch it" },
    ];
    sizes::report(&project, &fetched)
}
