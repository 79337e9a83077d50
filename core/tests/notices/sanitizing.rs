//! Harmful content of notices files.

use serviceaftale_core::answers::{AnnouncementFilter, Announcements};
use serviceaftale_core::data::{Value, replace_at, sanitize};
use serviceaftale_core::messages::{Language, announcements};

use super::{at, changed, parse};

#[test]
fn text_becomes_one_line_of_visible_characters() {
    fn check(text: &str, sanitized: &str) {
        assert_eq!(sanitize(text), sanitized, "{text:?}");
    }
    check("Et kabel\ner gravet\tover", "Et kabel er gravet over");
    check("\u{202e}kd.arua\u{202c} er sikker", "kd.arua er sikker");
    check("\u{2066}a\u{2069}\u{200f}\u{200e}\u{61c}b", "ab");
    check("a\u{200b}\u{feff}\u{2060}b", "ab");
    check("a\u{2028}b\u{2029}c\u{85}d\u{7f}e\u{0}f", "a b c d e f");
    check("\u{1b}[31mrød", "[31mrød");
    check("e\u{301}\u{301}\u{301}\u{301}x", "e\u{301}\u{301}x");
    check("tag\u{e0041}", "tag");
    check("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>");
    check(" \u{202e} \n ", "");
    check("Århus – Ærø, 50 % »nu« 🚧", "Århus – Ærø, 50 % »nu« 🚧");
}

#[test]
fn markup_stays_text() {
    let markup = "<img src=x onerror=alert(1)> {0} {1} \u{202e}${x}";
    let sanitized = "<img src=x onerror=alert(1)> {0} {1} ${x}";
    let mut tree = changed(&[]);
    for path in ["notices[odder-core].what.da", "notices[odder-core].what.en"] {
        assert!(replace_at(&mut tree, path, &Value::String(markup.to_owned())));
    }
    assert!(replace_at(&mut tree, "notices[odder-core].areas", &Value::Array(vec![Value::String(markup.to_owned())])));
    let (notices, problems) = parse(&tree);
    assert_eq!(problems, Vec::<String>::new());
    let now = at("2026-04-13T01:00");
    let all = Announcements::compute(&notices, &AnnouncementFilter::default(), now);
    let announcement = &all.under_way[0].announcement;
    assert_eq!(announcement.what.da, sanitized);
    assert_eq!(
        super::plain(&announcements::places(Language::Danish, announcement)),
        format!("Gælder {sanitized} (postnummer 8300).")
    );
}

#[test]
fn problems_with_large_and_deep_values_are_short() {
    let mut deep = Value::Null;
    for _ in 0..2000 {
        deep = Value::Array(vec![deep]);
    }
    for value in [Value::String("x".repeat(1_000_000)), Value::String("\u{202e}".repeat(1_000_000)), deep] {
        for path in [
            "notices[odder-core].what.da",
            "notices[odder-core].start",
            "notices[odder-core].areas",
            "notices[odder-core].id",
        ] {
            let mut tree = changed(&[]);
            assert!(replace_at(&mut tree, path, &value));
            let (notices, problems) = parse(&tree);
            assert_eq!(notices.announcements.len(), 5, "{path}");
            assert_eq!(problems.len(), 1, "{path}");
            assert!(problems[0].chars().count() < 200, "{}", problems[0]);
            assert!(!problems[0].contains('\u{202e}'));
        }
    }
}

#[test]
fn problems_with_long_field_names_are_short() {
    let name = format!("\u{202e}{}", "x".repeat(1_000_000));
    let item = Value::Object(vec![(name, Value::Null)]);
    let (notices, problems) = parse(&{
        let mut tree = changed(&[]);
        assert!(replace_at(&mut tree, "notices[odder-core]", &item));
        tree
    });
    assert_eq!(notices.announcements.len(), 5);
    assert!(problems.iter().all(|problem| problem.chars().count() < 400 && !problem.contains('\u{202e}')));
}
