//! How do the panels make a page?

use std::cell::RefCell;
use std::rc::Rc;

use serviceaftale_core::answer::Page;
use serviceaftale_core::calendar::Timestamp;
use yew::{Callback, Html, Properties, UseReducerDispatcher, component, use_effect_with, use_reducer_eq};

use super::details::Detailed;
use super::picker::picker;
use super::response::response;
use super::right_now::right_now;
use super::{Draw, Event, State, View};

/// The way from the host into a mounted page.
#[derive(Default)]
pub struct Link {
    dispatcher: RefCell<Option<UseReducerDispatcher<State>>>,
    /// What was told before the page could hear it: yew lets the browser do other things between the first
    /// drawing and the first effect where drawing took long.
    waiting: RefCell<Vec<Event>>,
}

impl Link {
    /// Tells the page what has happened.
    pub fn tell(&self, event: Event) {
        // Cloned so that no borrow is held while the page reacts.
        let dispatcher = self.dispatcher.borrow().clone();
        match dispatcher {
            Some(dispatcher) => dispatcher.dispatch(event),
            None => self.waiting.borrow_mut().push(event),
        }
    }

    /// Tells this page from now on, and at once what has happened before.
    fn hear(&self, dispatcher: UseReducerDispatcher<State>) {
        *self.dispatcher.borrow_mut() = Some(dispatcher);
        for event in self.waiting.take() {
            self.tell(event);
        }
    }
}

/// What the page needs.
#[derive(Properties)]
pub struct AppProps {
    /// What is known at the start.
    pub start: State,
    /// The host's way in.
    pub link: Rc<Link>,
    /// Tells the host what the customer did. It tells the page by the link, when that is to show it.
    pub heard: Callback<Event>,
    /// Asks the host to wake the page at that instant; none when nothing will change.
    pub wake: Callback<Option<Timestamp>>,
}

/// A page is mounted once; what changes comes by the link.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.link, &other.link)
    }
}

/// The whole widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer_eq(|| props.start.clone());
    {
        let (link, dispatcher) = (props.link.clone(), state.dispatcher());
        use_effect_with((), move |()| {
            link.hear(dispatcher);
        });
    }
    let page = state.page();
    {
        let wake = props.wake.clone();
        let until = (!state.is_frozen()).then_some(page.holds_until);
        use_effect_with(until, move |until| wake.emit(*until));
    }
    let look = state.appearance();
    Draw::page(look.language.wording(), props.heard.clone(), look.heading_level, |draw| {
        // Says to a screen reader how to pronounce what is read, whatever the host page is written in.
        draw.attribute("lang", look.language.tag());
        if state.has_large_type() {
            draw.attribute("class", "page large");
        }
        match state.detailed().here() {
            Some(details) => (details.above)(draw, &state),
            None => draw.nothing(),
        }
        shown_time(draw, &state, &page);
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
        right_now(draw, &state, &page.right_now);
        response(draw, &state, &page);
        match state.detailed().here() {
            Some(details) if look.view != View::Compact => (details.timeline)(draw, state.catalogue(), &page.responses),
            _ => draw.nothing(),
        }
        draw.close();
        match state.detailed() {
            Detailed::Here(details) => (details.panels)(draw, &state, &page),
            Detailed::Awaited => draw.nothing(),
            Detailed::Missing => missing(draw),
        }
    })
}

/// Says that the shown time is not the real one, if so, and leads back to that.
fn shown_time(draw: &mut Draw, state: &State, page: &Page) {
    if !state.is_frozen() {
        draw.nothing();
        return;
    }
    draw.open("div", "shown-time");
    draw.words("p", "", draw.say.shown_time(page.now));
    let back = if state.appearance().view == View::Demo { Event::StartedOver } else { Event::NowShown };
    draw.button("back", back, |draw| draw.label(draw.say.labels.show_now));
    draw.close();
}

/// The panels below the first answers could not be had.
fn missing(draw: &mut Draw) {
    let labels = &draw.say.labels;
    draw.open("div", "notice failed");
    draw.labelled("p", "", labels.details_missing);
    draw.button("button", Event::DetailsWanted, |draw| draw.label(labels.try_again));
    draw.close();
}
