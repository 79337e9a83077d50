//! How is told what sets the agreements apart?

use super::{Language, Messages, Sentence, danish, english};
use crate::agreement::ServiceMode;
use crate::answers::{Comparison, DeadlineDifference, Lead, RepairPace};

/// The words for comparisons, which are no part of [`Messages`]: they are fetched after the first answer.
#[cfg_attr(test, derive(Debug))]
pub struct ComparisonWords {
    pub(super) language: Language,
    /// The table that compares agreements.
    pub comparison: &'static str,
    /// Beside how repair goes on.
    pub then_works: &'static str,
    /// Beside whether the customer is told how it goes.
    pub status_updates: &'static str,
    /// Beside the phone's state.
    pub phone_now: &'static str,
    /// Beside whether faults can be reported by e-mail.
    pub email: &'static str,
    /// In which kind of response.
    pub(super) case: Sentence<1>,
    /// The soonest; the time follows, so that there is a space at the end.
    pub(super) with: Sentence<1>,
    /// What follows the time between two agreements, with a space before it.
    pub(super) sooner: &'static str,
    /// The latest: what follows, in the same way, the time between the first and the last of more than two.
    pub(super) sooner_than: Sentence<1>,
    /// The time between deadlines in hours.
    pub(super) in_hours: Sentence<1>,
    pub(super) both_at_once: &'static str,
    pub(super) all_at_once: &'static str,
    pub(super) until_done: &'static str,
    pub(super) yes: &'static str,
    pub(super) round_the_clock: &'static str,
    pub(super) not_in_the_agreement: &'static str,
}

/// How comparisons are told in that language.
pub const fn comparison(language: Language) -> &'static ComparisonWords {
    match language {
        Language::Danish => &danish::COMPARISON,
        Language::English => &english::COMPARISON,
    }
}

impl ComparisonWords {
    const fn say(&self) -> &'static Messages {
        self.language.messages()
    }

    /// Where a difference holds: `Kræver tekniker:`.
    pub fn difference_in(&self, response: ServiceMode) -> String {
        self.case.with([self.say().response(response)])
    }

    /// A difference in words: `Med Pro er AURA i gang `, `3 dage og 22 timer`, ` før.` Without one, the first part says
    /// so and the others are empty.
    pub fn difference(&self, difference: &DeadlineDifference, comparison: &Comparison) -> [String; 3] {
        let two = comparison.agreements.len() == 2;
        match difference.lead {
            Lead::None => {
                let at_once = if two { self.both_at_once } else { self.all_at_once };
                [at_once.to_owned(), String::new(), String::new()]
            }
            Lead::By { soonest, latest, seconds } => {
                let sooner = if two { self.sooner.to_owned() } else { self.sooner_than.with([latest]) };
                [self.with.with([soonest]), self.say().duration(seconds), sooner]
            }
        }
    }

    /// A difference that is told in days, in hours: `Der er 94 timer mellem fristerne.`
    pub fn in_hours(&self, difference: &DeadlineDifference) -> Option<String> {
        match difference.lead {
            Lead::By { seconds: seconds @ 86_400.., .. } => {
                Some(self.in_hours.with([&self.say().hours_and_minutes(seconds)]))
            }
            Lead::By { .. } | Lead::None => None,
        }
    }

    /// How repair goes on.
    pub fn repair_pace(&self, pace: RepairPace) -> String {
        match pace {
            RepairPace::UntilDone => self.until_done.to_owned(),
            RepairPace::Within(hours) => self.say().weekly(hours),
        }
    }

    /// Whether the customer is told how repair goes: the sheet says so, or says nothing.
    pub const fn has_status_updates(&self, promised: bool) -> &'static str {
        if promised { self.yes } else { self.not_in_the_agreement }
    }

    /// Whether faults can be reported by e-mail: the sheet says so, or says nothing.
    pub const fn takes_email(&self, promised: bool) -> &'static str {
        if promised { self.round_the_clock } else { self.not_in_the_agreement }
    }
}
