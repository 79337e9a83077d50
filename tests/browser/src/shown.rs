//! What did the page show at one moment?

use serde_json::Value;

use crate::{Failure, Outcome};

/// One moment of the page: everything read in one go, so that no two parts of it are from different moments.
pub struct Shown(Value);

/// A phone line, as its part of the page states it.
#[derive(Debug, PartialEq, Eq)]
pub struct Channel {
    /// Whether it is open now.
    pub open: bool,
    /// Until when that holds (RFC 3339, Danish offset); `None` for a line that never changes.
    pub until: Option<String>,
}

/// A coming maintenance window.
#[derive(Debug, PartialEq, Eq)]
pub struct Window {
    /// When it begins (RFC 3339, Danish offset).
    pub start: String,
    /// The last day on which it can be announced in time (a date).
    pub notice: String,
}

impl Shown {
    pub(crate) fn new(value: Value) -> Self {
        Self(value)
    }

    /// The deadline of the agreement's answer, `kind` being `remote` or `on-site`.
    ///
    /// # Errors
    ///
    /// When there is not exactly one such answer, or not exactly one time in it.
    pub fn answer(&self, agreement: &str, kind: &str) -> Outcome<String> {
        let part = self.part("answers", agreement, kind)?;
        only_time(part)?.ok_or_else(|| Failure::new(format!("no <time> in it: {}", text(part, "html"))))
    }

    /// The words of the agreement's answer.
    ///
    /// # Errors
    ///
    /// When there is not exactly one such answer.
    pub fn answer_text(&self, agreement: &str, kind: &str) -> Outcome<String> {
        Ok(plain(text(self.part("answers", agreement, kind)?, "text")))
    }

    /// The agreement's channel, `kind` being `fault-report`, `general` or `billing`.
    ///
    /// # Errors
    ///
    /// When there is not exactly one such channel, or it does not say whether it is open.
    pub fn channel(&self, agreement: &str, kind: &str) -> Outcome<Channel> {
        let part = self.part("channels", agreement, kind)?;
        let open = match text(part, "open") {
            "true" => true,
            "false" => false,
            other => return Err(Failure::new(format!("data-open=\"{other}\": {}", text(part, "html")))),
        };
        Ok(Channel { open, until: only_time(part)? })
    }

    /// The agreements that have an answer on the page, in order, each once.
    pub fn agreements(&self) -> Vec<String> {
        let mut ids: Vec<String> =
            self.parts("answers").iter().map(|part| text(part, "agreement").to_owned()).collect();
        ids.dedup();
        ids
    }

    /// The coming maintenance windows, in the order shown.
    ///
    /// # Errors
    ///
    /// When one of them has not exactly one start and one last day of notice.
    pub fn windows(&self) -> Outcome<Vec<Window>> {
        let only = |window: &Value, name: &str| match strings(window, name).as_slice() {
            [one] => Ok(one.clone()),
            other => Err(Failure::new(format!("{} times for its {name}: {}", other.len(), text(window, "html")))),
        };
        let read = |window: &Value| Ok(Window { start: only(window, "start")?, notice: only(window, "notice")? });
        self.parts("windows").iter().map(read).collect()
    }

    /// What a person sees, with plain spaces; a line for each block.
    pub fn text(&self) -> String {
        plain(text(&self.0, "text"))
    }

    /// Whether one line of the page has all these words, in capitals or not.
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

    /// The markup of the shadow root, or of the element when it has none.
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
                let there: Vec<String> = self
                    .parts(list)
                    .iter()
                    .map(|part| format!("{} {}", text(part, "agreement"), text(part, "kind")))
                    .collect();
                Err(Failure::new(format!(
                    "{} visible {list} are \"{agreement} {kind}\"; shown: {there:?}",
                    other.len()
                )))
            }
        }
    }
}

fn only_time(part: &Value) -> Outcome<Option<String>> {
    match strings(part, "times").as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(one.clone())),
        many => Err(Failure::new(format!("{} <time>s instead of one: {}", many.len(), text(part, "html")))),
    }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn strings(value: &Value, name: &str) -> Vec<String> {
    let list = value.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    list.iter().map(|item| item.as_str().unwrap_or("null").to_owned()).collect()
}

/// Where a line may break is typography; a test compares words.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace(['\u{ad}', '\u{2060}'], "")
}
