//! Messages of the demonstration panel.

use super::Language;
use super::message::{Label, label};
use crate::answers::demonstration::{Scenario, TimeStep};

pub const DEMONSTRATION: Label = label("Demo", "Demonstration");
pub const SCENARIOS: Label = label("Situationer", "Scenarios");
/// The slider.
pub const SHOWN_TIME: Label = label("Vist tidspunkt", "Shown time");
pub const LARGE_TYPE: Label = label("Stor skrift", "Large type");
pub const PRINT: Label = label("Udskriv", "Print");
/// The button that resets the page.
pub const NEXT_CUSTOMER: Label = label("Næste kunde", "Next customer");

/// `Fredag aften`.
pub const fn scenario(language: Language, scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::FridayEvening => const { label("Fredag aften", "Friday evening") },
        Scenario::GoodFriday => const { label("Langfredag", "Good Friday") },
        Scenario::ChristmasEve => const { label("Juleaften", "Christmas Eve") },
        Scenario::MondayNight => const { label("Nat til mandag", "Sunday night") },
        Scenario::SummerTime => const { label("Sommertid", "Summer time") },
    }
    .get(language)
}

/// `+1 dag`.
pub const fn step(language: Language, step: TimeStep) -> &'static str {
    match step {
        TimeStep::DayBack => const { label("−1\u{a0}dag", "−1\u{a0}day") },
        TimeStep::HourBack => const { label("−1\u{a0}time", "−1\u{a0}hour") },
        TimeStep::HourForward => const { label("+1\u{a0}time", "+1\u{a0}hour") },
        TimeStep::DayForward => const { label("+1\u{a0}dag", "+1\u{a0}day") },
    }
    .get(language)
}
