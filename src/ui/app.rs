//! How do the panels make a page?

use std::cell::RefCell;

use serviceaftale_core::calendar::Timestamp;
use serviceaftale_core::wording::danish as say;
use std::rc::Rc;
use yew::{Callback, Html, Properties, UseReducerDispatcher, component, html, use_effect_with, use_reducer_eq};

use super::coverage::CoveragePanel;
use super::footer::Footer;
use super::hours::HoursPanel;
use super::maintenance::MaintenancePanel;
use super::picker::Picker;
use super::response::ResponsePanel;
use super::right_now::RightNowPanel;
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
    html! {
        <div class="page">
            if state.is_frozen() {
                <p class="shown-time">{ say::shown_time(page.now) }</p>
            }
            <p class="hidden" role="status">{ say::announcement(&page.right_now) }</p>
            <Picker choices={page.choices} {pick} />
            <div class={layout}>
                <RightNowPanel panel={page.right_now} copied={state.has_copied()} copy={props.copy.clone()} />
                <ResponsePanel contact={page.data.contact.clone()} panel={page.responses} />
            </div>
            <div class="later">
                <HoursPanel panel={page.hours} />
                <MaintenancePanel now={page.now} panel={page.maintenance} />
            </div>
            <CoveragePanel coverage={page.coverage} />
            <Footer now={page.now} data={page.data} />
        </div>
    }
}
