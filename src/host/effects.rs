//! Execution of effects, and the queue of the customer's actions.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use yew::{AppHandle, Callback};

use super::element::Host;
use super::split;
use crate::app::{Effect, Msg, ShareMethod};
use crate::view::App;

/// Connects the app to the element that shows it.
pub struct EffectRunner {
    host: Host,
    /// Set once the app is mounted.
    app: OnceCell<AppHandle<App>>,
    /// What the customer did since the last paint.
    queue: RefCell<Vec<Msg>>,
}

impl EffectRunner {
    pub const fn new(host: Host) -> Self {
        Self { host, app: OnceCell::new(), queue: RefCell::new(Vec::new()) }
    }

    /// Sets the app that the messages are for.
    pub fn connect(&self, app: AppHandle<App>) {
        self.app.get_or_init(|| app);
    }

    /// Sends a message to the app.
    pub fn send(&self, msg: Msg) {
        if let Some(app) = self.app.get() {
            app.send_message(msg);
        }
    }

    /// Sends a message to the app after the next paint, in order with the customer's actions.
    pub fn defer(&self, msg: Msg) {
        self.queue.borrow_mut().push(msg);
        self.host.after_paint();
    }

    /// Sends everything that waits for the paint.
    pub fn flush(&self) {
        for msg in self.queue.take() {
            self.send(msg);
        }
    }

    /// Drops everything that waits for the paint.
    pub fn clear_queue(&self) {
        self.queue.borrow_mut().clear();
    }

    /// Receives the customer's actions. The browser itself marks what was chosen or typed, and paints that first; the
    /// answers follow. Only what browsers allow within an event handler alone is sent at once.
    pub fn dispatch(self: Rc<Self>) -> Callback<Msg> {
        Callback::from(move |msg: Msg| if msg.needs_user_activation() { self.send(msg) } else { self.defer(msg) })
    }

    /// Receives the effects of each message.
    pub fn effects(self: Rc<Self>) -> Callback<Vec<Effect>> {
        Callback::from(move |effects| self.run_all(effects))
    }

    /// Runs the effects in order.
    pub fn run_all(&self, effects: Vec<Effect>) {
        for effect in effects {
            self.run(effect);
        }
    }

    fn run(&self, effect: Effect) {
        let host = &self.host;
        match effect {
            Effect::MirrorChoice { agreement, compare } => host.chosen(agreement, compare),
            Effect::ReportAttribute(problem) => host.unusable(&problem),
            Effect::Copy(text) => host.copy(&text),
            Effect::Share { method, text, query } => {
                let link = host.link(&query);
                match method {
                    ShareMethod::Text => host.copy(&[&text, "\n", &link].concat()),
                    ShareMethod::Link => host.copy(&link),
                    ShareMethod::ShareSheet => host.share(&text, &link),
                }
            }
            Effect::Print => host.print(),
            Effect::SaveCalendar { request, catalogue, notices, from, language } => {
                let Ok(services) = split::services() else { return };
                let file = (services.calendar)(&request, &catalogue, notices.as_deref(), from, language);
                if let Some(file) = file {
                    host.save(file.name, &file.text);
                }
            }
            Effect::StoreAddresses { change, known } => {
                let Ok(services) = split::services() else { return };
                // Another tab may have stored others since they were loaded.
                let stored = (services.read_addresses)(&host.addresses()).unwrap_or(known);
                let changed = (services.change_addresses)(stored, (*change).clone());
                host.remember_addresses(&(services.addresses_to_json)(&changed));
            }
            Effect::ApplySpecialHours { agreements, notices } => {
                let Ok(services) = split::services() else { return };
                let catalogue = (services.with_special_hours)(&agreements, &notices);
                self.send(Msg::SpecialHoursApplied(Rc::new(catalogue)));
            }
            Effect::FetchLazy => host.fetch_lazy(),
            // Exact: an integer below 2^53.
            #[allow(clippy::cast_precision_loss)]
            Effect::WakeAt(at) => host.wake_at(at.map_or(f64::INFINITY, |at| (at.unix_seconds() * 1000) as f64)),
        }
    }
}
