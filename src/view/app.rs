//! How do the panels make a page?

use serviceaftale_core::answers::Page;
use serviceaftale_core::time::Timestamp;
use yew::{Callback, Component, Context, Html, Properties};

use super::lazy::Detailed;
use super::picker::picker;
use super::response::response;
use super::right_now::right_now;
use crate::app::{Msg, State, View};
use crate::view::Draw;

/// What the page needs.
#[derive(Properties)]
pub struct AppProps {
    /// What is known at the start.
    pub start: State,
    /// Tells the host what the customer did. It tells the page, when that is to show it.
    pub heard: Callback<Msg>,
    /// Asks the host to wake the page at that instant; none when nothing will change.
    pub wake: Callback<Option<Timestamp>>,
}

/// A page is mounted once; what changes comes as an event.
impl PartialEq for AppProps {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The whole widget.
#[derive(Debug)]
pub struct App {
    state: State,
    /// The answers of that state.
    page: Page,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let state = context.props().start.clone();
        Self { page: state.page(), state }
    }

    fn update(&mut self, _: &Context<Self>, event: Msg) -> bool {
        let next = self.state.after(event);
        let changes = next != self.state;
        self.state = next;
        if changes {
            self.page = self.state.page();
        }
        changes
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Self { state, page } = self;
        let look = state.appearance();
        Draw::page(look.language.messages(), context.props().heard.clone(), look.heading_level, |draw| {
            // Says to a screen reader how to pronounce what is read, whatever the host page is written in.
            draw.attribute("lang", look.language.tag());
            if state.has_large_type() {
                draw.attribute("class", "page large");
            }
            match state.detailed().here() {
                Some(details) => (details.above)(draw, state),
                None => draw.nothing(),
            }
            shown_time(draw, state, page);
            draw.open("p", "hidden");
            draw.attribute("role", "status");
            draw.text(draw.say.announcement(&page.right_now));
            draw.close();
            if look.shows_picker {
                picker(draw, &page.choices);
            } else {
                draw.nothing();
            }
            draw.open("div", if page.responses.agreements.len() == 1 { "hero one" } else { "hero several" });
            right_now(draw, state, &page.right_now);
            response(draw, state, page);
            match state.detailed().here() {
                Some(details) if look.view != View::Compact => {
                    (details.timeline)(draw, state.catalogue(), &page.responses)
                }
                _ => draw.nothing(),
            }
            draw.close();
            match state.detailed() {
                Detailed::Here(details) => (details.panels)(draw, state, page),
                Detailed::Awaited => draw.nothing(),
                Detailed::Missing => missing(draw),
            }
        })
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        context.props().wake.emit((!self.state.is_frozen()).then_some(self.page.holds_until));
    }
}

/// Says that the shown time is not the real one, if so, and leads back to that.
fn shown_time(draw: &mut Draw, state: &State, page: &Page) {
    if !state.is_frozen() {
        draw.nothing();
        return;
    }
    draw.open("div", "shown-time");
    draw.words("p", "", draw.say.shown_time(page.now));
    let back = if state.appearance().view == View::Demo { Msg::StartedOver } else { Msg::NowShown };
    draw.button("back", back, |draw| draw.label(draw.say.labels.show_now));
    draw.close();
}

/// The panels below the first answers could not be had.
fn missing(draw: &mut Draw) {
    let labels = &draw.say.labels;
    draw.open("div", "notice failed");
    draw.labelled("p", "", labels.details_missing);
    draw.button("button", Msg::DetailsWanted, |draw| draw.label(labels.try_again));
    draw.close();
}
