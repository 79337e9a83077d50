//! Words in the source code: sentences, dates and durations are in `core/src/wording` and nowhere else.
//!
//! Code that draws the page or answers its questions contains no words for people. Code that reads data and attributes
//! describes their problems in English, for those who write them; none of that reaches the page.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

/// The one place for words that customers read.
const WORDING: &str = "core/src/wording";

/// Where a literal may be an English sentence for developers and editors, or a word of a format that machines read.
const FOR_OTHERS: [&str; 8] = [
    "src/host",
    "core/src/addresses",
    "core/src/agreement",
    "core/src/calendar",
    "core/src/data",
    "core/src/ics",
    "core/src/notices",
    "core/src/text.rs",
];

/// The literal and what is wrong with it.
type Finding<'a> = (&'a str, &'static str);

/// What is wrong with a literal in that place, if anything.
type Rule = fn(Argument, &str) -> Option<&'static str>;

/// The function that a literal is given to, and as which of its arguments, from 0.
type Argument<'a> = (&'a str, usize);

/// The functions of `src/ui/draw.rs` that take words, and as which of their arguments, from 0.
const TAKE_WORDS: [(&str, usize); 9] = [
    ("label", 0),
    ("text", 0),
    ("heading", 1),
    ("moment", 1),
    ("panel", 1),
    ("radio", 1),
    ("time", 1),
    ("words", 2),
    ("labelled", 2),
];

/// Whether people would read the literal in that place: words of a sentence, the format of a date or
/// duration, or anything that is given to be read.
fn shown(argument: Argument, literal: &str) -> Option<&'static str> {
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
    if TAKE_WORDS.contains(&argument) && literal.contains(char::is_alphabetic) {
        Some("words given to be read")
    } else if words().any(capitalised) {
        Some("a word that begins a sentence or a name")
    } else if sentence {
        Some("the end of a sentence")
    } else if literal.contains(":0") || literal.split('%').skip(1).any(|after| after.starts_with(char::is_alphabetic)) {
        Some("the format of a date or duration")
    } else {
        danish(argument, literal)
    }
}

/// Whether the literal is Danish.
fn danish(_: Argument, literal: &str) -> Option<&'static str> {
    let letters = ['æ', 'ø', 'å', 'Æ', 'Ø', 'Å', '»', '«'];
    let words = ["kl.", " og ", " dage", " timer", "senest"];
    (literal.contains(letters) || words.iter().any(|word| literal.contains(word))).then_some("Danish")
}

/// The string literals of Rust code and the place of each, without those of its tests and comments.
fn literals(code: &str) -> Vec<(Argument<'_>, &str)> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let mut literals = Vec::new();
    let mut argument = ("", 0);
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
            argument = place(before, argument);
            literals.push((argument, literal));
            after.strip_prefix('"').unwrap_or(after)
        } else {
            &from[1..]
        };
    }
    literals
}

/// The place of a literal after that code, which follows a literal in another.
fn place<'a>(before: &'a str, (last, index): Argument<'a>) -> Argument<'a> {
    let commas = |code: &str| code.matches(',').count();
    match before.rfind(['(', ')']) {
        Some(at) if before[at..].starts_with('(') => {
            let function = before[..at].rsplit(|c: char| !c.is_alphanumeric() && c != '_').next();
            (function.unwrap_or_default(), commas(&before[at..]))
        }
        Some(_) => ("", 0),
        None => (last, index + commas(before)),
    }
}

fn findings(code: &str, rule: Rule) -> Vec<Finding<'_>> {
    let wrong = |(argument, literal)| Some((literal, rule(argument, literal)?));
    literals(code).into_iter().filter_map(wrong).collect()
}

fn files(below: &Path) -> Vec<PathBuf> {
    if below.is_file() {
        return vec![below.to_owned()];
    }
    let entries = fs::read_dir(below).unwrap();
    entries
        .flat_map(|entry| files(&entry.unwrap().path()))
        .filter(|path| path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs"))
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
        let lenient = FOR_OTHERS.iter().any(|folder| name.starts_with(folder));
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
        assert_eq!(shown(("open", 0), literal).is_some(), found, "{literal}");
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
}

#[test]
fn whatever_is_given_to_be_read_is_found() {
    fn check(code: &str, found: usize) {
        assert_eq!(findings(code, shown).len(), found, "{code}");
    }
    check(r#"draw.label("call now")"#, 1);
    check(r#"draw.text("call now".to_owned())"#, 1);
    check(r#"draw.heading(1, "call now".to_owned())"#, 1);
    check(r#"draw.labelled("span", "meta", "call now")"#, 1);
    check(r#"draw.panel("right-now", "call now", |draw| draw.label("now"))"#, 2);
    check(r#"draw.label(if copied { labels.copied } else { "call now" })"#, 1);
    check(r#"draw.labelled("span", "call now", " · ")"#, 0);
    check(r#"draw.open("div", if one { "hero one" } else { "hero several" })"#, 0);
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
