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
mod calendar_buttons;
mod call_out;
mod comparison;
mod coverage;
mod date_tile;
mod demo;
mod footer;
mod hours;
mod maintenance;
mod report_draft;
mod report_feedback;
mod report_fields;
mod report_time;
mod sharing;
mod text_input;
mod timeline;

use serviceaftale_core::answers::{Page, PageDetails};
use yew::{Html, html};

use crate::app::{State, View};
use crate::view::{LazyPanels, ViewContext};

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
    let PageDetails { hours, maintenance, coverage } =
        PageDetails::compute(state.catalogue(), state.question(), page.now);
    let agreements: Vec<_> = page.responses.agreements.iter().map(|agreement| agreement.id.clone()).collect();
    html! {
        <>
            <div class="later">
                {hours::hours(cx, &hours, hours::special_hours(cx, state, page.now), agreements)}
                {maintenance::maintenance(cx, state, maintenance, page)}
            </div>
            {coverage::coverage(cx, &coverage, state.call_out())}
        </>
    }
}
