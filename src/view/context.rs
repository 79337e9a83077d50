//! Context of the view functions: language, heading level, message dispatch, and the table of lazily loaded panels.

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{AgreementResponse, Page, ResponseDeadline, Responses, RightNow};
use serviceaftale_core::messages::{Label, Language};
use serviceaftale_core::report_input::ReportDraft;
use serviceaftale_core::time::Timestamp;
use yew::{Callback, Html, html};

use crate::app::{ByIdentity, Msg, State};

/// What every view function needs besides its data.
#[derive(Clone)]
pub struct ViewContext {
    /// The language of the page.
    pub language: Language,
    /// The heading level of the panel titles: 2 for `h2`.
    pub heading_level: u8,
    /// The view functions of the second wasm file, once it is loaded.
    pub panels: Option<&'static LazyPanels>,
    dispatch: Callback<Msg>,
}

impl ViewContext {
    /// Creates the context of one rendering.
    pub const fn new(
        language: Language,
        heading_level: u8,
        panels: Option<&'static LazyPanels>,
        dispatch: Callback<Msg>,
    ) -> Self {
        Self { language, heading_level, panels, dispatch }
    }

    /// Dispatches a message to the app.
    pub fn dispatch(&self, msg: Msg) {
        self.dispatch.emit(msg);
    }

    /// A label in the language of the page, as a text node.
    pub fn label(&self, label: Label) -> Html {
        html! { {label.get(self.language)} }
    }

    /// An event handler that dispatches `msg` for every event.
    pub fn on<E: 'static>(&self, msg: Msg) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(msg.clone()))
    }

    /// The tag of a heading `below` levels under the panel titles.
    pub fn heading_tag(&self, below: u8) -> &'static str {
        const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let level = usize::from(self.heading_level + below);
        TAGS.get(level.saturating_sub(1)).copied().unwrap_or("h6")
    }
}

/// The dispatch callback is the same for as long as the app is mounted, and the panels are never unloaded.
impl PartialEq for ViewContext {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language && self.heading_level == other.heading_level
    }
}

/// The view functions of the second file.
#[derive(Debug)]
pub struct LazyPanels {
    /// The style sheet of the panels.
    pub styles: &'static str,
    /// The controls of a demonstration, and the warning about a faulty link.
    pub above: fn(&ViewContext, &State) -> Html,
    /// The choice of the report time.
    pub report_time: fn(&ViewContext, &Responses, Option<&ReportDraft>) -> Html,
    /// How much of a response time has passed.
    pub progress: fn(&ViewContext, &Catalogue, &Responses, &AgreementResponse, &ResponseDeadline) -> Html,
    /// The account of a deadline, without the element that unfolds it.
    pub account: fn(&ViewContext, &ByIdentity<Catalogue>, &AgreementResponse, &ResponseDeadline) -> Html,
    /// The comparison of the agreements.
    pub comparison: fn(&ViewContext, &Catalogue, &Page) -> Html,
    /// The buttons that copy and share the answers.
    pub sharing: fn(&ViewContext, &State, &Page) -> Html,
    /// The timeline.
    pub timeline: fn(&ViewContext, &Catalogue, &Responses) -> Html,
    /// The customer number of the selected address, and the choice between the addresses.
    pub selected_address: fn(&ViewContext, &State) -> Html,
    /// The reminder to call when the phone opens.
    pub reminder: fn(&ViewContext, &RightNow, Timestamp) -> Html,
    /// Announced work in progress.
    pub under_way: fn(&ViewContext, &State, Timestamp) -> Html,
    /// Everything below the first answers.
    pub panels: fn(&ViewContext, &State, &Page) -> Html,
}
