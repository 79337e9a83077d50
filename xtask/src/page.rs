//! The published HTML pages.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::project::Project;

/// Writes index.html, embed.html and check.html into the folder, without their trunk links.
pub fn publish(project: &Project, folder: &Path) -> Outcome {
    for (source, name) in
        [("index.html", "index.html"), ("static/embed.html", "embed.html"), ("static/check.html", "check.html")]
    {
        let source = project.root.join(source);
        let html = fs::read_to_string(&source).map_err(Failure::at("read", &source))?;
        let published = folder.join(name);
        fs::write(&published, without_trunk_links(&html)).map_err(Failure::at("write", &published))?;
    }
    Ok(())
}

/// The page without `<link data-trunk …>` elements, which are instructions for trunk.
fn without_trunk_links(html: &str) -> String {
    let mut page = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, from_link)) = rest.split_once("<link") {
        let Some((attributes, after)) = from_link.split_once('>') else { break };
        page.push_str(before);
        if attributes.contains("data-trunk") {
            let without_indentation = page.trim_end_matches([' ', '\t']).len();
            page.truncate(without_indentation);
            rest = after.strip_prefix('\n').unwrap_or(after);
        } else {
            page.push_str("<link");
            page.push_str(attributes);
            page.push('>');
            rest = after;
        }
    }
    page.push_str(rest);
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        assert_eq!(without_trunk_links(html), expected, "from {html:?}");
    }

    #[test]
    fn only_trunk_links_are_removed() {
        check("<head>\n  <link data-trunk rel=\"rust\">\n  <title>A</title>", "<head>\n  <title>A</title>");
        check("  <link\n    rel=\"copy-file\"\n    data-trunk\n  />\n<p>", "<p>");
        check("<link data-trunk><link data-trunk>\n<p>", "<p>");
        check("  <link rel=\"icon\" href=\"a\">\n<p>", "  <link rel=\"icon\" href=\"a\">\n<p>");
        check("<link rel=\"icon\"> <link data-trunk> <p>", "<link rel=\"icon\"> <p>");
    }

    #[test]
    fn a_page_without_a_complete_link_is_unchanged() {
        check("", "");
        check("<p>data-trunk</p>", "<p>data-trunk</p>");
        check("<p><link data-trunk", "<p><link data-trunk");
    }

    #[test]
    fn index_html_keeps_its_scripts() {
        let page = without_trunk_links(include_str!("../../index.html"));
        assert!(!page.contains("data-trunk"), "{page}");
        assert!(page.contains("v1/page.js") && page.contains("v1/aura-serviceaftale.js"), "{page}");
    }
}
