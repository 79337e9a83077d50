//! Host pages, and the servers of a session.

use crate::site::server::{Listener, Server};
use crate::site::{Origins, Site};
use crate::{Outcome, ResponseOverride};

/// Pages of one origin that embed the widget from another or the same origin.
///
/// In the pages and their content security policy, `{widget}` and `{host}` are replaced by the two origins.
#[derive(Clone)]
pub struct Host {
    pages: Site,
    widget: Option<Site>,
}

impl Host {
    /// A host with one page.
    pub fn page(path: &str, html: impl Into<Vec<u8>>) -> Self {
        Self { pages: Site::empty().with_file(path, html), widget: None }
    }

    /// Adds another page or file.
    #[must_use]
    pub fn with_file(mut self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        self.pages = self.pages.with_file(path, content);
        self
    }

    /// Sets the content security policy of the pages; see [`Site::with_csp`].
    #[must_use]
    pub fn with_csp(mut self, policy: &str) -> Self {
        self.pages = self.pages.with_csp(policy);
        self
    }

    /// Adds the fake clock to every page; see [`Site::with_clock_at`].
    #[must_use]
    pub fn with_clock_at(mut self, instant: &str) -> Self {
        self.pages = self.pages.with_clock_at(instant);
        self
    }

    /// Adds no test scripts to the pages; see [`Site::without_recorder`].
    #[must_use]
    pub fn without_recorder(mut self) -> Self {
        self.pages = self.pages.without_recorder();
        self
    }

    /// Overrides the host's response for every path that contains `part`.
    #[must_use]
    pub fn with_override(mut self, part: &str, change: ResponseOverride) -> Self {
        self.pages = self.pages.with_override(part, change);
        self
    }

    /// Serves the widget from another origin.
    #[must_use]
    pub fn with_widget(mut self, widget: Site) -> Self {
        self.widget = Some(widget);
        self
    }

    /// Starts the servers, which stop when the returned value is dropped.
    ///
    /// # Errors
    ///
    /// When no port is free.
    pub(crate) fn serve(self) -> Outcome<Servers> {
        let host = Listener::bind()?;
        let Some(widget) = self.widget else {
            let origins = Origins { host: host.origin(), widget: host.origin() };
            return Ok(Servers { host: host.serve(self.pages, origins), widget: None });
        };
        let listener = Listener::bind()?;
        let origins = Origins { host: host.origin(), widget: listener.origin() };
        let widget = listener.serve(widget, origins.clone());
        Ok(Servers { host: host.serve(self.pages, origins), widget: Some(widget) })
    }
}

/// A site whose pages embed the widget from the same origin.
impl From<Site> for Host {
    fn from(site: Site) -> Self {
        Self { pages: site, widget: None }
    }
}

/// The servers of a session.
pub(crate) struct Servers {
    pub(crate) host: Server,
    /// The widget's server, if it is not the host.
    widget: Option<Server>,
}

impl Servers {
    pub(crate) fn widget(&self) -> &Server {
        self.widget.as_ref().unwrap_or(&self.host)
    }
}
