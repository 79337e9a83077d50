//! Checks of the dependencies: lock files, licences and sources.

use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;
use crate::setup::rust;

/// The manifests with a lock file of their own: the workspace and the fuzz targets.
const MANIFESTS: [&str; 2] = ["Cargo.toml", "fuzz/Cargo.toml"];

/// Checks that each lock file fits its manifests. Otherwise cargo would build with versions that nobody has committed.
///
/// # Errors
/// When a lock file is missing or does not fit.
pub fn check_lock_files(project: &Project) -> Outcome {
    for manifest in MANIFESTS {
        let advice = format!("run `cargo metadata --manifest-path {manifest}` and commit the lock file");
        program::run(&mut resolve(project, manifest))
            .map_err(|failure| Failure::new(format!("{failure}; {advice}")))?;
    }
    Ok(())
}

/// The command that resolves the dependencies of a manifest, without changing its lock file.
fn resolve(project: &Project, manifest: &str) -> Command {
    let mut cargo = project.cargo(["metadata", "--locked", "--format-version", "1", "--manifest-path", manifest]);
    cargo.stdout(Stdio::null());
    cargo
}

/// Checks the dependencies of both lock files against deny.toml.
///
/// # Errors
/// When cargo-deny cannot be built, or finds a licence or a source that deny.toml does not accept.
pub fn check_licences(project: &Project) -> Outcome {
    let cargo_deny = rust::cargo_deny(project)?;
    for manifest in MANIFESTS {
        let mut deny = Command::new(&cargo_deny);
        deny.current_dir(&project.root).args(["--workspace", "--all-features", "--locked", "--config", "deny.toml"]);
        // Each exception is for one of the lock files.
        deny.args(["--manifest-path", manifest, "check", "--allow", "license-exception-not-encountered"]);
        program::run(deny.args(["bans", "licenses", "sources"]))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn an_outdated_lock_file_is_refused() {
        let root = std::env::temp_dir().join(format!("aura-lock-{}", std::process::id()));
        fs::create_dir_all(root.join("src")).unwrap();
        fs::write(root.join("src/lib.rs"), "").unwrap();
        let project = Project { root: root.clone(), target: root.join("target") };
        let write = |name: &str, version: &str| {
            let manifest = format!("[package]\nname = \"locked\"\nversion = \"{version}\"\nedition = \"2024\"\n");
            fs::write(root.join(name), manifest).unwrap();
        };
        let is_accepted = || program::succeeds(&mut resolve(&project, "Cargo.toml"));
        write("Cargo.toml", "1.0.0");
        assert!(!is_accepted(), "without a lock file");
        assert!(program::succeeds(project.cargo(["generate-lockfile"]).current_dir(&root)));
        assert!(is_accepted(), "with its own lock file");
        write("Cargo.toml", "1.0.1");
        assert!(!is_accepted(), "with the lock file of an earlier version");
        fs::remove_dir_all(root).unwrap();
    }
}
