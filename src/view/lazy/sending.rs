//! How does a customer send the answers to somebody?

use serviceaftale_core::answers::{Page, ShareLink};
use serviceaftale_core::messages::{self, Language};

use crate::app::{Copied, Msg, ShareMethod, State, View};
use crate::view::{Draw, Icon};

/// Buttons that copy them as a text or as a link, or open the share sheet, and what was done.
pub fn sending(draw: &mut Draw, state: &State, page: &Page) {
    let words = messages::sending(draw.say.language);
    let (text, query) = (words.text(state.catalogue(), page), link(state, page).query());
    let copied = state.copied();
    draw.open("div", "sending");
    draw.attribute("role", "group");
    draw.attribute("aria-label", words.send);
    draw.open("p", "h4");
    // The group says it already.
    draw.attribute("aria-hidden", "true");
    draw.label(words.send);
    draw.close();
    draw.open("div", "ways");
    let way = |draw: &mut Draw, way, label, done| {
        let sent = Msg::SendPressed { way, text: text.clone(), query: query.clone() };
        draw.button("small", sent, |draw| {
            draw.icon(if done { Icon::Covered } else { Icon::Copy });
            draw.labelled("span", "", label);
        });
    };
    way(draw, ShareMethod::Text, words.copy_text, copied == Some(Copied::Text));
    way(draw, ShareMethod::Link, words.copy_link, copied == Some(Copied::Link));
    if state.appearance().can_share {
        way(draw, ShareMethod::ShareSheet, words.share, false);
    } else {
        draw.nothing();
    }
    draw.close();
    draw.open("p", "meta");
    draw.attribute("role", "status");
    draw.label(match copied {
        Some(Copied::Text) => words.text_copied,
        Some(Copied::Link) => words.link_copied,
        Some(Copied::Number) | None => "",
    });
    draw.close();
    draw.close();
}

/// The link that asks for what is shown.
fn link(state: &State, page: &Page) -> ShareLink {
    let look = state.appearance();
    ShareLink {
        lang: (look.language != Language::default()).then(|| look.language.tag()),
        view: (look.view != View::default()).then(|| look.view.name()),
        ..ShareLink::new(state.question(), page.now, state.shown_at())
    }
}
