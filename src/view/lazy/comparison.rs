//! What sets the agreements apart?

use serviceaftale_core::agreement::{Catalogue, ServiceMode};
use serviceaftale_core::answers::{ComparedAgreement, Comparison, Page};
use serviceaftale_core::messages::{self, ComparisonWords};
use serviceaftale_core::time::Timestamp;

use crate::view::interpretations::{moment_readings, phone_readings};
use crate::view::{Draw, Icon};

/// The differences in words; and, when that is what was asked for, the agreements side by side.
pub fn comparison(draw: &mut Draw, catalogue: &Catalogue, page: &Page) {
    let Some(comparison) = Comparison::compute(catalogue, page) else {
        draw.nothing();
        return;
    };
    let words = messages::comparison(draw.say.language);
    draw.open("div", if comparison.asked_for { "compared asked" } else { "compared" });
    difference(draw, words, &comparison, ServiceMode::OnSite, "difference");
    difference(draw, words, &comparison, ServiceMode::Remote, "meta");
    if comparison.asked_for {
        Table { words, comparison: &comparison, now: page.now }.draw(draw);
    }
    draw.close();
}

fn difference(
    draw: &mut Draw,
    words: &ComparisonWords,
    comparison: &Comparison,
    response: ServiceMode,
    class: &'static str,
) {
    let Some(difference) = comparison.difference(response) else {
        draw.nothing();
        return;
    };
    let [before, duration, after] = words.difference(difference, comparison);
    draw.open("p", class);
    draw.words("span", "meta", words.difference_in(response));
    draw.space();
    draw.text(before);
    draw.words("strong", "", duration);
    draw.text(after);
    draw.space();
    draw.words("span", "meta", words.in_hours(difference).unwrap_or_default());
    draw.close();
}

/// The agreements in columns.
struct Table<'a> {
    words: &'a ComparisonWords,
    comparison: &'a Comparison<'a>,
    now: Timestamp,
}

impl Table<'_> {
    fn draw(&self, draw: &mut Draw) {
        let (say, words) = (draw.say, self.words);
        draw.open("table", "comparison");
        draw.attribute("aria-label", words.comparison);
        draw.open("thead", "");
        draw.open("tr", "");
        draw.words("td", "", String::new());
        for of in &self.comparison.agreements {
            head(draw, "col", of.name.to_owned(), "");
        }
        draw.close();
        draw.close();
        draw.open("tbody", "");
        for response in [ServiceMode::OnSite, ServiceMode::Remote] {
            self.row(draw, say.response(response), say.labels.started_by, &|draw, of| {
                self.deadline(draw, of, response);
            });
        }
        self.row(draw, words.then_works, "", &|draw, of| draw.text(words.repair_pace(of.repair)));
        self.row(draw, words.status_updates, "", &|draw, of| draw.label(words.has_status_updates(of.status_updates)));
        self.row(draw, words.phone_now, "", &|draw, of| self.phone(draw, of));
        self.row(draw, words.email, "", &|draw, of| draw.label(words.takes_email(of.by_email)));
        draw.close();
        draw.close();
    }

    /// Each cell names its agreement, for where the columns do not stand under their headings.
    fn row(
        &self,
        draw: &mut Draw,
        words: &'static str,
        more: &'static str,
        cell: &dyn Fn(&mut Draw, &ComparedAgreement),
    ) {
        draw.open("tr", "");
        head(draw, "row", words.to_owned(), more);
        for of in &self.comparison.agreements {
            draw.open("td", "");
            draw.words("span", "of", of.name.to_owned());
            cell(draw, of);
            draw.close();
        }
        draw.close();
    }

    fn deadline(&self, draw: &mut Draw, of: &ComparedAgreement, response: ServiceMode) {
        let (say, now) = (draw.say, self.now);
        if let Some((_, asked)) = of.deadlines.iter().find(|(of, _)| *of == response) {
            draw.element("strong", "", |draw| draw.moment(asked.answer, say.moment(asked.answer, now)));
            draw.space();
            draw.words("span", "meta", say.relative(asked.answer, now));
            moment_readings(draw, asked, now);
        }
    }

    fn phone(&self, draw: &mut Draw, of: &ComparedAgreement) {
        let (say, now) = (draw.say, self.now);
        if let Some(asked) = of.phone {
            draw.icon(if asked.answer.is_open() { Icon::Open } else { Icon::Closed });
            draw.text(say.whole_state(asked.answer, now));
            phone_readings(draw, asked, now);
        }
    }
}

fn head(draw: &mut Draw, scope: &'static str, words: String, more: &'static str) {
    draw.open("th", "");
    draw.attribute("scope", scope);
    draw.text(words);
    if !more.is_empty() {
        draw.space();
        draw.labelled("span", "meta", more);
    }
    draw.close();
}
