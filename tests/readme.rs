//! Completeness of the README: it lists exactly the element's attributes, events, parts and custom properties.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ATTRIBUTES: &str = include_str!("../static/attributes.js");
const LOADER: &str = include_str!("../static/aura-serviceaftale.js");
const FILE_KINDS: &str = include_str!("../core/src/file_check.rs");
const STYLES: &str = include_str!("../static/widget.css");
const SERVER: &str = include_str!("../deploy/nginx-http.conf");
const README: &str = include_str!("../README.md");

type Names = BTreeSet<String>;

#[test]
fn attributes() {
    let properties = between(ATTRIBUTES, "const PROPERTIES = {", "};");
    let mut known: Names = properties.lines().filter_map(|line| line.split('"').nth(1)).map(str::to_owned).collect();
    known.insert("lang".to_owned());
    assert_eq!(first_cells("### Attributes"), known);
}

#[test]
fn events_and_error_codes() {
    let event_name = |what: &str| format!("aura-serviceaftale-{what}");
    let events: Names = after_each(LOADER, "dispatch(this")
        .chain(after_each(LOADER, "dispatch(this.owner"))
        .map(|what| event_name(&what))
        .collect();
    assert_eq!(first_cells("### State and events"), events);
    let codes: Names = after_each(LOADER, "code:")
        .chain(after_each(LOADER, ".failed("))
        .chain(after_each(between(FILE_KINDS, "fn name", "fn own_fields"), "=>"))
        .chain(after_each(LOADER, "#fail("))
        .chain(after_each(LOADER, "fail(element"))
        .collect();
    let row = README.lines().find(|line| line.contains("aura-serviceaftale-error")).unwrap();
    let listed: Names = row.split(" | ").nth(2).unwrap().split('`').skip(1).step_by(2).map(str::to_owned).collect();
    assert_eq!(listed, codes);
}

#[test]
fn parts() {
    let mut known = Names::new();
    let folders = ["src/view", "src/view/lazy", "src/view/lazy/timeline"]
        .map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|file| file.unwrap().path());
    for file in files.filter(|path| path.is_file()) {
        let source = fs::read_to_string(file).unwrap();
        known.extend(source.split(" part=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
    }
    let sentence = between(README, "`::part(…)` of ", ", and these custom");
    let listed: Names = sentence.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    assert_eq!(listed, known);
}

#[test]
fn custom_properties() {
    let name = |rest: &str| format!("--aura{}", rest.split([',', ')']).next().unwrap());
    let known: Names = STYLES.split("var(--aura").skip(1).map(name).collect();
    assert_eq!(first_cells("### Looks"), known);
}

#[test]
fn policies_of_the_pages() {
    let nginx = between(SERVER, "$aura_content_security_policy {", "\n}");
    let pages: Vec<(&str, &str)> = README.lines().filter_map(|line| line.split_once(": default-src")).collect();
    assert_eq!(pages.iter().map(|(page, _)| *page).collect::<Vec<_>>(), ["index.html", "embed.html", "check.html"]);
    for (page, policy) in pages {
        let sent = between(nginx, &format!("/serviceaftale/{page}"), ";\n").trim();
        assert_eq!(sent, format!("\"default-src{policy}\""), "{page}");
    }
}

/// The text between the first `begin` and the next `end`.
fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    text.split_once(begin).unwrap().1.split_once(end).unwrap().0
}

/// The quoted word directly after each occurrence of `place`.
fn after_each<'a>(text: &'a str, place: &'a str) -> impl Iterator<Item = String> + 'a {
    text.split(place).skip(1).filter_map(|rest| {
        let word = rest.trim_start_matches([',', ' ']).strip_prefix('"')?.split('"').next()?;
        Some(word.to_owned())
    })
}

/// The code words in the first column of the table below a heading.
fn first_cells(heading: &str) -> Names {
    let section = README.split_once(heading).unwrap().1;
    let section = section.split("\n### ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.flat_map(|row| row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}
