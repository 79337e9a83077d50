//! What did the page say for itself since it was opened?

use serde_json::Value;

use crate::{Failure, Outcome, Page};

/// One thing that `js/recorder.js` heard, in the order in which it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// A call of the console, at the level `debug`, `log`, `info`, `warn`, `error` or `trace`.
    Console {
        /// The name of the console's method.
        level: String,
        /// Its arguments, with spaces between.
        text: String,
    },
    /// An error that reached the page: its name and message.
    Error(String),
    /// A promise that was rejected and that nobody waited for: the reason.
    Rejection(String),
    /// A script, a picture or a style sheet that could not be loaded: its URL.
    Missing(String),
    /// Something the page's content security policy kept out: the directive, and what it was.
    Blocked(String),
    /// An event of the element.
    Event(Told),
}

/// An `aura-serviceaftale-…` event, as it reaches the page's window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its name after `aura-serviceaftale-`: `ready`, `change` or `error`.
    pub name: String,
    /// The `id` of the element; empty when it has none.
    pub element: String,
    /// The code of an error.
    pub code: Option<String>,
    /// The message of an error.
    pub message: Option<String>,
    /// The agreement of a change; `None` also when the choice was taken back.
    pub agreement: Option<String>,
}

/// Everything that was recorded on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded(pub Vec<Record>);

impl Recorded {
    /// The element's events of this name.
    pub fn told(&self, name: &str) -> Vec<&Told> {
        let events =
            self.0.iter().filter_map(|record| if let Record::Event(told) = record { Some(told) } else { None });
        events.filter(|told| told.name == name).collect()
    }

    /// The codes of the element's errors, in order.
    pub fn codes(&self) -> Vec<&str> {
        self.told("error").into_iter().map(|told| told.code.as_deref().unwrap_or("none")).collect()
    }

    /// Whatever somebody would have to look into: all but the events, and what the console says below a warning.
    pub fn complaints(&self) -> Vec<&Record> {
        let harmless = |record: &Record| match record {
            Record::Event(told) => told.name != "error",
            Record::Console { level, .. } => level != "warn" && level != "error",
            _ => false,
        };
        self.0.iter().filter(|record| !harmless(record)).collect()
    }
}

impl Page {
    /// What the page has said since it was opened.
    ///
    /// # Errors
    ///
    /// When the page has no recorder: the site puts it into every page, but a content security policy may keep it out.
    pub async fn recorded(&self) -> Outcome<Recorded> {
        let list = self.run("return globalThis.__recorded?.();", vec![]).await?;
        let list =
            list.as_str().ok_or_else(|| Failure::new("the page has no recorder: was it kept out by its policy?"))?;
        let list: Vec<Value> = serde_json::from_str(list)?;
        list.iter().map(record).collect::<Outcome<_>>().map(Recorded)
    }
}

fn record(record: &Value) -> Outcome<Record> {
    let optional = |name: &str| record.get(name).and_then(Value::as_str).map(str::to_owned);
    let text = |name: &str| optional(name).unwrap_or_default();
    Ok(match text("kind").as_str() {
        "console" => Record::Console { level: text("level"), text: text("text") },
        "error" => Record::Error(text("text")),
        "rejection" => Record::Rejection(text("text")),
        "missing" => Record::Missing(text("text")),
        "blocked" => Record::Blocked(text("text")),
        "event" => Record::Event(Told {
            name: text("name"),
            element: text("element"),
            code: optional("code"),
            message: optional("message"),
            agreement: optional("agreement"),
        }),
        _ => return Err(Failure::new(format!("the recorder has this, which nobody expects: {record}"))),
    })
}
