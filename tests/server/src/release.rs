//! Files of the built release.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The folder that `cargo xtask dist` writes.
pub struct Release {
    folder: PathBuf,
}

impl Release {
    /// The release in the folder `AURA_DIST`.
    ///
    /// # Errors
    ///
    /// When `AURA_DIST` is not set, not absolute, or has no `index.html`.
    pub fn built() -> io::Result<Self> {
        let folder = PathBuf::from(env::var_os("AURA_DIST").unwrap_or_default());
        if folder.is_absolute() && folder.join("index.html").is_file() {
            return Ok(Self { folder });
        }
        Err(io::Error::other(format!(
            "AURA_DIST={}: set it to the absolute path of a release, or run `cargo xtask test`, which builds one",
            folder.display()
        )))
    }

    /// The path of the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn bytes(&self, path: &str) -> io::Result<Vec<u8>> {
        let file = self.folder.join(path);
        fs::read(&file).map_err(|error| io::Error::other(format!("{}: {error}", file.display())))
    }

    /// The sorted paths of all files except the compressed ones, with `/` as separator.
    ///
    /// # Errors
    ///
    /// When a folder cannot be read.
    pub fn paths(&self) -> io::Result<Vec<String>> {
        let mut paths = self.all_paths()?;
        paths.retain(|path| !path.ends_with(".br") && !path.ends_with(".gz"));
        Ok(paths)
    }

    /// The sorted paths of all files, including the compressed ones.
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
