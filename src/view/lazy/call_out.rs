//! Who pays when a technician is called out?

use serviceaftale_core::agreement::Coverage;
use serviceaftale_core::answers::{CallOut, CallOutQuestion, Payer};
use serviceaftale_core::messages::{self, CallOutWords};

use crate::app::Msg;
use crate::view::{Draw, Icon};

/// Three questions, and who pays once they say it.
pub fn call_out(draw: &mut Draw, known: CallOut, coverage: &Coverage) {
    let words = messages::call_out(draw.say.language);
    draw.open("div", "check");
    draw.heading(1, words.who_pays.to_owned());
    draw.open("div", "questions");
    question(draw, words, CallOutQuestion::OnConnection, known.on_connection);
    question(draw, words, CallOutQuestion::InAurasEquipment, known.in_auras_equipment);
    question(draw, words, CallOutQuestion::FreeAccess, known.free_access);
    draw.close();
    // There from the start, so that a screen reader tells what comes to stand in it.
    draw.open("div", "verdict");
    draw.attribute("role", "status");
    if let Some(payer) = known.payer() {
        draw.open("div", if payer == Payer::Covered { "notice" } else { "notice planned" });
        draw.icon(if payer == Payer::Covered { Icon::Covered } else { Icon::Planned });
        let (verdict, why) = words.payer(payer);
        draw.open("p", "");
        draw.labelled("strong", "", verdict);
        draw.space();
        draw.label(why);
        if payer != Payer::Covered {
            draw.space();
            draw.text(draw.say.text(&coverage.customer_pays_note));
        }
        draw.close();
        draw.close();
    }
    draw.close();
    draw.close();
}

fn question(draw: &mut Draw, words: &CallOutWords, question: CallOutQuestion, answer: Option<bool>) {
    let (name, asked) = match question {
        CallOutQuestion::OnConnection => ("on-connection", words.on_connection),
        CallOutQuestion::InAurasEquipment => ("in-auras-equipment", words.in_auras_equipment),
        CallOutQuestion::FreeAccess => ("free-access", words.free_access),
    };
    draw.open("fieldset", "question");
    draw.labelled("legend", "", asked);
    draw.open("div", "joined");
    for (yes, word) in [(true, words.yes), (false, words.no)] {
        draw.radio(name, word.to_owned(), answer == Some(yes), Msg::CallOutAnswered(question, yes));
    }
    draw.close();
    draw.close();
}
