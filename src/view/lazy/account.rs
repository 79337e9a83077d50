//! How did a deadline come about, and how far has its clock come?

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{AgreementResponse, Progress, ResponseAnswer, Responses, account_lines};
use serviceaftale_core::messages::{self, AccountWords};

use super::memo::Same;
use crate::app::State;
use crate::view::Draw;
use crate::view::interpretations::section;

/// How far the clock has come since a past report.
pub fn progress(
    draw: &mut Draw,
    catalogue: &Catalogue,
    all: &Responses,
    agreement: &AgreementResponse,
    answer: &ResponseAnswer,
) {
    let promised = catalogue.agreement(&agreement.id);
    let progress = promised.and_then(|of| Progress::compute(of.target(answer.response), all.report, all.now));
    match progress {
        Some(progress) => draw.element("p", "progress", |draw| {
            bar(draw, progress);
            draw.text(messages::account(draw.say.language).progress(progress, all.now));
        }),
        None => draw.nothing(),
    }
}

/// The account line by line under the rule that it follows, with the readings that it leans on.
pub fn account(draw: &mut Draw, state: &State, agreement: &AgreementResponse, answer: &ResponseAnswer) {
    let from = (Same(state.catalogue().clone()), agreement.id.clone(), answer.clone());
    draw.part(from, |draw, (catalogue, id, answer)| lines(draw, &catalogue.0, id, answer));
}

fn lines(draw: &mut Draw, catalogue: &Catalogue, id: &str, answer: &ResponseAnswer) {
    let Some(promised) = catalogue.agreement(id) else {
        return;
    };
    let (clock, words) = (promised.target(answer.response).clock.weekly(), messages::account(draw.say.language));
    draw.open("p", "clause");
    draw.text(words.counted_hours(clock));
    section(draw, &answer.section);
    draw.close();
    draw.open("table", "");
    draw.attribute("aria-label", draw.say.labels.account);
    draw.open("tbody", "");
    for line in account_lines(&answer.account, clock) {
        row(draw, if line.counted_seconds > 0 { "counts" } else { "" }, words.line(&line));
    }
    row(draw, "total", words.total(answer));
    draw.close();
    draw.close();
    readings(draw, words, answer);
}

/// The same as the words beside it.
fn bar(draw: &mut Draw, progress: Progress) {
    draw.open("progress", "");
    draw.attribute("aria-hidden", "true");
    draw.attribute("max", progress.of_seconds.to_string());
    draw.attribute("value", progress.counted_seconds.to_string());
    draw.close();
}

fn row(draw: &mut Draw, class: &'static str, [day, why, hours]: [String; 3]) {
    draw.open("tr", class);
    draw.open("th", "");
    draw.attribute("scope", "row");
    draw.text(day);
    draw.close();
    draw.words("td", "", why);
    draw.words("td", "", hours);
    draw.close();
}

fn readings(draw: &mut Draw, words: &AccountWords, answer: &ResponseAnswer) {
    if answer.readings.others.is_empty() {
        draw.nothing();
        return;
    }
    draw.element("ul", "", |draw| {
        answer.readings.leans_on().for_each(|reading| draw.emphasised("li", words.reading_in_force(reading)));
    });
}
