//! Code examples of the README.

use crate::{Failure, Outcome};

const README: &str = include_str!("../../../README.md");

/// The text between the first `start` and the next `end` in the README.
///
/// # Errors
///
/// When one of them is missing.
pub fn between(start: &str, end: &str) -> Outcome<&'static str> {
    let found = README.split_once(start).and_then(|(_, after)| after.split_once(end));
    found.map(|(found, _)| found).ok_or_else(|| Failure::new(format!("the README has no {start} … {end}")))
}

/// The embedding snippet (script, style and element) for a release that is published at this URL.
///
/// # Errors
///
/// When the README has no such snippet.
pub fn embed_snippet(published_at: &str) -> Outcome<String> {
    Ok(between("```html\n", "```")?.replace("https://HOST/serviceaftale", published_at))
}

/// The content security policy of one of the pages.
///
/// # Errors
///
/// When the README has none for it.
pub fn policy(page: &str) -> Outcome<&'static str> {
    between(&format!("\n{page}: "), "\n")
}
