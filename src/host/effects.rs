//! Execution of effects, and dispatch of the customer's actions.

use std::rc::Rc;

use yew::Callback;

use super::mounted_page::MountedPage;
use super::{clipboard, split};
use crate::app::{Effect, Msg};

/// Receives the customer's actions. The browser itself marks what was chosen or typed, and paints that first; the
/// answers follow. Only what browsers allow within an event handler alone is sent at once.
pub fn dispatch(page: Rc<MountedPage>) -> Callback<Msg> {
    Callback::from(move |msg: Msg| if msg.needs_user_activation() { page.send(msg) } else { page.defer(msg) })
}

/// Receives the effects of each message.
pub fn effects(page: Rc<MountedPage>) -> Callback<Vec<Effect>> {
    Callback::from(move |effects| run_all(&page, effects))
}

/// Tells whether anybody else has changed the nodes of the page, and empties it if so.
pub fn touched(page: Rc<MountedPage>) -> Callback<(), bool> {
    Callback::from(move |()| page.host.touched().unwrap_or_default())
}

/// Runs the effects in order.
pub fn run_all(page: &Rc<MountedPage>, effects: Vec<Effect>) {
    for effect in effects {
        run(page, effect);
    }
}

fn run(page: &Rc<MountedPage>, effect: Effect) {
    let host = &page.host;
    // What the element throws is reported by the browser or of no consequence for the page.
    let _ = match effect {
        Effect::MirrorChoice { agreement, compare } => host.chosen(agreement, compare),
        Effect::ReportAttribute(problem) => host.unusable(&problem),
        Effect::Copy(text) => {
            clipboard::copy(page, &text);
            Ok(())
        }
        Effect::FetchLazy => host.fetch_lazy(),
        // Exact: an integer below 2^53.
        #[allow(clippy::cast_precision_loss)]
        Effect::WakeAt(at) => host.wake_at(at.map_or(f64::INFINITY, |at| (at.unix_seconds() * 1000) as f64)),
        effect => {
            if let Some(services) = split::services() {
                (services.run)(page, effect);
            }
            Ok(())
        }
    };
}
