//! A mounted page of answers: its app, and the element that shows it.

use std::cell::{OnceCell, RefCell};

use yew::AppHandle;

use super::element::Host;
use crate::app::Msg;
use crate::view::App;

/// Connects the app to the element that shows it.
pub struct MountedPage {
    pub host: Host,
    /// Set once the app is mounted.
    app: OnceCell<AppHandle<App>>,
    /// What the customer did since the last paint.
    queue: RefCell<Vec<Msg>>,
}

impl MountedPage {
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
        if self.host.after_paint().is_err() {
            self.flush();
        }
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
}
