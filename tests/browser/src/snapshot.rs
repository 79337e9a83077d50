//! Snapshot of what the widget shows.

use serde_json::Value;

use crate::{Failure, Outcome};

/// The state of the page at one moment, read by a single script, so that all parts are consistent.
pub struct PageSnapshot(Value);

/// The displayed state of a phone channel.
#[derive(Debug, PartialEq, Eq)]
pub struct Channel {
    /// Whether it is open now.
    pub open: bool,
    /// The next change (RFC 3339, Danish offset); `None` for a channel that never changes.
    pub until: Option<String>,
}

/// A displayed maintenance window.
#[derive(Debug, PartialEq, Eq)]
pub struct Window {
    /// The start (RFC 3339, Danish offset).
    pub start: String,
    /// The last date on which it can be announced within the notice period.
    pub notice: String,
}

impl PageSnapshot {
    pub(crate) fn new(value: Value) -> Self {
        Self(value)
    }

    /// The deadline in the answer for the agreement; `kind` is `remote` or `on-site`.
    ///
    /// # Errors
    ///
    /// When there is not exactly one such answer with exactly one time.
    pub fn answer(&self, agreement: &str, kind: &str) -> Outcome<String> {
        let part = self.part("answers", agreement, kind)?;
        single_time(part)?.ok_or_else(|| Failure::new(format!("no <time> in {}", text(part, "html"))))
    }

    /// The text of the answer for the agreement.
    ///
    /// # Errors
    ///
    /// When there is not exactly one such answer.
    pub fn answer_text(&self, agreement: &str, kind: &str) -> Outcome<String> {
        Ok(plain(text(self.part("answers", agreement, kind)?, "text")))
    }

    /// The agreement's channel; `kind` is `fault-report`, `general` or `billing`.
    ///
    /// # Errors
    ///
    /// When there is not exactly one such channel, or its `data-open` is invalid.
    pub fn channel(&self, agreement: &str, kind: &str) -> Outcome<Channel> {
        let part = self.part("channels", agreement, kind)?;
        let open = match text(part, "open") {
            "true" => true,
            "false" => false,
            other => return Err(Failure::new(format!("data-open=\"{other}\": {}", text(part, "html")))),
        };
        Ok(Channel { open, until: single_time(part)? })
    }

    /// The agreements with an answer on the page, in order, without duplicates.
    pub fn agreements(&self) -> Vec<String> {
        let mut ids: Vec<String> =
            self.parts("answers").iter().map(|part| text(part, "agreement").to_owned()).collect();
        ids.dedup();
        ids
    }

    /// The maintenance windows in the displayed order.
    ///
    /// # Errors
    ///
    /// When one of them does not have exactly one start and one last day of notice.
    pub fn windows(&self) -> Outcome<Vec<Window>> {
        let only = |window: &Value, name: &str| match strings(window, name).as_slice() {
            [one] => Ok(one.clone()),
            other => Err(Failure::new(format!("{} times for its {name}: {}", other.len(), text(window, "html")))),
        };
        let read = |window: &Value| Ok(Window { start: only(window, "start")?, notice: only(window, "notice")? });
        self.parts("windows").iter().map(read).collect()
    }

    /// The visible text with ordinary spaces, one line for each block.
    pub fn text(&self) -> String {
        plain(text(&self.0, "text"))
    }

    /// Whether one line of the text contains all these words. Not case-sensitive.
    pub fn has_line_with(&self, words: &[&str]) -> bool {
        self.text().to_lowercase().lines().any(|line| words.iter().all(|word| line.contains(&word.to_lowercase())))
    }

    /// The element's `agreement` attribute.
    pub fn chosen(&self) -> Option<String> {
        self.0.get("agreement").and_then(Value::as_str).map(str::to_owned)
    }

    /// The element's `data-state`.
    pub fn state(&self) -> &str {
        text(&self.0, "state")
    }

    /// The markup of the shadow root, or of the element if it has none.
    pub fn html(&self) -> &str {
        text(&self.0, "html")
    }

    fn parts(&self, list: &str) -> &[Value] {
        self.0.get(list).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    fn part(&self, list: &str, agreement: &str, kind: &str) -> Outcome<&Value> {
        let of_kind = |part: &&Value| text(part, "agreement") == agreement && text(part, "kind") == kind;
        match self.parts(list).iter().filter(of_kind).collect::<Vec<_>>().as_slice() {
            [one] => Ok(one),
            other => {
                let found: Vec<String> = self
                    .parts(list)
                    .iter()
                    .map(|part| format!("{} {}", text(part, "agreement"), text(part, "kind")))
                    .collect();
                Err(Failure::new(format!(
                    "{} visible {list} match \"{agreement} {kind}\"; found {found:?}",
                    other.len()
                )))
            }
        }
    }
}

fn single_time(part: &Value) -> Outcome<Option<String>> {
    match strings(part, "times").as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(one.clone())),
        many => Err(Failure::new(format!("{} <time> elements instead of one: {}", many.len(), text(part, "html")))),
    }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn strings(value: &Value, name: &str) -> Vec<String> {
    let list = value.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    list.iter().map(|item| item.as_str().unwrap_or("null").to_owned()).collect()
}

/// Replaces non-breaking spaces and removes soft hyphens and word joiners, so that tests need not contain them.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace(['\u{ad}', '\u{2060}'], "")
}
