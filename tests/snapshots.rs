//! Snapshots of the normalised DOM in named states of the widget.
//!
//! To accept changes: `INSTA_UPDATE=always cargo test -p aura-serviceaftale-widget --test snapshots`, then review the diff.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod render;
mod states;

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use insta::{Settings, assert_snapshot};
use render::Dom;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots");

#[test]
fn every_state_renders_as_its_snapshot() {
    let mut settings = Settings::new();
    settings.set_snapshot_path(FOLDER);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    let differing: Vec<_> = states::all()
        .into_iter()
        .filter(|(name, setup)| {
            let printed = render::page_with(setup.clone().state()).print();
            catch_unwind(|| assert_snapshot!(*name, printed)).is_err()
        })
        .map(|(name, _)| name)
        .collect();
    assert!(differing.is_empty(), "states that differ from their snapshots: {differing:#?}");
}

#[test]
fn every_snapshot_belongs_to_one_state() {
    let states = states::all();
    let names: BTreeSet<_> = states.iter().map(|(name, _)| format!("{name}.snap")).collect();
    assert_eq!(names.len(), states.len(), "a name is used twice");
    let files = fs::read_dir(Path::new(FOLDER)).unwrap().map(|file| file.unwrap().file_name());
    let files: BTreeSet<_> = files.map(|name| name.into_string().unwrap()).collect();
    assert_eq!(files, names);
}

#[test]
fn states_have_different_snapshots() {
    let mut printed = BTreeSet::new();
    for (name, setup) in states::all() {
        assert!(printed.insert(render::page_with(setup.state()).print()), "{name} renders as another state");
    }
}

#[test]
fn printing_shows_differences_of_the_page_alone() {
    fn check(one: &str, other: &str, alike: bool) {
        assert_eq!(Dom::parse(one).print() == Dom::parse(other).print(), alike, "{one} and {other}");
    }
    check("<p id=\"a\" class=\"b\">c</p>", "<p class=\"b\" id=\"a\">c</p>", true);
    check("<div> <p>\n a  b </p></div>", "<div><p>a b</p></div>", true);
    check("<p hidden>a</p>", "<p hidden=\"\">a</p>", true);
    check("<p class=\"a\">c</p>", "<p class=\"b\">c</p>", false);
    check("<p class=\"a b\">c</p>", "<p class=\"b a\">c</p>", false);
    check("<p>a</p>", "<p lang=\"da\">a</p>", false);
    check("<p>a<b>c</b></p>", "<p>a <b>c</b></p>", false);
    check("<p><b>a</b><b>c</b></p>", "<p><b>a</b> <b>c</b></p>", false);
    check("<p>a&nbsp;b</p>", "<p>a b</p>", false);
    check("<p>a\u{2060}b</p>", "<p>ab</p>", false);
    check("<p>&lt;b></p>", "<p><b></b></p>", false);
    check("<p>a</p><p>b</p>", "<p>b</p><p>a</p>", false);
    check("<div><p>a</p></div>", "<div></div><p>a</p>", false);
}

#[test]
fn printing_is_one_line_a_node() {
    let html = "<ul class=\"b\" aria-label=\"x &quot;y&quot;\"><li>a&nbsp;&amp;</li><li>b <i>c</i>.</li><br></ul>";
    let lines = [
        "<ul aria-label=\"x &quot;y&quot;\" class=\"b\">",
        " <li>a&nbsp;&amp;",
        " <li>",
        "  b␣",
        "  <i>c",
        "  .",
        " <br>",
        "",
    ];
    assert_eq!(Dom::parse(html).print(), lines.join("\n"));
}
