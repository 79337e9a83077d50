//! Where do the project's files lie, and where do builds go?

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::program;

/// The folders of the checkout in which the command was given.
pub struct Project {
    /// The folder of the workspace's Cargo.toml.
    pub root: PathBuf,
    /// Cargo's target folder, wherever the user's settings put it.
    pub target: PathBuf,
}

impl Project {
    /// Asks cargo, because the target folder may be moved by a variable or by any of several settings files.
    pub fn locate() -> Outcome<Self> {
        let metadata = program::output(Command::new("cargo").args(["metadata", "--no-deps", "--format-version", "1"]))?;
        let metadata: Value = serde_json::from_str(&metadata)
            .map_err(|error| Failure::new(format!("`cargo metadata` printed something other than JSON: {error}")))?;
        let folder = |key: &str| {
            let folder = metadata.get(key).and_then(Value::as_str).map(PathBuf::from);
            folder.ok_or_else(|| Failure::new(format!("`cargo metadata` names no {key}")))
        };
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")? })
    }

    /// Cargo, run from the workspace's root.
    pub fn cargo<Argument: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = Argument>) -> Command {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(&self.root).args(arguments);
        cargo
    }

    /// The folder that holds tools built for this project alone.
    pub fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// A tool in that folder, whether or not it is there yet.
    pub fn tool(&self, name: &str) -> PathBuf {
        self.tools().join("bin").join(name)
    }

    /// The release as `cargo xtask dist` writes it.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }
}

/// An empty folder at this place, whatever was there before.
pub fn empty_folder(folder: &Path) -> Outcome {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(Failure::at("empty", folder))?;
    }
    std::fs::create_dir_all(folder).map_err(Failure::at("create", folder))
}

/// Copies one file; the folder it goes to exists.
pub fn copy(from: &Path, to: &Path) -> Outcome {
    std::fs::copy(from, to).map(|_| ()).map_err(Failure::at("copy", from))
}

/// Every file below this folder, in the order of their paths.
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
