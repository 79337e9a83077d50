//! Injection of the test scripts into pages, before all other scripts.

const RECORDER: &str = "/__recorder.js";
const CLOCK: &str = "/__clock.js";

/// The test script with this path, if there is one.
pub(super) fn script(path: &str) -> Option<&'static str> {
    match path {
        RECORDER => Some(include_str!("../../js/recorder.js")),
        CLOCK => Some(include_str!("../../js/clock.js")),
        _ => None,
    }
}

/// The page with the recorder and, if requested, the fake clock as its first scripts.
pub(super) fn insert_scripts(page: &str, clock_starts_at: Option<&str>, policy: Option<&str>) -> String {
    let (before, after) = page.split_at(insert_position(page));
    let nonce = policy.and_then(nonce).map_or_else(String::new, |nonce| format!(" nonce=\"{nonce}\""));
    let recorder = format!("<script src=\"{RECORDER}\"{nonce}></script>");
    let clock = clock_starts_at
        .map_or_else(String::new, |instant| format!("<script src=\"{CLOCK}\" data-now=\"{instant}\"{nonce}></script>"));
    format!("{before}{recorder}{clock}{after}")
}

/// The content security policy with the test scripts as additional script sources.
pub(super) fn allow_scripts(policy: &str, own_origin: &str) -> String {
    let directives: Vec<&str> = policy.split(';').map(str::trim).filter(|directive| !directive.is_empty()).collect();
    let find = |name: &str| directives.iter().find(|directive| directive.split_whitespace().next() == Some(name));
    let names = ["script-src-elem", "script-src", "default-src"];
    let Some(effective) = names.into_iter().find(|name| find(name).is_some()) else { return policy.to_owned() };
    let sources = find(effective).and_then(|directive| directive.strip_prefix(effective)).unwrap_or_default();
    // 'none' next to other sources is ignored, with a warning in the console.
    let sources = sources.replace("'none'", "");
    let allowed = format!("{} {own_origin}{RECORDER} {own_origin}{CLOCK}", sources.trim());

    let mut directives: Vec<String> = directives.iter().map(ToString::to_string).collect();
    // default-src also applies to other resources, which must not get the additional sources.
    if effective == "default-src" {
        directives.push(format!("script-src {}", allowed.trim()));
    } else {
        directives.retain(|directive| directive.split_whitespace().next() != Some(effective));
        directives.push(format!("{effective} {}", allowed.trim()));
    }
    directives.join("; ")
}

/// The nonce of the policy, which is needed with 'strict-dynamic'.
fn nonce(policy: &str) -> Option<&str> {
    policy.split_once("'nonce-")?.1.split('\'').next()
}

/// The position for the first script: after the `<head>` tag, or else after `<html>` or the doctype. A script before
/// the doctype would switch the page to quirks mode.
fn insert_position(page: &str) -> usize {
    let lower = page.to_ascii_lowercase();
    let end_of_tag = |tag: &str| {
        let after_name = lower.find(tag)? + tag.len();
        let rest = lower.get(after_name..)?;
        // Do not match <header> for <head>.
        rest.starts_with(|next: char| next == '>' || next.is_whitespace()).then_some(())?;
        Some(after_name + rest.find('>')? + 1)
    };
    ["<head", "<html", "<!doctype"].into_iter().find_map(end_of_tag).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_come_after_the_doctype_and_the_head_tag() {
        let check = |page: &str, expected: &str| {
            let expected = expected.replace('*', "<script src=\"/__recorder.js\"></script>");
            assert_eq!(insert_scripts(page, None, None), expected, "{page}");
        };
        check("<!doctype html><html><head lang=\"da\"><title>", "<!doctype html><html><head lang=\"da\">*<title>");
        check("<!DOCTYPE html><HTML lang=da><p>", "<!DOCTYPE html><HTML lang=da>*<p>");
        check("<!doctype html><header>", "<!doctype html>*<header>");
        check("<p>no doctype", "*<p>no doctype");
    }

    #[test]
    fn the_clock_and_the_nonce_are_inserted() {
        let page = insert_scripts("<p>", Some("2026-03-10T08:00:00Z"), Some("script-src 'nonce-abc' 'strict-dynamic'"));
        assert_eq!(
            page,
            "<script src=\"/__recorder.js\" nonce=\"abc\"></script>\
             <script src=\"/__clock.js\" data-now=\"2026-03-10T08:00:00Z\" nonce=\"abc\"></script><p>"
        );
    }

    #[test]
    fn the_policy_allows_the_test_scripts_and_nothing_else() {
        let check = |policy: &str, expected: &str| {
            assert_eq!(allow_scripts(policy, "h"), expected.replace('*', "h/__recorder.js h/__clock.js"), "{policy}");
        };
        check("script-src w; connect-src w", "connect-src w; script-src w *");
        check("default-src 'none'; script-src w", "default-src 'none'; script-src w *");
        check("default-src 'self'", "default-src 'self'; script-src 'self' *");
        check("default-src 'none';", "default-src 'none'; script-src *");
        check("script-src w; script-src-elem 'self'", "script-src w; script-src-elem 'self' *");
        check("img-src 'none'", "img-src 'none'");
    }
}
