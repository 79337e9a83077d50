//! Which words does English have for comparisons?

use crate::messages::comparison::ComparisonWords;
use crate::messages::{Language, Sentence};

pub(in crate::messages) static COMPARISON: ComparisonWords = ComparisonWords {
    language: Language::English,
    comparison: "Comparison",
    then_works: "From then on AURA works",
    status_updates: "Status updates and all-clear",
    phone_now: "Fault reports by phone now",
    email: "Fault reports by e-mail",
    case: Sentence::new("{0}:"),
    with: Sentence::new("With {0}, AURA starts "),
    sooner: " sooner.",
    sooner_than: Sentence::new(" sooner than with {0}."),
    in_hours: Sentence::new("The deadlines are {0} apart."),
    both_at_once: "The deadline is the same with both agreements.",
    all_at_once: "The deadline is the same with all agreements.",
    until_done: "without a break until the fault is repaired",
    yes: "yes",
    round_the_clock: "yes, round the clock",
    not_in_the_agreement: "not in the agreement",
};
