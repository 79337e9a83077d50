//! Words in the source code: sentences, dates and durations are in `core/src/messages` and nowhere else.
//!
//! Code that renders the page or answers its questions contains no words for people. Code that reads data and attributes
//! describes their problems in English, for those who write them; none of that reaches the page.

// A test fails by panicking.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// The one place for words that customers read.
const MESSAGES: &str = "core/src/messages";

/// Where a literal may be an English sentence for developers and editors, or a word of a format that machines read.
const FOR_OTHERS: [&str; 12] = [
    "core/src/addresses",
    "core/src/agreement",
    "core/src/calendar",
    "core/src/data",
    "core/src/ics",
    "core/src/notices",
    "core/src/text.rs",
    "core/src/time",
    "editor/src/dropping.rs",
    "src/app/attributes.rs",
    "src/host",
    "core/src/report_input",
];

/// The functions of `src/view/elements.rs` whose arguments are read by people.
const TEXT_FUNCTIONS: [&str; 5] = ["emphasised", "heading", "label", "subheading", "text"];

/// Where a literal stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Text of an element, or the argument of a function that renders text.
    Text,
    Elsewhere,
}

/// Whether people would read the literal in that place: words of a sentence, or the format of a date or duration.
fn shown(place: Place, literal: &str) -> Option<&'static str> {
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
    if place == Place::Text && literal.contains(char::is_alphabetic) {
        Some("text of an element")
    } else if words().any(capitalised) {
        Some("a word that begins a sentence or a name")
    } else if sentence {
        Some("the end of a sentence")
    } else if literal.contains(":0") || literal.split('%').skip(1).any(|after| after.starts_with(char::is_alphabetic)) {
        Some("the format of a date or duration")
    } else {
        danish(place, literal)
    }
}

/// Whether the literal is Danish.
fn danish(_: Place, literal: &str) -> Option<&'static str> {
    let letters = ['æ', 'ø', 'å', 'Æ', 'Ø', 'Å', '»', '«'];
    let words = ["kl.", " og ", " dage", " timer", "senest"];
    (literal.contains(letters) || words.iter().any(|word| literal.contains(word))).then_some("Danish")
}

/// The string literals of Rust code, without those of attributes, doc comments and test modules.
fn literals(code: &str) -> Vec<(Place, String)> {
    let mut found = Vec::new();
    collect(code.parse().unwrap(), Place::Elsewhere, &mut found);
    found
}

fn collect(tokens: TokenStream, place: Place, found: &mut Vec<(Place, String)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut before: [Option<&TokenTree>; 2] = [None, None];
    let mut skip_item = false;
    for token in &tokens {
        match token {
            TokenTree::Literal(literal) => {
                if let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                    found.push((place, text.value()));
                }
            }
            // An attribute; what follows `#[cfg(test)]` is skipped to its body.
            TokenTree::Group(group) if begins_attribute(before) => {
                skip_item |= group.stream().to_string().replace(' ', "") == "cfg(test)";
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && skip_item => skip_item = false,
            TokenTree::Group(group) => {
                let called = |name: &TokenTree| matches!(name, TokenTree::Ident(name) if TEXT_FUNCTIONS.contains(&name.to_string().as_str()));
                let defined = matches!(before[0], Some(TokenTree::Ident(keyword)) if keyword == "fn");
                let text = is_child(group, before) || !defined && before[1].is_some_and(called);
                collect(group.stream(), if text { Place::Text } else { place }, found);
            }
            TokenTree::Punct(mark) if mark.as_char() == ';' => skip_item = false,
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
        before = [before[1], Some(token)];
    }
}

/// Whether a group is the child of an element and contains nothing but a literal, as in `<p>{"text"}</p>`.
fn is_child(group: &Group, before: [Option<&TokenTree>; 2]) -> bool {
    let mut tokens = group.stream().into_iter();
    let literal = matches!((tokens.next(), tokens.next()), (Some(TokenTree::Literal(_)), None));
    let (value, arm) = (is(before[1], '='), is(before[0], '=') && is(before[1], '>'));
    group.delimiter() == Delimiter::Brace && literal && !value && !arm
}

fn is(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(found)) if found.as_char() == mark)
}

/// Whether `#`, or `#!`, stands before a group.
fn begins_attribute(before: [Option<&TokenTree>; 2]) -> bool {
    let is = |token: Option<&TokenTree>, mark: char| matches!(token, Some(TokenTree::Punct(found)) if found.as_char() == mark);
    is(before[1], '#') || (is(before[0], '#') && is(before[1], '!'))
}

fn findings(code: &str, rule: fn(Place, &str) -> Option<&'static str>) -> Vec<(String, &'static str)> {
    let wrong = |(place, literal): (Place, String)| rule(place, &literal).map(|what| (literal, what));
    literals(code).into_iter().filter_map(wrong).collect()
}

fn files(below: &Path) -> Vec<PathBuf> {
    if below.is_file() {
        return vec![below.to_owned()];
    }
    let entries = fs::read_dir(below).unwrap();
    entries
        .flat_map(|entry| files(&entry.unwrap().path()))
        .filter(|path| path.extension().is_some_and(|e| e == "rs") && !is_test(path))
        .collect()
}

/// Whether the file is a module `tests`, or below one.
fn is_test(path: &Path) -> bool {
    path.ancestors()
        .take_while(|folder| !folder.ends_with("src"))
        .any(|part| part.file_stem() == Some("tests".as_ref()))
}

#[test]
fn words_for_people_are_in_the_messages_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = ["src", "core/src", "editor/src"].map(|folder| files(&root.join(folder))).concat();
    let mut counts = [0, 0];
    let mut wrong = Vec::new();
    for path in &all {
        let name = path.strip_prefix(root).unwrap();
        if name.starts_with(MESSAGES) {
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
fn words_for_people_differ_from_those_for_machines() {
    fn check(literal: &str, found: bool) {
        assert_eq!(shown(Place::Elsewhere, literal).is_some(), found, "{literal}");
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
fn text_of_elements_is_found_and_attributes_are_not() {
    fn check(code: &str, found: usize) {
        assert_eq!(findings(code, shown).len(), found, "{code}");
    }
    check(r#"html! { <p>{"call now"}</p> }"#, 1);
    check(r#"html! { <p class="meta">{label("call now")}</p> }"#, 1);
    check(r#"html! { <p>{text("call now".to_owned())}{" "}</p> }"#, 1);
    check(r#"heading(cx, label("call now"))"#, 1);
    check(r#"html! { <p>{label(if copied { COPIED.get(language) } else { "call now" })}</p> }"#, 1);
    check(r#"html! { <a class="button primary" href={"tel:1"}>{label(CALL.get(language))}</a> }"#, 0);
    check(r#"pub fn label(words: &'static str) -> Html { html! { <b class="hero one">{words}</b> } }"#, 0);
}

#[test]
fn literals_of_tests_and_comments_are_skipped() {
    let code = r###"
        //! "in a module header"
        // "in a comment"
        /// "in a doc comment"
        const ONE: &str = "one";
        const TWO: &str = "two \"quoted\"";
        const THREE: &str = r#"three "raw""#;
        #[cfg(test)]
        const TEST: &str = "Four";
        #[cfg(test)]
        mod tests { const TEST: &str = "Five"; }
        #[allow(dead_code, reason = "six")]
        fn seven() -> &'static str { "seven" }
    "###;
    let found: Vec<_> = literals(code).into_iter().map(|(_, literal)| literal).collect();
    assert_eq!(found, ["one", r#"two "quoted""#, r#"three "raw""#, "Four", "seven"]);
}
