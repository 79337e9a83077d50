//! The answers as text, for another reader at a later time.

// Tests may panic.
#![allow(clippy::unwrap_used)]

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{Page, Question, Report};
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::{Language, sharing};
use serviceaftale_core::time::Timestamp;

/// Good Friday.
const NOW: &str = "2026-04-03T15:00+02:00";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn text(question: &Question, now: &str, language: Language) -> String {
    let file = Value::from_json(include_str!("../../static/agreements.json")).unwrap();
    let catalogue = Catalogue::from_value(&file).unwrap();
    sharing::text(language, &catalogue, &Page::compute(&catalogue, question, at(now)))
}

#[test]
fn text_of_one_agreement() {
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
fn text_of_several_agreements_with_their_difference() {
    let english = text(&Question::default().with_comparison(), NOW, Language::English);
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
fn only_a_deadline_with_alternatives_is_marked_as_an_interpretation() {
    let report = Report::At(at("2026-12-23T14:00+01:00"));
    let danish = text(&Question { report, ..Question::default() }, NOW, Language::Danish);
    assert!(danish.contains("torsdag 24. december 2026 kl. 14.00 (fortolkning).\n"), "{danish}");
    assert!(danish.contains("onsdag 23. december 2026 kl. 17.00.\n"), "{danish}");
}

#[test]
fn the_text_has_no_words_relative_to_the_current_time() {
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
