//! What does a host page ask for?

use serviceaftale_core::answers::Question;
use serviceaftale_core::messages::Language;
use serviceaftale_core::time::Timestamp;

/// What the element's attributes ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// `agreement`, `compare` and `reported`.
    pub question: Question,
    /// `at`: the time that is shown instead of the real one.
    pub frozen_at: Option<Timestamp>,
    /// `lang`, `view`, `picker` and `heading-level`.
    pub appearance: Appearance,
}

/// How the page is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// What the page is read in.
    pub language: Language,
    /// How much of it is shown.
    pub view: View,
    /// Whether the customer may choose the agreement.
    pub shows_picker: bool,
    /// What the heading of a panel is: 2 for `h2`.
    pub heading_level: u8,
    /// Whether a link that the page was opened by asks for something that there is not.
    pub link_is_faulty: bool,
    /// Whether the device has a share sheet.
    pub can_share: bool,
}

impl Appearance {
    /// Whether the customer may have addresses: not where the host page decides, nor where others look on.
    pub fn shows_addresses(&self) -> bool {
        self.shows_picker && self.view != View::Demo
    }
}

impl Default for Appearance {
    fn default() -> Self {
        Self {
            language: Language::default(),
            view: View::Full,
            shows_picker: true,
            heading_level: 2,
            link_is_faulty: false,
            can_share: false,
        }
    }
}

/// How much of the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Everything.
    #[default]
    Full,
    /// Whether somebody answers the phone, and by when work starts.
    Compact,
    /// Everything, with what moves through time to show it.
    Demo,
}

impl View {
    /// Each of them.
    const ALL: [Self; 3] = [Self::Full, Self::Compact, Self::Demo];

    /// What attributes and links call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Compact => "compact",
            Self::Demo => "demo",
        }
    }

    /// The one of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}
