//! Is an answer right when it is read as a text, by somebody else, on another day?

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used)]

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{Page, Question, Report};
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::{self, Language};
use serviceaftale_core::time::Timestamp;

/// Good Friday at three.
const NOW: &str = "2026-04-03T15:00+02:00";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn text(question: &Question, now: &str, language: Language) -> String {
    let file = Value::from_json(include_str!("../../static/agreements.json")).unwrap();
    let catalogue = Catalogue::from_value(&file).unwrap();
    messages::sending(language).text(&catalogue, &Page::compute(&catalogue, question, at(now)))
}

#[test]
fn one_agreement_in_full() {
    let basis = Question { agreement: Some("basis".into()), ..Question::default() };
    let expected = "\
Hvis fejlen meldes fredag 3. april 2026 kl. 15.00:

Erhverv Basis
Kan rettes fra driftscentralen: AURA skal være gået i gang senest tirsdag 7. april 2026 kl. 11.00 (fortolkning).
Kræver tekniker: AURA skal være gået i gang senest tirsdag 7. april 2026 kl. 16.00 (fortolkning).
Husk:
– Telefonen er lukket på det tidspunkt. Du kan melde fejlen, når den åbner lørdag 4. april 2026 kl. 10.00.
– Fristen er den samme, om du melder fejlen lørdag 4. april 2026 kl. 10.00 eller tirsdag 7. april 2026 kl. 8.00.
– Arbejde på stedet kan vente til onsdag 8. april 2026 kl. 7.00. Fejl rettes hverdage kl. 7–15, og fristen kl. 16.00 ligger uden for det tidsrum.
– Fejl rettes hverdage kl. 7–15. Er fejlen ikke rettet samme dag, genoptages arbejdet næste hverdag.

Erhverv Support: 87 92 55 75, tast 2.
Vejledende – aftaleteksten gælder.";
    assert_eq!(text(&basis, NOW, Language::Danish), expected);
}

#[test]
fn several_agreements_with_what_sets_them_apart() {
    let english = text(&Question::default().comparing(), NOW, Language::English);
    for part in [
        "\n\nErhverv Pro\nCan be put right",
        "AURA must have started by Friday 3 April 2026, 18:00.\n",
        "With Pro, AURA starts 3 days and 22 hours sooner.\n",
        "Erhverv Support: 87 92 55 75, press 2.\n",
    ] {
        assert!(english.contains(part), "{part} is not in {english}");
    }
}

#[test]
fn only_a_deadline_that_leans_on_a_reading_says_so() {
    let report = Report::At(at("2026-12-23T14:00+01:00"));
    let danish = text(&Question { report, ..Question::default() }, NOW, Language::Danish);
    assert!(danish.contains("torsdag 24. december 2026 kl. 14.00 (fortolkning).\n"), "{danish}");
    assert!(danish.contains("onsdag 23. december 2026 kl. 17.00.\n"), "{danish}");
}

#[test]
fn no_word_of_it_is_true_only_now() {
    for language in Language::ALL {
        for report in ["2026-04-03T15:00+02:00", "2026-04-01T15:10+02:00", "2026-04-07T09:00+02:00"] {
            for report in [Report::Now, Report::At(at(report))] {
                let text = text(&Question { report, ..Question::default() }, NOW, language);
                for word in ["i dag", "i morgen", " nu", "om 3", "siden", "today", "tomorrow", " now", " ago"] {
                    assert!(!text.contains(word), "{word} is in {text}");
                }
                assert!(!text.contains(['\u{a0}', '\u{2060}']));
            }
        }
    }
}
