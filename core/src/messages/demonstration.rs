//! Which words has a demonstration?

use super::{Language, danish, english};
use crate::answers::demonstration::{Scenario, TimeStep};

/// The words for demonstrations, which are no part of [`super::Messages`]: they are fetched after the first answer.
#[cfg_attr(test, derive(Debug))]
pub struct DemonstrationWords {
    /// The panel's heading.
    pub demonstration: &'static str,
    /// What the scenarios are.
    pub scenarios: &'static str,
    pub(super) friday_evening: &'static str,
    pub(super) good_friday: &'static str,
    pub(super) christmas_eve: &'static str,
    pub(super) monday_night: &'static str,
    pub(super) summer_time: &'static str,
    /// What the slider moves.
    pub shown_time: &'static str,
    pub(super) day_back: &'static str,
    pub(super) hour_back: &'static str,
    pub(super) hour_on: &'static str,
    pub(super) day_on: &'static str,
    /// What enlarges the type.
    pub large_type: &'static str,
    /// What prints the page.
    pub print: &'static str,
    /// What makes the page as it was at first.
    pub next_customer: &'static str,
}

/// The words for demonstrations, in that language.
pub const fn demonstration(language: Language) -> &'static DemonstrationWords {
    match language {
        Language::Danish => &danish::DEMONSTRATION,
        Language::English => &english::DEMONSTRATION,
    }
}

impl DemonstrationWords {
    /// The name of a scenario.
    pub const fn scenario(&self, scenario: Scenario) -> &'static str {
        match scenario {
            Scenario::FridayEvening => self.friday_evening,
            Scenario::GoodFriday => self.good_friday,
            Scenario::ChristmasEve => self.christmas_eve,
            Scenario::MondayNight => self.monday_night,
            Scenario::SummerTime => self.summer_time,
        }
    }

    /// What a step does, short.
    pub const fn step(&self, step: TimeStep) -> &'static str {
        match step {
            TimeStep::DayBack => self.day_back,
            TimeStep::HourBack => self.hour_back,
            TimeStep::HourForward => self.hour_on,
            TimeStep::DayForward => self.day_on,
        }
    }
}
