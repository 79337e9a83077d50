//! Which small pictures stand beside words?

use yew::{Html, html};

/// A small picture that says nothing which the words beside it do not say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Open,
    Closed,
    Call,
    Copy,
    Remote,
    OnSite,
    Planned,
    Wait,
    Covered,
    NotCovered,
}

impl Icon {
    pub fn draw(self) -> Html {
        let (class, shape) = match self {
            Self::Open => (
                "icon filled",
                html! { <><circle cx="12" cy="12" r="11" /><path class="inner" d="m7 12.5 3.5 3.5L17 8.5" /></> },
            ),
            Self::Closed => ("icon", html! { <><circle cx="12" cy="12" r="10" /><path d="M7 12h10" /></> }),
            Self::Call => (
                "icon",
                html! { <path d="M6.5 3h3l1.8 5-2.4 1.8a12 12 0 0 0 5.3 5.3L16 12.7l5 1.8v3A3.5 3.5 0 0 1 17.5 21 14.5 14.5 0 0 1 3 6.5 3.5 3.5 0 0 1 6.5 3Z" /> },
            ),
            Self::Copy => (
                "icon",
                html! { <><rect x="8" y="8" width="12" height="13" rx="2" /><path d="M16 8V5a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h2" /></> },
            ),
            Self::Remote => ("icon", html! { <circle cx="12" cy="12" r="7" /> }),
            Self::OnSite => ("icon", html! { <path d="m12 3.5 8.5 8.5-8.5 8.5L3.5 12Z" /> }),
            Self::Planned => ("icon", html! { <><path d="M12 3 2.5 20h19Z" /><path d="M12 9.5v5M12 17v.5" /></> }),
            Self::Wait => ("icon", html! { <><circle cx="12" cy="12" r="10" /><path d="M12 6v6l4 2.5" /></> }),
            Self::Covered => ("icon", html! { <path d="m4 12.5 5 5L20 6.5" /> }),
            Self::NotCovered => ("icon", html! { <path d="M5 12h14" /> }),
        };
        html! { <svg {class} viewBox="0 0 24 24" aria-hidden="true" focusable="false">{ shape }</svg> }
    }
}
