//! Questions that decide who pays for a technician's visit.

use serviceaftale_core::agreement::Coverage;
use serviceaftale_core::answers::{CallOut, CallOutQuestion, Payer};
use serviceaftale_core::messages::{self, call_out};
use yew::{Html, html};

use crate::app::Msg;
use crate::view::elements::{heading, icon, label, radio, text};
use crate::view::{Icon, ViewContext};

/// Three questions, and who pays as soon as the answers decide it.
pub fn call_out(cx: &ViewContext, known: CallOut, coverage: &Coverage) -> Html {
    html! {
        <div class="check">
            {heading(cx, cx.label(call_out::WHO_PAYS))}
            <form class="questions" method="dialog">
                {question(cx, CallOutQuestion::OnConnection, known.on_connection)}
                {question(cx, CallOutQuestion::InAurasEquipment, known.in_auras_equipment)}
                {question(cx, CallOutQuestion::FreeAccess, known.free_access)}
            </form>
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
    let (name, legend) = match question {
        CallOutQuestion::OnConnection => ("on-connection", call_out::ON_CONNECTION.get(cx.language)),
        CallOutQuestion::InAurasEquipment => ("in-auras-equipment", call_out::IN_AURAS_EQUIPMENT.get(cx.language)),
        CallOutQuestion::FreeAccess => ("free-access", call_out::FREE_ACCESS.get(cx.language)),
    };
    let choice = |yes: bool, words: &str| {
        radio(cx, name, words.to_owned(), answer == Some(yes), Msg::CallOutAnswered(question, yes))
    };
    html! {
        <fieldset class="question">
            <legend>{label(legend)}</legend>
            <div class="joined">
                {choice(true, call_out::YES.get(cx.language))}
                {choice(false, call_out::NO.get(cx.language))}
            </div>
        </fieldset>
    }
}

fn verdict(cx: &ViewContext, payer: Payer, coverage: &Coverage) -> Html {
    let (verdict, reason) = call_out::payer(cx.language, payer);
    if payer == Payer::Covered {
        html! {
            <div class="notice">
                {icon(Icon::Covered)}
                <p><strong>{label(verdict)}</strong>{" "}{label(reason)}</p>
            </div>
        }
    } else {
        let note = messages::text(cx.language, &coverage.customer_pays_note);
        html! {
            <div class="notice planned">
                {icon(Icon::Planned)}
                <p><strong>{label(verdict)}</strong>{" "}{label(reason)}{" "}{text(note)}</p>
            </div>
        }
    }
}
