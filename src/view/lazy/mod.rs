//! Panels that are loaded after the first answers.
//!
//! In the release they are a second WebAssembly file, fetched once the first answers are shown. [`PANELS`] is the only
//! way to them: wasm-split moves everything that only these functions need to the second file.

mod account;
mod address_form;
mod addresses;
mod announcement_item;
mod announcement_list;
mod announcements;
mod by_identity;
mod calendar_buttons;
mod call_out;
mod comparison;
mod coverage;
mod date_tile;
mod demo;
mod footer;
mod hours;
mod maintenance;
mod report_feedback;
mod report_fields;
mod report_time;
mod sharing;
mod text_input;
mod timeline;

use std::rc::Rc;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{AgreementResponse, Page, Reference, ResponseAnswer, Responses, RightNow};
use serviceaftale_core::report_input::ReportDraft;
use serviceaftale_core::time::Timestamp;
use yew::{Html, html};

use crate::app::{State, View};
use crate::view::ViewContext;

use coverage::Coverage;
use hours::Hours;

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
    pub progress: fn(&ViewContext, &Catalogue, &Responses, &AgreementResponse, &ResponseAnswer) -> Html,
    /// The account of a deadline, without the element that unfolds it.
    pub account: fn(&ViewContext, &Rc<Catalogue>, &AgreementResponse, &ResponseAnswer) -> Html,
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

/// In this order: later rules override earlier ones.
const STYLES: &str = concat!(
    include_str!(env!("AURA_DETAIL_STYLES")),
    include_str!(env!("AURA_TIMELINE_STYLES")),
    include_str!(env!("AURA_DEMO_STYLES"))
);

/// All lazy panels.
pub static PANELS: LazyPanels = LazyPanels {
    styles: STYLES,
    above: demo::above,
    report_time: report_time::report_time,
    progress: account::progress,
    account: account::account,
    comparison: comparison::comparison,
    sharing: sharing::sharing,
    timeline: timeline::timeline,
    selected_address: addresses::selected_address,
    reminder: calendar_buttons::reminder,
    under_way: announcements::under_way,
    panels,
};

fn panels(cx: &ViewContext, state: &State, page: &Page) -> Html {
    html! {
        <>
            {addresses::addresses(cx, state)}
            if state.appearance().view != View::Compact {
                {reference(cx, state, page)}
            }
            {footer::footer(cx, &page.data, page.now)}
        </>
    }
}

/// The panels that do not depend on the report: hours, maintenance and coverage.
fn reference(cx: &ViewContext, state: &State, page: &Page) -> Html {
    let Reference { hours, maintenance, coverage } = Reference::compute(state.catalogue(), state.question(), page.now);
    let agreements: Vec<_> = page.responses.agreements.iter().map(|agreement| agreement.id.clone()).collect();
    html! {
        <>
            <div class="later">
                <Hours
                    cx={cx.clone()}
                    hours={hours}
                    special_hours={hours::special_hours(cx, state, page.now)}
                    agreements={agreements}
                />
                {maintenance::maintenance(cx, state, maintenance, page)}
            </div>
            <Coverage cx={cx.clone()} coverage={coverage} known={state.call_out()} />
        </>
    }
}
