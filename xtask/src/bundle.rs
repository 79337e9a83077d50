//! Bundling and minification with esbuild, and content-hashed names for the wasm files.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::failure::{Failure, Outcome};
use crate::integrity;
use crate::program;
use crate::setup::npm::Packages;

/// Placeholder in the loader for the name of the wasm file.
pub const WASM_NAME: &str = "widget_bg.wasm";

/// Placeholder in the loader for the integrity hash of the wasm file.
const WASM_INTEGRITY: &str = "wasm-integrity";

/// Placeholder in the loader for the name of the second wasm file, which renders everything but the first answers.
pub const DETAILS_NAME: &str = "details_bg.wasm";

/// Placeholder in the loader for the integrity hash of the second wasm file.
const DETAILS_INTEGRITY: &str = "details-integrity";

/// Bundles and minifies a script or a style sheet with everything it imports. A script begins with a comment that names
/// the version. Only local names are shortened.
pub fn minify(packages: &Packages, entry: &Path, to: &Path) -> Outcome {
    let options = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8"];
    let mut esbuild = packages.esbuild();
    esbuild.args(options).args(["--legal-comments=none", "--log-level=warning"]);
    esbuild.arg(concat!("--banner:js=/* AURA serviceaftale ", env!("CARGO_PKG_VERSION"), " */"));
    program::run(esbuild.arg(entry).arg(format!("--outfile={}", to.display())))
}

/// Copies the wasm files of the folder next to the loader under content-hashed names, so that they may be cached for
/// ever, and writes these names and the files' integrity hashes into the loader. The integrity hash of the loader
/// therefore covers all files. Returns the path of the first wasm file, and of the second if there is one.
pub fn add_hashed_wasm(folder: &Path, loader: &Path) -> Outcome<(PathBuf, Option<PathBuf>)> {
    let mut script = fs::read_to_string(loader).map_err(Failure::at("read", loader))?;
    let wasm = add_hashed_file(&mut script, folder, [WASM_NAME, WASM_INTEGRITY], loader)?;
    let has_details = folder.join(DETAILS_NAME).is_file();
    let details = has_details.then(|| add_hashed_file(&mut script, folder, [DETAILS_NAME, DETAILS_INTEGRITY], loader));
    let details = details.transpose()?;
    fs::write(loader, script).map_err(Failure::at("write", loader))?;
    Ok((wasm, details))
}

/// Copies the wasm file of the editors' page next to its script under a content-hashed name, and writes this name into
/// the script. Returns the path of the copy.
pub fn add_hashed_editor(wasm: &Path, script: &Path) -> Outcome<PathBuf> {
    let text = fs::read_to_string(script).map_err(Failure::at("read", script))?;
    let (text, hashed, _) = add_hashed_name(&text, wasm, script)?;
    fs::write(script, text).map_err(Failure::at("write", script))?;
    Ok(hashed)
}

fn add_hashed_file(script: &mut String, folder: &Path, [name, hash]: [&str; 2], loader: &Path) -> Outcome<PathBuf> {
    let (named, hashed, bytes) = add_hashed_name(script, &folder.join(name), loader)?;
    *script = fill_placeholder(&named, hash, &integrity::hash(&bytes))?;
    Ok(hashed)
}

/// Copies the wasm file next to the script under a content-hashed name. Returns the script's text with this name, the
/// path of the copy, and its bytes.
fn add_hashed_name(text: &str, wasm: &Path, script: &Path) -> Outcome<(String, PathBuf, Vec<u8>)> {
    let bytes = fs::read(wasm).map_err(Failure::at("read", wasm))?;
    let name = wasm.file_name().unwrap_or_default().to_string_lossy();
    let hashed = script.with_file_name(name.replace("_bg.", &format!("-{}.", short_hash(&bytes))));
    let text = fill_placeholder(text, &name, &hashed.file_name().unwrap_or_default().to_string_lossy())?;
    fs::write(&hashed, &bytes).map_err(Failure::at("write", &hashed))?;
    Ok((text, hashed, bytes))
}

/// The script with the value in place of the placeholder.
///
/// # Errors
/// When the script does not contain the placeholder exactly once.
fn fill_placeholder(script: &str, placeholder: &str, value: &str) -> Outcome<String> {
    match script.matches(placeholder).count() {
        1 => Ok(script.replacen(placeholder, value, 1)),
        count => Err(Failure::new(format!(
            "the bundled script contains {placeholder} {count} times: static/instance.js, or the glue of the editors' \
             page, must contain that literal once"
        ))),
    }
}

/// The first 16 hexadecimal digits of the SHA-256.
fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_beginning_of_the_sha_256() {
        assert_eq!(short_hash(b""), "e3b0c44298fc1c14");
        assert_eq!(short_hash(b"abc"), "ba7816bf8f01cfea");
    }

    #[test]
    fn a_placeholder_is_filled() {
        let script = fill_placeholder("a(new URL(\"widget_bg.wasm\",import.meta.url))", WASM_NAME, "widget-0123.wasm");
        assert_eq!(script.ok().as_deref(), Some("a(new URL(\"widget-0123.wasm\",import.meta.url))"));
    }

    #[test]
    fn a_placeholder_that_is_missing_or_repeated_is_an_error_with_the_count() {
        let check = |script: &str, expected: &str| {
            let message =
                fill_placeholder(script, WASM_NAME, "widget-0123.wasm").map_err(|failure| failure.to_string());
            assert!(message.as_ref().is_err_and(|message| message.contains(expected)), "{script}: {message:?}");
        };
        check("import.meta.url", "0 times");
        check("\"widget_bg.wasm\" \"widget_bg.wasm\"", "2 times");
    }

    #[test]
    fn the_loader_contains_every_placeholder_once() {
        let loader = include_str!("../../static/instance.js");
        for placeholder in [WASM_NAME, WASM_INTEGRITY, DETAILS_NAME, DETAILS_INTEGRITY] {
            assert_eq!(loader.matches(&format!("\"{placeholder}\"")).count(), 1, "{placeholder}");
        }
    }
}
