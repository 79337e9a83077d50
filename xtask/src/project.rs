//! Paths of the checkout and the target folder, and file operations.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::program;

/// The checkout in which the command runs.
pub struct Project {
    /// The folder of the workspace's Cargo.toml.
    pub root: PathBuf,
    /// Cargo's target folder, as configured by the user.
    pub target: PathBuf,
}

impl Project {
    /// Runs `cargo metadata`, because environment variables and several configuration files can move the target folder.
    ///
    /// # Errors
    /// When cargo fails or its output is not as expected.
    pub fn locate() -> Outcome<Self> {
        let metadata = program::output(Command::new("cargo").args(["metadata", "--no-deps", "--format-version", "1"]))?;
        let metadata: Value = serde_json::from_str(&metadata)
            .map_err(|error| Failure::new(format!("`cargo metadata` did not print valid JSON: {error}")))?;
        let folder = |key: &str| {
            let folder = metadata.get(key).and_then(Value::as_str).map(PathBuf::from);
            folder.ok_or_else(|| Failure::new(format!("the output of `cargo metadata` has no {key}")))
        };
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")? })
    }

    /// A cargo command in the workspace root.
    pub fn cargo<Argument: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = Argument>) -> Command {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(&self.root).args(arguments);
        cargo
    }

    /// The folder of tools that are built for this project only.
    pub fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// The path of a tool in that folder, which may not exist yet.
    pub fn tool(&self, name: &str) -> PathBuf {
        self.tools().join("bin").join(name)
    }

    /// The folder that `cargo xtask dist` writes.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }
}

/// Creates the folder, or empties it if it exists.
pub fn empty_folder(folder: &Path) -> Outcome {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(Failure::at("empty", folder))?;
    }
    std::fs::create_dir_all(folder).map_err(Failure::at("create", folder))
}

/// Copies one file into an existing folder.
pub fn copy(from: &Path, to: &Path) -> Outcome {
    std::fs::copy(from, to).map(|_| ()).map_err(Failure::at("copy", from))
}

/// All files below this folder, sorted by path.
pub fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(Failure::at("read", folder))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(Failure::at("read", folder))?.path();
        if path.is_dir() {
            files.append(&mut files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
