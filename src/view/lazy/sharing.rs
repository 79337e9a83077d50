//! Buttons that copy the answers or open the device's share sheet.

use serviceaftale_core::answers::{Page, ShareLink};
use serviceaftale_core::messages::{Language, sharing};
use yew::{Html, html};

use crate::app::{CopyTarget, Msg, ShareMethod, State, View};
use crate::view::elements::{icon, label};
use crate::view::{Icon, ViewContext};

/// Buttons for the text, the link and the share sheet, and a status that says what was copied.
pub fn sharing(cx: &ViewContext, state: &State, page: &Page) -> Html {
    let (text, query) = (sharing::text(cx.language, state.catalogue(), page), share_link(state, page).query());
    let copied = state.copied();
    let button = |method, words, is_copied| {
        let msg = Msg::SharePressed { method, text: text.clone(), query: query.clone() };
        html! {
            <button class="small" type="button" onclick={cx.on(msg)}>
                {icon(if is_copied { Icon::Covered } else { Icon::Copy })}
                <span>{label(words)}</span>
            </button>
        }
    };
    html! {
        <div class="sending" role="group" aria-label={sharing::SEND.get(cx.language)}>
            // The label of the group says the same.
            <p class="h4" aria-hidden="true">{cx.label(sharing::SEND)}</p>
            <div class="ways">
                {button(ShareMethod::Text, sharing::COPY_TEXT.get(cx.language), copied == Some(CopyTarget::Text))}
                {button(ShareMethod::Link, sharing::COPY_LINK.get(cx.language), copied == Some(CopyTarget::Link))}
                if state.appearance().can_share {
                    {button(ShareMethod::ShareSheet, sharing::SHARE.get(cx.language), false)}
                }
            </div>
            <p class="meta" role="status">
                {label(match copied {
                    Some(CopyTarget::Text) => sharing::TEXT_COPIED.get(cx.language),
                    Some(CopyTarget::Link) => sharing::LINK_COPIED.get(cx.language),
                    Some(CopyTarget::PhoneNumber) | None => "",
                })}
            </p>
        </div>
    }
}

/// The link to the full page with these answers.
fn share_link(state: &State, page: &Page) -> ShareLink {
    let appearance = state.appearance();
    ShareLink {
        lang: (appearance.language != Language::default()).then(|| appearance.language.tag()),
        view: (appearance.view != View::default()).then(|| appearance.view.name()),
        ..ShareLink::new(state.question(), page.now, state.shown_at())
    }
}
