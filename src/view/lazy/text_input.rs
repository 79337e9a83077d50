//! Event handlers of inputs.

use web_sys::HtmlInputElement;
use yew::{Callback, TargetCast};

use crate::app::Msg;
use crate::view::ViewContext;

/// An event handler that dispatches a message made of the input's text.
///
/// A text input needs one for `input` as well as for `change`: whatever is rendered while the customer types, for
/// example when a minute has passed, sets the value of the input, so the state must hold the text of the last
/// keystroke.
pub fn on_text<E: TargetCast + 'static>(cx: &ViewContext, msg: impl Fn(String) -> Msg + 'static) -> Callback<E> {
    let cx = cx.clone();
    Callback::from(move |event: E| cx.dispatch(msg(event.target_unchecked_into::<HtmlInputElement>().value())))
}
