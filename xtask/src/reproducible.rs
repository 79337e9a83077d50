//! `cargo xtask reproducible`: comparison of two releases that are built in different folders.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::{self, Project};
use crate::setup::npm::Packages;
use crate::setup::rust;

/// Paths of different lengths, one of them with a space, so that a path that gets into the release changes its bytes.
const FOLDERS: [&str; 2] = ["one", "quite another/place"];

/// Clones the last commit twice, builds both releases and compares every file.
pub fn run() -> Outcome {
    let project = Project::locate()?;
    // Both builds share the tools, which are not part of the comparison.
    rust::wasm_bindgen(&project)?;
    Packages::ensure(&project)?;

    let folder = project.target.join("reproducible");
    project::empty_folder(&folder)?;
    let [first, second] = FOLDERS.map(|name| folder.join(name));
    let (first, second) = (build_release(&project, &first)?, build_release(&project, &second)?);

    let differences = differences(&first, &second)?;
    let count = project::files_below(&first)?.len();
    if differences.is_empty() && count > 0 {
        println!("both releases have the same {count} files with identical contents");
        return Ok(());
    }
    Err(Failure::new(format!(
        "{count} files were compared; these differ between {} and {}: {}",
        first.display(),
        second.display(),
        differences.join(", ")
    )))
}

/// Clones the last commit into this folder and builds the release there. Returns its dist folder.
fn build_release(project: &Project, clone: &Path) -> Outcome<PathBuf> {
    println!("building the last commit in {}", clone.display());
    program::run(Command::new("git").args(["clone", "--quiet"]).arg(&project.root).arg(clone))?;
    for tools in [".tools", "xtask/node_modules"] {
        program::run(Command::new("ln").arg("-s").arg(project.root.join(tools)).arg(clone.join(tools)))?;
    }
    // A target folder from the user's configuration would be shared by both builds.
    let mut dist = Command::new("cargo");
    dist.current_dir(clone).args(["xtask", "dist"]).env("CARGO_TARGET_DIR", clone.join("target"));
    program::run(&mut dist)?;
    Ok(clone.join("dist"))
}

/// The names of files that differ or exist in only one of the folders.
fn differences(first: &Path, second: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for folder in [first, second] {
        for file in project::files_below(folder)? {
            names.extend(file.strip_prefix(folder).map(Path::to_owned));
        }
    }
    names.sort();
    names.dedup();
    names.retain(|name| fs::read(first.join(name)).ok() != fs::read(second.join(name)).ok());
    Ok(names.iter().map(|name| name.display().to_string()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_and_missing_files_are_listed() {
        let folder = std::env::temp_dir().join(format!("xtask-differences-{}", std::process::id()));
        let write = |name: &str, text: &str| {
            let file = folder.join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        };
        for (name, text) in
            [("a/v1/same", "1"), ("b/v1/same", "1"), ("a/v1/other", "1"), ("b/v1/other", "2"), ("b/new", "")]
        {
            write(name, text);
        }
        let found = differences(&folder.join("a"), &folder.join("b"));
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found.ok(), Some(vec!["new".to_owned(), "v1/other".to_owned()]));
    }
}
