//! Recorder of the page's console, errors, blocked resources and element events.

use serde_json::Value;

use crate::{Failure, Outcome, Page};

/// An entry of `js/recorder.js`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// A call of `console.debug`, `log`, `info`, `warn`, `error` or `trace`.
    Console {
        /// The name of the method.
        level: String,
        /// The arguments, separated by spaces.
        text: String,
    },
    /// An uncaught error: its name and message.
    Error(String),
    /// An unhandled promise rejection: the reason.
    UnhandledRejection(String),
    /// A script, image or style sheet that failed to load: its URL.
    LoadError(String),
    /// A violation of the page's content security policy: the directive and the blocked URI.
    CspViolation(String),
    /// An event of the element.
    Event(ElementEvent),
}

/// An `aura-serviceaftale-…` event that reached the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElementEvent {
    /// The name after `aura-serviceaftale-`: `ready`, `change` or `error`.
    pub name: String,
    /// The `id` of the element; empty when it has none.
    pub element: String,
    /// The code of an error.
    pub code: Option<String>,
    /// The message of an error.
    pub message: Option<String>,
    /// The agreement of a change; also `None` when the choice was cleared.
    pub agreement: Option<String>,
}

/// All entries of a page, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording(pub Vec<Record>);

impl Recording {
    /// The element events with this name.
    pub fn events(&self, name: &str) -> Vec<&ElementEvent> {
        let events =
            self.0.iter().filter_map(|record| if let Record::Event(event) = record { Some(event) } else { None });
        events.filter(|event| event.name == name).collect()
    }

    /// The codes of the element's error events, in order.
    pub fn error_codes(&self) -> Vec<&str> {
        self.events("error").into_iter().map(|event| event.code.as_deref().unwrap_or("none")).collect()
    }

    /// All entries except events without an error and console calls below the level `warn`.
    pub fn problems(&self) -> Vec<&Record> {
        let harmless = |record: &Record| match record {
            Record::Event(event) => event.name != "error",
            Record::Console { level, .. } => level != "warn" && level != "error",
            _ => false,
        };
        self.0.iter().filter(|record| !harmless(record)).collect()
    }
}

impl Page {
    /// The recorded entries since the page was loaded.
    ///
    /// # Errors
    ///
    /// When the page has no recorder. The site adds it to every page, but a content security policy may block it.
    pub async fn recording(&self) -> Outcome<Recording> {
        let list = self.execute("return globalThis.__recorded?.();", vec![]).await?;
        let list = list
            .as_str()
            .ok_or_else(|| Failure::new("the page has no recorder; is it blocked by a content security policy?"))?;
        let list: Vec<Value> = serde_json::from_str(list)?;
        list.iter().map(record).collect::<Outcome<_>>().map(Recording)
    }
}

fn record(record: &Value) -> Outcome<Record> {
    let optional = |name: &str| record.get(name).and_then(Value::as_str).map(str::to_owned);
    let text = |name: &str| optional(name).unwrap_or_default();
    Ok(match text("kind").as_str() {
        "console" => Record::Console { level: text("level"), text: text("text") },
        "error" => Record::Error(text("text")),
        "rejection" => Record::UnhandledRejection(text("text")),
        "missing" => Record::LoadError(text("text")),
        "blocked" => Record::CspViolation(text("text")),
        "event" => Record::Event(ElementEvent {
            name: text("name"),
            element: text("element"),
            code: optional("code"),
            message: optional("message"),
            agreement: optional("agreement"),
        }),
        _ => return Err(Failure::new(format!("unknown entry of the recorder: {record}"))),
    })
}
