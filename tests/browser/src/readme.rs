//! What does the README tell a host to put on its page?

use crate::{Failure, Outcome};

const README: &str = include_str!("../../../README.md");

/// What the README has between the first `start` and the next `end`.
///
/// # Errors
///
/// When one of them is not there any more.
pub fn between(start: &str, end: &str) -> Outcome<&'static str> {
    let found = README.split_once(start).and_then(|(_, after)| after.split_once(end));
    found.map(|(found, _)| found).ok_or_else(|| Failure::new(format!("the README has no {start} … {end}")))
}

/// The script, the style and the element that are to be copied, from a release that is published at this URL.
///
/// # Errors
///
/// When the README has no such example.
pub fn embedding(published_at: &str) -> Outcome<String> {
    Ok(between("```html\n", "```")?.replace("https://HOST/serviceaftale", published_at))
}
