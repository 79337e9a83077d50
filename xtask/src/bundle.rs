//! How do the loader, the glue and the wasm become the files that a host page fetches?

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::failure::{Failure, Outcome};
use crate::integrity;
use crate::program;
use crate::setup::npm::Packages;

/// The name that the loader gives the wasm before the release names it by its content.
pub const WASM_NAME: &str = "widget_bg.wasm";

/// What stands in the loader for the wasm's hash before the release puts it there.
const WASM_INTEGRITY: &str = "wasm-integrity";

/// The name that the loader gives the second wasm, of what is shown beyond the first answers.
pub const DETAILS_NAME: &str = "details_bg.wasm";

/// What stands in the loader for that one's hash.
const DETAILS_INTEGRITY: &str = "details-integrity";

/// Writes one minified file, a script or a style sheet: the entry and everything it imports. The first line of a script
/// says its version. Nothing in it is renamed but local names.
pub fn minify(packages: &Packages, entry: &Path, to: &Path) -> Outcome {
    let options = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8"];
    let mut esbuild = packages.esbuild();
    esbuild.args(options).args(["--legal-comments=none", "--log-level=warning"]);
    esbuild.arg(concat!("--banner:js=/* AURA serviceaftale ", env!("CARGO_PKG_VERSION"), " */"));
    program::run(esbuild.arg(entry).arg(format!("--outfile={}", to.display())))
}

/// Puts the wasm files of the folder beside the loader, each under a name made of its content, so that it may be cached
/// for ever, and tells the loader these names and the files' hashes: whoever pins the loader has then pinned all. Returns
/// where the first lies, and the second if there are two.
pub fn pin(folder: &Path, loader: &Path) -> Outcome<(PathBuf, Option<PathBuf>)> {
    let script = fs::read_to_string(loader).map_err(Failure::at("read", loader))?;
    let mut script = with_own_names_only(&script)?;
    let wasm = pin_one(&mut script, folder, [WASM_NAME, WASM_INTEGRITY], loader)?;
    let has_details = folder.join(DETAILS_NAME).is_file();
    let details = has_details.then(|| pin_one(&mut script, folder, [DETAILS_NAME, DETAILS_INTEGRITY], loader));
    let details = details.transpose()?;
    fs::write(loader, script).map_err(Failure::at("write", loader))?;
    Ok((wasm, details))
}

fn pin_one(script: &mut String, folder: &Path, [name, hash]: [&str; 2], loader: &Path) -> Outcome<PathBuf> {
    let wasm = folder.join(name);
    let bytes = fs::read(&wasm).map_err(Failure::at("read", &wasm))?;
    let named = loader.with_file_name(name.replace("_bg.", &format!("-{}.", short_hash(&bytes))));
    *script = with(script, name, &named.file_name().unwrap_or_default().to_string_lossy())?;
    *script = with(script, hash, &integrity::of(&bytes))?;
    fs::write(&named, bytes).map_err(Failure::at("write", &named))?;
    Ok(named)
}

/// The script with its one `place` filled.
fn with(script: &str, place: &str, value: &str) -> Outcome<String> {
    match script.matches(place).count() {
        1 => Ok(script.replacen(place, value, 1)),
        count => Err(Failure::new(format!(
            "the bundled loader says {place} {count} times, not once: static/instance.js must have that literal once"
        ))),
    }
}

/// The script, where esbuild's way to make an object of a module's exports takes no more than these: with `for … in` it
/// stops the whole loader on a page that has put something of its own on `Object.prototype`.
fn with_own_names_only(script: &str) -> Outcome<String> {
    let own = script.split_once("for(var ").and_then(|(before, after)| {
        let (head, after) = after.split_once(')')?;
        let (name, object) = head.split_once(" in ")?;
        Some(format!("{before}for(var {name} of Object.keys({object})){after}"))
    });
    own.ok_or_else(|| Failure::new("the bundled loader does not begin with esbuild's `for(var … in …)`: see bundle.rs"))
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
    fn the_one_place_is_filled() {
        let script = with("a(new URL(\"widget_bg.wasm\",import.meta.url))", WASM_NAME, "widget-0123.wasm");
        assert_eq!(script.ok().as_deref(), Some("a(new URL(\"widget-0123.wasm\",import.meta.url))"));
    }

    #[test]
    fn no_place_or_several_are_an_error_that_counts_them() {
        let check = |script: &str, expected: &str| {
            let message = with(script, WASM_NAME, "widget-0123.wasm").map_err(|failure| failure.to_string());
            assert!(message.as_ref().is_err_and(|message| message.contains(expected)), "{script}: {message:?}");
        };
        check("import.meta.url", "0 times");
        check("\"widget_bg.wasm\" \"widget_bg.wasm\"", "2 times");
    }

    #[test]
    fn inherited_names_are_no_exports() {
        let script = with_own_names_only("var o=(e,t)=>{for(var n in t)d(e,n,{get:t[n]})};f(a in b)");
        let expected = "var o=(e,t)=>{for(var n of Object.keys(t))d(e,n,{get:t[n]})};f(a in b)";
        assert_eq!(script.ok().as_deref(), Some(expected));
        assert!(with_own_names_only("var o=1").is_err());
    }

    #[test]
    fn the_projects_own_loader_has_every_place() {
        let loader = include_str!("../../static/instance.js");
        for place in [WASM_NAME, WASM_INTEGRITY, DETAILS_NAME, DETAILS_INTEGRITY] {
            assert_eq!(loader.matches(&format!("\"{place}\"")).count(), 1, "{place}");
        }
    }
}
