//! Validation and encoding of the agreements that are compiled in.
//!
//! An invalid file fails the build with every problem. The widget decodes the bytes without validating them again.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::json;

/// The path of the agreements file; .cargo/config.toml sets it.
const FILE: &str = "AURA_AGREEMENTS";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={FILE}");
    let file = PathBuf::from(env::var_os(FILE).ok_or_else(|| format!("{FILE} is not set"))?);
    println!("cargo::rerun-if-changed={}", file.display());
    match catalogue(&file) {
        Ok(catalogue) => {
            let folder = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
            fs::write(Path::new(&folder).join("agreements.postcard"), postcard::to_allocvec(&catalogue)?)?;
        }
        Err(problems) => {
            for problem in problems {
                // Cargo prints these lines and fails the build.
                println!("cargo::error={}: {problem}", file.display());
            }
        }
    }
    Ok(())
}

/// The catalogue of the file, or every problem of it.
fn catalogue(file: &Path) -> Result<Catalogue, Vec<String>> {
    let bytes = fs::read(file).map_err(|error| vec![error.to_string()])?;
    let root = json::parse(&bytes).map_err(|error| vec![error.to_string()])?;
    Catalogue::from_value(&root).map_err(|problems| problems.iter().map(ToString::to_string).collect())
}
