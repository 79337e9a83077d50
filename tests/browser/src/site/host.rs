//! Whose page does the widget stand on, and where does it come from?

use crate::site::server::{Address, Served};
use crate::site::{Origins, Site};
use crate::{Answer, Outcome};

/// Pages of one origin, which embed the widget from another or from their own.
///
/// In the pages, and in their policy, `{widget}` is the widget's origin and `{host}` their own.
#[derive(Clone)]
pub struct Host {
    pages: Site,
    widget: Option<Site>,
}

impl Host {
    /// A host with one page at this path.
    pub fn page(path: &str, html: impl Into<Vec<u8>>) -> Self {
        Self { pages: Site::empty().with_file(path, html), widget: None }
    }

    /// Another page or file of the host's own.
    #[must_use]
    pub fn with_file(mut self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        self.pages = self.pages.with_file(path, content);
        self
    }

    /// Sends this content security policy with every page; see [`Site::with_csp`].
    #[must_use]
    pub fn with_csp(mut self, policy: &str) -> Self {
        self.pages = self.pages.with_csp(policy);
        self
    }

    /// Puts the test's clock first into every page; see [`Site::with_clock_at`].
    #[must_use]
    pub fn with_clock_at(mut self, instant: &str) -> Self {
        self.pages = self.pages.with_clock_at(instant);
        self
    }

    /// Puts nothing of the test's own into the pages; see [`Site::unrecorded`].
    #[must_use]
    pub fn unrecorded(mut self) -> Self {
        self.pages = self.pages.unrecorded();
        self
    }

    /// Changes how the host answers to every path that has `part` in it.
    #[must_use]
    pub fn answering(mut self, part: &str, answer: Answer) -> Self {
        self.pages = self.pages.answering(part, answer);
        self
    }

    /// Serves the widget from an origin of its own.
    #[must_use]
    pub fn embedding(mut self, widget: Site) -> Self {
        self.widget = Some(widget);
        self
    }

    /// Serves both until the returned value is dropped.
    ///
    /// # Errors
    ///
    /// When no port is free.
    pub(crate) fn serve(self) -> Outcome<Servers> {
        let host = Address::take()?;
        let Some(widget) = self.widget else {
            let origins = Origins { host: host.origin(), widget: host.origin() };
            return Ok(Servers { host: host.serve(self.pages, origins), widget: None });
        };
        let address = Address::take()?;
        let origins = Origins { host: host.origin(), widget: address.origin() };
        let widget = address.serve(widget, origins.clone());
        Ok(Servers { host: host.serve(self.pages, origins), widget: Some(widget) })
    }
}

/// A site whose pages embed the widget that it serves itself.
impl From<Site> for Host {
    fn from(site: Site) -> Self {
        Self { pages: site, widget: None }
    }
}

/// The servers of one visit.
pub(crate) struct Servers {
    pub(crate) host: Served,
    /// That of the widget, when it is another.
    widget: Option<Served>,
}

impl Servers {
    pub(crate) fn widget(&self) -> &Served {
        self.widget.as_ref().unwrap_or(&self.host)
    }
}
