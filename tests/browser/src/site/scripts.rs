//! How do the test's own scripts come first on a page, whatever the page is like?

const RECORDER: &str = "/__recorder.js";
const CLOCK: &str = "/__clock.js";

/// One of the test's own scripts, when the path is its.
pub(super) fn script(path: &str) -> Option<&'static str> {
    match path {
        RECORDER => Some(include_str!("../../js/recorder.js")),
        CLOCK => Some(include_str!("../../js/clock.js")),
        _ => None,
    }
}

/// The page with the recorder, and with the clock if there is one, before everything else.
pub(super) fn first_on(page: &str, clock_starts_at: Option<&str>, policy: Option<&str>) -> String {
    let (before, after) = page.split_at(beginning(page));
    let nonce = policy.and_then(nonce).map_or_else(String::new, |nonce| format!(" nonce=\"{nonce}\""));
    let recorder = format!("<script src=\"{RECORDER}\"{nonce}></script>");
    let clock = clock_starts_at
        .map_or_else(String::new, |instant| format!("<script src=\"{CLOCK}\" data-now=\"{instant}\"{nonce}></script>"));
    format!("{before}{recorder}{clock}{after}")
}

/// The policy with leave for the test's own scripts, and for nothing else that it forbids.
pub(super) fn admitted_by(policy: &str, own_origin: &str) -> String {
    let directives: Vec<&str> = policy.split(';').map(str::trim).filter(|directive| !directive.is_empty()).collect();
    let of = |name: &str| directives.iter().find(|directive| directive.split_whitespace().next() == Some(name));
    let names = ["script-src-elem", "script-src", "default-src"];
    let Some(decisive) = names.into_iter().find(|name| of(name).is_some()) else { return policy.to_owned() };
    let sources = of(decisive).and_then(|directive| directive.strip_prefix(decisive)).unwrap_or_default();
    // Beside other sources 'none' means nothing, and browsers complain of it.
    let sources = sources.replace("'none'", "");
    let admitted = format!("{} {own_origin}{RECORDER} {own_origin}{CLOCK}", sources.trim());

    let mut directives: Vec<String> = directives.iter().map(ToString::to_string).collect();
    // What decides for scripts may decide for other things too; they are not to be let in with them.
    if decisive == "default-src" {
        directives.push(format!("script-src {}", admitted.trim()));
    } else {
        directives.retain(|directive| directive.split_whitespace().next() != Some(decisive));
        directives.push(format!("{decisive} {}", admitted.trim()));
    }
    directives.join("; ")
}

/// With 'strict-dynamic' a policy goes by nonces alone.
fn nonce(policy: &str) -> Option<&str> {
    policy.split_once("'nonce-")?.1.split('\'').next()
}

/// Where the first script of a page belongs: after the start of its head, or as far in as it goes. Before the doctype it
/// would bring up another way of laying out the page.
fn beginning(page: &str) -> usize {
    let lower = page.to_ascii_lowercase();
    let end_of_tag = |tag: &str| {
        let after_name = lower.find(tag)? + tag.len();
        let rest = lower.get(after_name..)?;
        // Not <header> for <head>.
        rest.starts_with(|next: char| next == '>' || next.is_whitespace()).then_some(())?;
        Some(after_name + rest.find('>')? + 1)
    };
    ["<head", "<html", "<!doctype"].into_iter().find_map(end_of_tag).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_come_after_what_decides_how_the_page_is_read() {
        let check = |page: &str, expected: &str| {
            let expected = expected.replace('*', "<script src=\"/__recorder.js\"></script>");
            assert_eq!(first_on(page, None, None), expected, "{page}");
        };
        check("<!doctype html><html><head lang=\"da\"><title>", "<!doctype html><html><head lang=\"da\">*<title>");
        check("<!DOCTYPE html><HTML lang=da><p>", "<!DOCTYPE html><HTML lang=da>*<p>");
        check("<!doctype html><header>", "<!doctype html>*<header>");
        check("<p>no doctype", "*<p>no doctype");
    }

    #[test]
    fn the_clock_and_the_nonce_go_with_them() {
        let page = first_on("<p>", Some("2026-03-10T08:00:00Z"), Some("script-src 'nonce-abc' 'strict-dynamic'"));
        assert_eq!(
            page,
            "<script src=\"/__recorder.js\" nonce=\"abc\"></script>\
             <script src=\"/__clock.js\" data-now=\"2026-03-10T08:00:00Z\" nonce=\"abc\"></script><p>"
        );
    }

    #[test]
    fn a_policy_lets_them_in_and_is_otherwise_as_strict() {
        let check = |policy: &str, expected: &str| {
            assert_eq!(admitted_by(policy, "h"), expected.replace('*', "h/__recorder.js h/__clock.js"), "{policy}");
        };
        check("script-src w; connect-src w", "connect-src w; script-src w *");
        check("default-src 'none'; script-src w", "default-src 'none'; script-src w *");
        check("default-src 'self'", "default-src 'self'; script-src 'self' *");
        check("default-src 'none';", "default-src 'none'; script-src *");
        check("script-src w; script-src-elem 'self'", "script-src w; script-src-elem 'self' *");
        check("img-src 'none'", "img-src 'none'");
    }
}
