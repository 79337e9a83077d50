//! Root component of the page of answers.

use std::cell::{Cell, OnceCell};

use serviceaftale_core::answers::Page;
use serviceaftale_core::messages::{channels, labels, times};
use yew::{Callback, Component, Context, Html, Properties, html};

use super::elements::text;
use super::picker::picker;
use super::response::response;
use super::right_now::right_now;
use super::{LazyPanels, ViewContext};
use crate::app::{Effect, LazyStatus, Msg, State, View, update};

/// Properties of [`App`].
#[derive(Properties)]
pub struct AppProps {
    /// The state to begin with.
    pub start: State,
    /// Receives what the customer does. The host sends it back as a message to the app, once the press is painted.
    pub dispatch: Callback<Msg>,
    /// Runs the effects of a message.
    pub effects: Callback<Vec<Effect>>,
    /// Tells whether anybody else has changed the rendered nodes since the last rendering, and removes them if so.
    pub touched: Callback<(), bool>,
    /// Gives the view functions of the second wasm file, once it is loaded.
    pub lazy_panels: Callback<(), Option<&'static LazyPanels>>,
}

/// The app is mounted once with its properties; everything later is a message.
impl PartialEq for AppProps {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The page of answers.
#[derive(Debug)]
pub struct App {
    state: State,
    /// The answers of that state, computed once for each rendering.
    page: OnceCell<Page>,
    /// The key of the page's element. With another key, yew creates all nodes anew instead of changing those that
    /// it created before, which others may have moved, split or removed.
    generation: Cell<u8>,
}

impl App {
    fn page(&self) -> &Page {
        self.page.get_or_init(|| self.state.page())
    }
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        Self { state: context.props().start.clone(), page: OnceCell::new(), generation: Cell::new(0) }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let before = self.state.clone();
        let effects = update(&mut self.state, msg);
        if !effects.is_empty() {
            context.props().effects.emit(effects);
        }
        let changed = self.state != before;
        if changed {
            self.page = OnceCell::new();
        }
        changed
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (state, page, props) = (&self.state, self.page(), context.props());
        if props.touched.emit(()) {
            self.generation.set(self.generation.get().wrapping_add(1));
        }
        let key = self.generation.get();
        let look = state.appearance();
        let panels = if state.lazy() == LazyStatus::Ready { props.lazy_panels.emit(()) } else { None };
        let cx = &ViewContext::new(look.language, look.heading_level, panels, props.dispatch.clone());
        let content = html! {
            <>
                if let Some(panels) = panels {
                    {(panels.above)(cx, state)}
                }
                if state.is_frozen() {
                    {shown_time(cx, state, page)}
                }
                <p class="hidden" role="status">{text(channels::announcement(cx.language, &page.right_now))}</p>
                if look.shows_picker {
                    {picker(cx, &page.choices)}
                }
                if page.responses.agreements.len() == 1 {
                    <div class="hero one">{hero(cx, state, page)}</div>
                } else {
                    <div class="hero several">{hero(cx, state, page)}</div>
                }
                if let Some(panels) = panels {
                    {(panels.panels)(cx, state, page)}
                } else if state.lazy() == LazyStatus::Failed {
                    {lazy_failed(cx)}
                }
            </>
        };
        // The language tells screen readers how to pronounce the page, whatever language the host page is in.
        let lang = look.language.tag();
        if state.has_large_type() {
            html! { <div key={key} class="page large" lang={lang}>{content}</div> }
        } else {
            html! { <div key={key} class="page" lang={lang}>{content}</div> }
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let wake_at = (!self.state.is_frozen()).then(|| self.page().holds_until);
        context.props().effects.emit(vec![Effect::WakeAt(wake_at)]);
    }
}

/// The first answers.
fn hero(cx: &ViewContext, state: &State, page: &Page) -> Html {
    html! {
        <>
            {right_now(cx, state, &page.right_now)}
            {response(cx, state, page)}
            if let Some(panels) = cx.panels {
                if state.appearance().view != View::Compact {
                    {(panels.timeline)(cx, state.catalogue(), &page.responses)}
                }
            }
        </>
    }
}

/// The banner that says that the shown time is not the present, with the button that leads back.
fn shown_time(cx: &ViewContext, state: &State, page: &Page) -> Html {
    let back = if state.appearance().view == View::Demo { Msg::DemoRestarted } else { Msg::NowShown };
    html! {
        <div class="shown-time">
            <p>{text(times::shown_time(cx.language, page.now))}</p>
            <button class="back" type="button" onclick={cx.on(back)}>{cx.label(labels::SHOW_NOW)}</button>
        </div>
    }
}

/// The notice that the panels below the first answers could not be loaded.
fn lazy_failed(cx: &ViewContext) -> Html {
    html! {
        <div class="notice failed">
            <p>{cx.label(labels::DETAILS_MISSING)}</p>
            <button class="button" type="button" onclick={cx.on(Msg::RetryPressed)}>
                {cx.label(labels::TRY_AGAIN)}
            </button>
        </div>
    }
}
