//! What does a customer look up, once the first answers are given?

use super::{MaintenanceAnswer, OpeningHours, Question, shown};
use crate::agreement::{Catalogue, Coverage};
use crate::time::{Timestamp, copenhagen};

/// What stands below the first answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The week's opening hours and the coming public holidays.
    pub hours: OpeningHours,
    /// Maintenance windows and notice.
    pub maintenance: MaintenanceAnswer,
    /// Who pays.
    pub coverage: Coverage,
}

impl Reference {
    /// What there is to look up at `now` for who asks that question.
    pub fn compute(catalogue: &Catalogue, question: &Question, now: Timestamp) -> Self {
        let now = now.start_of_minute();
        Self {
            hours: OpeningHours::compute(catalogue, &shown(catalogue, question), copenhagen::date(now)),
            maintenance: MaintenanceAnswer::compute(catalogue, now),
            coverage: catalogue.coverage.clone(),
        }
    }
}
