//! How do the panels make a page?

use std::cell::RefCell;

use serviceaftale_core::calendar::Timestamp;
use std::rc::Rc;
use yew::{Callback, Html, Properties, UseReducerDispatcher, component, use_effect_with, use_reducer_eq};

use super::coverage::coverage;
use super::footer::footer;
use super::hours::hours;
use super::maintenance::maintenance;
use super::parts::{node, of_class, text};
use super::picker::picker;
use super::response::response;
use super::right_now::right_now;
use super::{Event, State};

/// The way from the host into a mounted page.
#[derive(Default)]
pub struct Link {
    dispatcher: RefCell<Option<UseReducerDispatcher<State>>>,
}

impl Link {
    /// Tells the page what has happened; nothing before it is drawn.
    pub fn tell(&self, event: Event) {
        // Cloned so that no borrow is held while the page reacts.
        let dispatcher = self.dispatcher.borrow().clone();
        if let Some(dispatcher) = dispatcher {
            dispatcher.dispatch(event);
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
    /// Tells the host that the customer picked an agreement, or none in particular.
    pub picked: Callback<Option<String>>,
    /// Asks the host to copy a text.
    pub copy: Callback<String>,
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
            *link.dispatcher.borrow_mut() = Some(dispatcher);
            move || *link.dispatcher.borrow_mut() = None
        });
    }
    let page = state.page();
    let language = state.language();
    let say = language.wording();
    {
        let wake = props.wake.clone();
        let until = (!state.is_frozen()).then_some(page.holds_until);
        use_effect_with(until, move |until| wake.emit(*until));
    }
    let pick = {
        let (dispatcher, picked) = (state.dispatcher(), props.picked.clone());
        Callback::from(move |agreement: Option<String>| {
            dispatcher.dispatch(Event::AgreementPicked(agreement.clone()));
            picked.emit(agreement);
        })
    };
    let layout = if page.responses.agreements.len() == 1 { "hero one" } else { "hero several" };
    let shown_time = state.is_frozen().then(|| of_class("p", "shown-time", vec![text(say.shown_time(page.now))]));
    let announcement = [("class", "hidden".into()), ("role", "status".into())];
    let panels = [
        node("p", &announcement, vec![text(say.announcement(&page.right_now))]),
        picker(&page.choices, &pick, say),
        of_class(
            "div",
            layout,
            vec![
                right_now(&page.right_now, state.has_copied(), &props.copy, say),
                response(&page.responses, &page.data.contact, say),
            ],
        ),
        of_class("div", "later", vec![hours(&page.hours, say), maintenance(&page.maintenance, page.now, say)]),
        coverage(&page.coverage, say),
        footer(&page.data, page.now, say),
    ];
    // Says to a screen reader how to pronounce what is read, whatever the host page is written in.
    let attributes = [("class", "page".into()), ("lang", language.tag().into())];
    node("div", &attributes, shown_time.into_iter().chain(panels).collect())
}
