//! How does a panel ask for text, or for a place on a line?

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::{onchange, oninput};
use yew::{Callback, TargetCast};

use crate::app::Msg;
use crate::view::Draw;

/// Begins a text field with that text in it. `typed` makes an event of the text at every stroke and `entered` when the
/// customer is done: at Enter, or when the field is left.
///
/// The text has to be kept at every stroke: what is drawn while the customer types, as once a minute, would put back
/// the text before.
pub fn open_field(
    draw: &mut Draw,
    text: String,
    typed: impl Fn(String) -> Msg + 'static,
    entered: impl Fn(String) -> Msg + 'static,
) {
    draw.open("input", "");
    draw.attribute("type", "text");
    draw.attribute("autocomplete", "off");
    draw.attribute("spellcheck", "false");
    draw.attribute("enterkeyhint", "done");
    draw.value(text);
    let (tell_typed, tell_entered) = (draw.tell.clone(), draw.tell.clone());
    draw.listen(Rc::new(oninput::Wrapper::new(Callback::from(move |event| tell_typed.emit(typed(text_of(&event)))))));
    draw.listen(Rc::new(onchange::Wrapper::new(Callback::from(move |event| {
        tell_entered.emit(entered(text_of(&event)));
    }))));
}

/// Begins a slider from 0 to `last` that stands at `value`; `moved` makes an event of every place it is moved to.
pub fn open_slider(draw: &mut Draw, value: i64, last: i64, moved: impl Fn(i64) -> Msg + 'static) {
    draw.open("input", "");
    draw.attribute("type", "range");
    draw.attribute("max", last.to_string());
    draw.value(value.to_string());
    let tell = draw.tell.clone();
    draw.listen(Rc::new(oninput::Wrapper::new(Callback::from(move |event| {
        if let Ok(value) = text_of(&event).parse() {
            tell.emit(moved(value));
        }
    }))));
}

fn text_of(event: &impl TargetCast) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}
