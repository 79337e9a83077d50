//! Elements that several panels share.
//!
//! Classes are literals: `class={expression}` brings yew's `Classes` with its set of strings, 1.5 KB of the download.

use serviceaftale_core::time::{Timestamp, copenhagen};
use yew::{Html, html};

use super::{Icon, ViewContext};
use crate::app::Msg;

/// Text that was computed. One function instead of `{string}` at each place keeps the conversion from being inlined
/// there.
pub fn text(words: String) -> Html {
    html! { {words} }
}

/// Text that is always the same.
pub fn label(words: &'static str) -> Html {
    html! { {words} }
}

/// The title of the panel with this id.
pub fn panel_title(cx: &ViewContext, id: &'static str, title: &'static str) -> Html {
    html! { <@{cx.heading_tag(0)} class="h2" id={id}>{label(title)}</@> }
}

/// A heading one level below the panel titles.
pub fn heading(cx: &ViewContext, content: Html) -> Html {
    html! { <@{cx.heading_tag(1)} class="h3">{content}</@> }
}

/// A heading two levels below the panel titles.
pub fn subheading(cx: &ViewContext, content: Html) -> Html {
    html! { <@{cx.heading_tag(2)} class="h4">{content}</@> }
}

/// A message with an emphasised beginning.
pub fn emphasised((strong, rest): (String, String)) -> Html {
    html! { <><strong>{text(strong)}</strong>{" "}{text(rest)}</> }
}

/// A `time` element for a date or instant in machine-readable form.
pub fn time(datetime: String, words: String) -> Html {
    html! { <time datetime={datetime}>{text(words)}</time> }
}

/// A `time` element for an instant.
pub fn moment(at: Timestamp, words: String) -> Html {
    time(copenhagen::rfc3339(at), words)
}

/// A radio button of the group `name` with its label; dispatches `msg` when it is chosen.
pub fn radio(cx: &ViewContext, name: &'static str, words: String, checked: bool, msg: Msg) -> Html {
    html! {
        <label class="choice">
            <input type="radio" name={name} checked={checked} onchange={cx.on(msg)} />
            <span>{text(words)}</span>
        </label>
    }
}

/// The fieldset of a group of radio buttons, in a form of its own: outside forms, Chromium keeps each radio button of a
/// shadow tree in memory for ever if none of its group is checked when it is removed. A form with this method is never
/// sent.
pub fn radios(fieldset: Html) -> Html {
    html! { <form class="radios" method="dialog">{fieldset}</form> }
}

/// A small picture beside words that say the same.
pub fn icon(icon: Icon) -> Html {
    let path = html! { <path d={icon.path()} /> };
    if icon == Icon::Open {
        html! { <svg class="icon filled" viewBox="0 0 24 24" aria-hidden="true">{path}</svg> }
    } else {
        html! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{path}</svg> }
    }
}
