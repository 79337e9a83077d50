//! Form that adds an address.

use serviceaftale_core::addresses::{Address, AddressChange, MAX_LABEL_CHARS, MAX_NUMBER_CHARS};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::messages::{Label, addresses};
use web_sys::{FormData, HtmlFormElement};
use yew::{Callback, Html, SubmitEvent, TargetCast, html};

use crate::app::Msg;
use crate::view::ViewContext;
use crate::view::elements::text;

/// The names of the form's fields.
const LABEL: &str = "label";
const AGREEMENT: &str = "address-agreement";
const CUSTOMER_NUMBER: &str = "customer-number";

/// The fields are uncontrolled and read on submit, since nothing else depends on what is typed.
pub fn address_form(cx: &ViewContext, catalogue: &Catalogue) -> Html {
    html! {
        <form class="fields" onsubmit={on_submit(cx)}>
            // A label of white space alone is invalid.
            {text_field(cx, LABEL, [addresses::LABEL, addresses::LABEL_EXAMPLE], MAX_LABEL_CHARS, Some(r".*\S.*"))}
            <div class="field">
                <label for={AGREEMENT}><span class="name">{cx.label(addresses::AGREEMENT)}</span></label>
                <select id={AGREEMENT} name={AGREEMENT} required=true>
                    // Yew inserts the last option first, and a browser would select it if none were marked.
                    <option value="" selected=true>{cx.label(addresses::CHOOSE)}</option>
                    for agreement in &catalogue.agreements {
                        <option value={agreement.id.clone()}>{text(agreement.name.clone())}</option>
                    }
                </select>
            </div>
            {text_field(
                cx,
                CUSTOMER_NUMBER,
                [addresses::CUSTOMER_NUMBER, addresses::MAY_BE_LEFT_OUT],
                MAX_NUMBER_CHARS,
                None,
            )}
            <button class="button" type="submit">{cx.label(addresses::REMEMBER)}</button>
        </form>
    }
}

/// A text field, required if it has a pattern. The input is not inside its label, because some screen readers would
/// include the input's value in the name. Without `autocomplete="off"` the browser would store what is typed.
fn text_field(
    cx: &ViewContext,
    id: &'static str,
    [name, hint]: [Label; 2],
    max_length: usize,
    pattern: Option<&'static str>,
) -> Html {
    html! {
        <div class="field">
            <label for={id}>
                <span class="name">{cx.label(name)}</span>{" "}<span class="meta">{cx.label(hint)}</span>
            </label>
            <input
                id={id}
                type="text"
                name={id}
                maxlength={max_length.to_string()}
                autocomplete="off"
                spellcheck="false"
                required={pattern.is_some()}
                pattern={pattern}
            />
        </div>
    }
}

fn on_submit(cx: &ViewContext) -> Callback<SubmitEvent> {
    let cx = cx.clone();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let form: HtmlFormElement = event.target_unchecked_into();
        if let Some(address) = submitted_address(&form) {
            form.reset();
            cx.dispatch(Msg::address_edited(AddressChange::Add(address)));
        }
    })
}

/// The address in the fields of the form, `None` if it is not valid.
fn submitted_address(form: &HtmlFormElement) -> Option<Address> {
    let fields = FormData::new_with_form(form).ok()?;
    let field = |name: &str| fields.get(name).as_string().unwrap_or_default();
    Address::parse(&field(LABEL), &field(AGREEMENT), &field(CUSTOMER_NUMBER))
}
