//! Questions that decide who pays for a technician's visit.

use serviceaftale_core::agreement::Coverage;
use serviceaftale_core::answers::{CallOut, CallOutQuestion, Payer};
use serviceaftale_core::messages;
use yew::{Html, html};

use crate::app::Msg;
use crate::view::elements::{heading, icon, label, radio, text};
use crate::view::{Icon, ViewContext};

/// Three questions, and who pays as soon as the answers decide it.
pub fn call_out(cx: &ViewContext, known: CallOut, coverage: &Coverage) -> Html {
    let words = messages::call_out(cx.language);
    html! {
        <div class="check">
            {heading(cx, label(words.who_pays))}
            <div class="questions">
                {question(cx, CallOutQuestion::OnConnection, known.on_connection)}
                {question(cx, CallOutQuestion::InAurasEquipment, known.in_auras_equipment)}
                {question(cx, CallOutQuestion::FreeAccess, known.free_access)}
            </div>
            // Always there: a screen reader announces only changes of a status that exists already.
            <div class="verdict" role="status">
                if let Some(payer) = known.payer() {
                    {verdict(cx, payer, coverage)}
                }
            </div>
        </div>
    }
}

fn question(cx: &ViewContext, question: CallOutQuestion, answer: Option<bool>) -> Html {
    let words = messages::call_out(cx.language);
    let (name, legend) = match question {
        CallOutQuestion::OnConnection => ("on-connection", words.on_connection),
        CallOutQuestion::InAurasEquipment => ("in-auras-equipment", words.in_auras_equipment),
        CallOutQuestion::FreeAccess => ("free-access", words.free_access),
    };
    let choice = |yes: bool, words: &str| {
        radio(cx, name, words.to_owned(), answer == Some(yes), Msg::CallOutAnswered(question, yes))
    };
    html! {
        <fieldset class="question">
            <legend>{label(legend)}</legend>
            <div class="joined">{choice(true, words.yes)}{choice(false, words.no)}</div>
        </fieldset>
    }
}

fn verdict(cx: &ViewContext, payer: Payer, coverage: &Coverage) -> Html {
    let (verdict, reason) = messages::call_out(cx.language).payer(payer);
    if payer == Payer::Covered {
        html! {
            <div class="notice">
                {icon(Icon::Covered)}
                <p><strong>{label(verdict)}</strong>{" "}{label(reason)}</p>
            </div>
        }
    } else {
        let note = cx.language.messages().text(&coverage.customer_pays_note);
        html! {
            <div class="notice planned">
                {icon(Icon::Planned)}
                <p><strong>{label(verdict)}</strong>{" "}{label(reason)}{" "}{text(note)}</p>
            </div>
        }
    }
}
