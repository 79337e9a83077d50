//! Which files does the release have?

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// A folder as `cargo xtask dist` writes it.
pub struct Release {
    folder: PathBuf,
}

impl Release {
    /// The folder that `AURA_DIST` names.
    ///
    /// # Errors
    ///
    /// When `AURA_DIST` is not set or names no folder with an `index.html`.
    pub fn built() -> io::Result<Self> {
        let folder = PathBuf::from(env::var_os("AURA_DIST").unwrap_or_default());
        if folder.is_absolute() && folder.join("index.html").is_file() {
            return Ok(Self { folder });
        }
        Err(io::Error::other(format!(
            "AURA_DIST={}: give the absolute path of a release, or run `cargo xtask test`, which builds one",
            folder.display()
        )))
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What is in the file.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn bytes(&self, path: &str) -> io::Result<Vec<u8>> {
        let file = self.folder.join(path);
        fs::read(&file).map_err(|error| io::Error::other(format!("{}: {error}", file.display())))
    }

    /// The paths of all files but the compressed ones, in order, with `/` between folders.
    ///
    /// # Errors
    ///
    /// When a folder cannot be read.
    pub fn paths(&self) -> io::Result<Vec<String>> {
        let mut paths = self.all_paths()?;
        paths.retain(|path| !path.ends_with(".br") && !path.ends_with(".gz"));
        Ok(paths)
    }

    /// The paths of all files, the compressed ones among them.
    ///
    /// # Errors
    ///
    /// When a folder cannot be read.
    pub fn all_paths(&self) -> io::Result<Vec<String>> {
        let mut paths = Vec::new();
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(self.folder.join(&folder))? {
                let entry = entry?;
                let path = format!("{folder}{}", entry.file_name().to_string_lossy());
                if entry.file_type()?.is_dir() { folders.push(format!("{path}/")) } else { paths.push(path) }
            }
        }
        paths.sort();
        Ok(paths)
    }
}
