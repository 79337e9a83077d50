//! The state of the page and its transitions.

use gloo_file::callbacks::{FileReader, read_as_bytes};
use gloo_file::{Blob, FileReadError};
use gloo_net::http::Request;
use serviceaftale_core::file_check::{self, FileReport};
use serviceaftale_core::messages::{Language, check_page};
use web_sys::{File, HtmlTextAreaElement};
use yew::{AttrValue, Component, Context, Html, NodeRef, Properties};

use crate::dropping::Dropping;
use crate::preview::Preview;
use crate::view;

/// The published agreements, relative to the page.
const PUBLISHED: &str = "v1/agreements.json";

#[derive(PartialEq, Properties)]
pub struct Props {
    pub language: Language,
    /// What was typed before the app was mounted.
    pub typed: AttrValue,
}

/// What happened.
pub enum Msg {
    /// The text is to be checked.
    Submitted,
    /// A file was chosen or dropped.
    FileSelected(File),
    FileRead(Result<Vec<u8>, FileReadError>),
    /// The published agreements were read: their ids.
    PublishedRead(Result<Vec<String>, String>),
    /// Whether a file is dragged over the page.
    Dragged(bool),
    /// The Danish local time to show; empty for the present.
    TimeSelected(String),
}

/// The ids of the published agreements, which announcements may refer to.
enum Published {
    Requested,
    Known(Vec<String>),
    Failed(String),
}

/// What is said about the last file.
pub enum Verdict {
    None,
    Checking,
    Report(FileReport),
    /// No verdict is possible, for this reason.
    Failed(String),
}

pub struct App {
    pub text: NodeRef,
    pub verdict: Verdict,
    pub preview: Preview,
    /// Whether a file is dragged over the page.
    pub dragged: bool,
    published: Published,
    /// A file that is checked once the published agreements are known.
    waiting: Option<Vec<u8>>,
    /// Dropped when another file is selected, which cancels the reading.
    reader: Option<FileReader>,
    /// Ends the listeners when it is dropped.
    _dropping: Dropping,
}

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        ctx.link().send_future(async { Msg::PublishedRead(published_ids().await) });
        Self {
            text: NodeRef::default(),
            verdict: Verdict::None,
            preview: Preview::default(),
            dragged: false,
            published: Published::Requested,
            waiting: None,
            reader: None,
            _dropping: Dropping::listen(&ctx.link().callback(|msg| msg)),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Submitted => {
                let text = self.text_area().map(|field| field.value()).unwrap_or_default();
                self.reader = None;
                self.check(text.into_bytes());
            }
            Msg::FileSelected(file) => {
                self.waiting = None;
                self.verdict = Verdict::Checking;
                let read = ctx.link().callback(Msg::FileRead);
                self.reader = Some(read_as_bytes(&Blob::from(file), move |bytes| read.emit(bytes)));
            }
            Msg::FileRead(Ok(bytes)) => {
                if let Some(field) = self.text_area() {
                    field.set_value(text_of(&bytes));
                }
                self.check(bytes);
            }
            Msg::FileRead(Err(error)) => self.verdict = Verdict::Failed(error.to_string()),
            Msg::PublishedRead(result) => {
                self.published = match result {
                    Ok(ids) => Published::Known(ids),
                    Err(reason) => Published::Failed(reason),
                };
                if let Some(bytes) = self.waiting.take() {
                    self.check(bytes);
                }
            }
            Msg::Dragged(dragged) => self.dragged = dragged,
            Msg::TimeSelected(local) => self.preview.show_time(&local),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::page(self, ctx)
    }
}

impl App {
    fn text_area(&self) -> Option<HtmlTextAreaElement> {
        self.text.cast()
    }

    /// Checks a file, and shows it if it is usable. Announcements may refer to the agreements that were checked before,
    /// or else to the published ones.
    fn check(&mut self, bytes: Vec<u8>) {
        let known = match (self.preview.agreement_ids(), &self.published) {
            (Some(ids), _) | (None, Published::Known(ids)) => ids,
            (None, Published::Requested) => {
                self.verdict = Verdict::Checking;
                self.waiting = Some(bytes);
                return;
            }
            (None, Published::Failed(reason)) => {
                self.verdict = Verdict::Failed(reason.clone());
                return;
            }
        };
        let report = file_check::check(&bytes, known);
        self.preview.show_file(&report, &bytes);
        self.verdict = Verdict::Report(report);
    }

    /// The verdict in words.
    pub fn verdict_text(&self, language: Language) -> String {
        match &self.verdict {
            Verdict::None => String::new(),
            Verdict::Checking => check_page::CHECKING.get(language).to_owned(),
            Verdict::Report(report) => check_page::verdict(language, report),
            Verdict::Failed(reason) => check_page::failed(language, reason),
        }
    }
}

/// The text of a file; empty if it is not UTF-8, because with replaced letters it would be valid.
fn text_of(bytes: &[u8]) -> &str {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The ids of the published agreements. A server's error page has none; without this error, every id would be unknown.
async fn published_ids() -> Result<Vec<String>, String> {
    let response = Request::get(PUBLISHED).send().await.map_err(|error| error.to_string())?;
    let bytes = response.binary().await.map_err(|error| error.to_string())?;
    let ids = file_check::agreement_ids(&bytes);
    if ids.is_empty() { Err(PUBLISHED.to_owned()) } else { Ok(ids) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_file_has_no_byte_order_mark_and_no_replaced_letters() {
        for (bytes, expected) in [
            (&b"{\"name\": \"pr\xc3\xb8v\"}"[..], "{\"name\": \"prøv\"}"),
            (b"\xef\xbb\xbf{}", "{}"),
            (b"pr\xf8v", ""),
            (b"", ""),
        ] {
            assert_eq!(text_of(bytes), expected);
        }
    }
}
