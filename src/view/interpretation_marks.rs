//! Marks of the answers that depend on an interpretation of the agreement sheet.

use serviceaftale_core::agreement::Interpretation;
use serviceaftale_core::answers::{PhoneState, WithAlternatives};
use serviceaftale_core::messages::{self, Language, channels, interpretations, labels, times};
use serviceaftale_core::time::Timestamp;
use yew::{Html, html};

use super::ViewContext;
use super::elements::{label, text};

/// The mark of an answer that other interpretations would change: it unfolds a list of them, each with its answer as
/// `describe` puts it. Empty if no interpretation would.
pub fn interpretation_mark<A>(cx: &ViewContext, answer: &WithAlternatives<A>, describe: impl Fn(&A) -> String) -> Html {
    let alternatives = answer.alternatives.iter().map(|other| {
        (
            other.interpretation.as_ref(),
            interpretations::alternative_answer(cx.language, other, &describe(&other.answer)),
        )
    });
    mark(cx, alternatives.collect())
}

/// The mark of an answer that is an instant.
pub fn moment_mark(cx: &ViewContext, answer: &WithAlternatives<Timestamp>, now: Timestamp) -> Html {
    interpretation_mark(cx, answer, |other| times::moment(cx.language, *other, now))
}

/// The mark of an answer that is the state of a phone.
pub fn phone_mark(cx: &ViewContext, answer: &WithAlternatives<PhoneState>, now: Timestamp) -> Html {
    interpretation_mark(cx, answer, |other| channels::whole_state(cx.language, *other, now))
}

/// The name of a section of the sheet, which is Danish in every language.
pub fn section(cx: &ViewContext, section: &str) -> Html {
    let (before, name) = interpretations::section(cx.language, section);
    html! {
        <span class="section">{label(before)}{" "}<span lang={Language::Danish.tag()}>{text(name)}</span></span>
    }
}

/// Not generic, so that it is compiled once for all kinds of answers.
fn mark(cx: &ViewContext, alternatives: Vec<(&Interpretation, String)>) -> Html {
    if alternatives.is_empty() {
        return Html::default();
    }
    let name = accessible_name(cx, &alternatives);
    html! {
        <details class="reading">
            <summary aria-label={name}>{cx.label(labels::INTERPRETATION)}</summary>
            <ul>
                for (interpretation, sentence) in alternatives {
                    <li>{text(sentence)}{section(cx, &interpretation.section)}</li>
                }
            </ul>
        </details>
    }
}

/// The page has many marks with the same text, so that their names say what the interpretations are about.
fn accessible_name(cx: &ViewContext, alternatives: &[(&Interpretation, String)]) -> String {
    let mut name = labels::INTERPRETATION.get(cx.language).to_owned();
    let mut separator = ": ";
    // All other values of one interpretation follow each other.
    for same in alternatives.chunk_by(|(one, _), (next, _)| one.id == next.id) {
        if let [(interpretation, _), ..] = same {
            name.push_str(separator);
            name.push_str(&messages::text(cx.language, &interpretation.about));
            separator = "; ";
        }
    }
    name
}
