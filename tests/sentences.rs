//! Does a sentence, a date or a duration stand anywhere but in `core/src/wording`?
//!
//! What draws the page and what answers its questions hold no words for people at all. What reads data and
//! attributes names their problems to those who write them, in English; nothing of that reaches the page.

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

/// The one place for words that customers read.
const WORDING: &str = "core/src/wording";

/// Where a literal may be an English sentence for developers and editors.
const FOR_DEVELOPERS: [&str; 5] =
    ["src/host", "core/src/agreement", "core/src/calendar", "core/src/data", "core/src/text.rs"];

/// The literal and what is wrong with it.
type Finding<'a> = (&'a str, &'static str);

/// What is wrong with a literal after that code, if anything.
type Rule = fn(&str, &str) -> Option<&'static str>;

/// The functions of `src/ui/parts.rs` that take words.
const TAKE_WORDS: [&str; 6] = ["label(", "text(", "meta(", "aside(", "strong(", "VText::new("];

/// Whether people would read the literal after that code: words of a sentence, the format of a date or
/// duration, or anything that is given to be read.
fn shown(before: &str, literal: &str) -> Option<&'static str> {
    let words = || literal.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let capitalised = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let ends_sentence = |c: char| matches!(c, '.' | ',' | ':' | '!' | '?');
    let sentence = literal.split(' ').any(|word| {
        let end = word.trim_end_matches(ends_sentence);
        end.len() < word.len() && end.chars().last().is_some_and(|last| last.is_alphabetic() || last == '}')
    });
    let given = TAKE_WORDS.iter().any(|function| before.ends_with(function));
    if given && literal.contains(char::is_alphabetic) {
        Some("words given to be read")
    } else if words().any(capitalised) {
        Some("a word that begins a sentence or a name")
    } else if sentence {
        Some("the end of a sentence")
    } else if literal.contains(":0") || literal.split('%').skip(1).any(|after| after.starts_with(char::is_alphabetic)) {
        Some("the format of a date or duration")
    } else {
        danish(before, literal)
    }
}

/// Whether the literal is Danish.
fn danish(_: &str, literal: &str) -> Option<&'static str> {
    let letters = ['æ', 'ø', 'å', 'Æ', 'Ø', 'Å', '»', '«'];
    let words = ["kl.", " og ", " dage", " timer", "senest"];
    (literal.contains(letters) || words.iter().any(|word| literal.contains(word))).then_some("Danish")
}

/// The string literals of Rust code and the code before each, without those of its tests and comments.
fn literals(code: &str) -> Vec<(&str, &str)> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let mut literals = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find(['"', '/', '\'']) {
        let (before, from) = rest.split_at(start);
        rest = if let Some(comment) = from.strip_prefix("//") {
            comment.split_once('\n').map_or("", |(_, after)| after)
        } else if let Some(after) = from.strip_prefix("'\"'") {
            after
        } else if let Some(quoted) = from.strip_prefix('"') {
            let (literal, after) = if before.ends_with("r#") {
                quoted.split_once("\"#").unwrap()
            } else {
                let mut escaped = false;
                let ends = |c| {
                    let ends = c == '"' && !escaped;
                    escaped = c == '\\' && !escaped;
                    ends
                };
                quoted.split_at(quoted.find(ends).unwrap())
            };
            literals.push((before, literal));
            after.strip_prefix('"').unwrap_or(after)
        } else {
            &from[1..]
        };
    }
    literals
}

fn findings(code: &str, rule: Rule) -> Vec<Finding<'_>> {
    let wrong = |(before, literal)| Some((literal, rule(before, literal)?));
    literals(code).into_iter().filter_map(wrong).collect()
}

fn files(below: &Path) -> Vec<PathBuf> {
    if below.is_file() {
        return vec![below.to_owned()];
    }
    let entries = fs::read_dir(below).unwrap();
    entries
        .flat_map(|entry| files(&entry.unwrap().path()))
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .collect()
}

#[test]
fn no_words_stand_outside_the_wording() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = [files(&root.join("src")), files(&root.join("core/src"))].concat();
    let mut counts = [0, 0];
    let mut wrong = Vec::new();
    for path in &all {
        let name = path.strip_prefix(root).unwrap();
        if name.starts_with(WORDING) {
            continue;
        }
        let lenient = FOR_DEVELOPERS.iter().any(|folder| name.starts_with(folder));
        counts[usize::from(lenient)] += 1;
        let code = fs::read_to_string(path).unwrap();
        for (literal, what) in findings(&code, if lenient { danish } else { shown }) {
            wrong.push(format!("{}: \"{literal}\": {what}", name.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(counts.iter().all(|count| *count > 10), "only {counts:?} files read");
}

#[test]
fn words_for_people_are_told_from_those_for_machines() {
    fn check(literal: &str, found: bool) {
        assert_eq!(shown("", literal).is_some(), found, "{literal}");
    }
    check("Lige nu", true);
    check("call from a mobile phone.", true);
    check("no,", true);
    check("{}. {} {}", true);
    check("{hour}.{minute:02}", true);
    check("%d/%m", true);
    check("åben", true);
    check("i dag kl. 8", true);
    check("notice planned", false);
    check("aria-labelledby", false);
    check("viewBox", false);
    check("M12 1a11 11 0 1 0 0 22 11 11 0 1 0 0-22ZM7 12.5l3.5 3.5L17 8.5", false);
    check("0 0 24 24", false);
    check("tel:{phone}", false);
    check("{}%", false);
    check("../../static/agreements.json", false);
    assert_eq!(findings("meta(\"call now\".to_owned())", shown).len(), 1);
    assert_eq!(findings("of_class(\"call now\", label(\" · \"))", shown).len(), 0);
}

#[test]
fn literals_are_found_and_comments_and_tests_are_not() {
    let code = r###"
        // "in a comment"
        let quote = '"'; let lifetime: &'static str = "one";
        let escaped = "two \"quoted\" //not a comment";
        let raw = r#"three "raw""#;
        #[cfg(test)] const TEST: &str = "Four";
    "###;
    let found: Vec<_> = literals(code).into_iter().map(|(_, literal)| literal).collect();
    assert_eq!(found, ["one", r#"two \"quoted\" //not a comment"#, r#"three "raw""#]);
}
