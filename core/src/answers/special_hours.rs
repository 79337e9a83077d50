//! View model of the special hours from today on.

use chrono::NaiveDate;

use super::{Question, shown};
use crate::agreement::Catalogue;
use crate::notices::{Notices, SpecialHours};

/// The special hours of one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialHoursRow<'a> {
    pub hours: &'a SpecialHours,
    pub is_today: bool,
    /// The names of the affected agreements; empty where all shown agreements are affected.
    pub agreements: Vec<&'a str>,
}

/// The special hours of `today` and later that change a shown agreement, by date.
pub fn special_hours_rows<'a>(
    catalogue: &'a Catalogue,
    notices: &'a Notices,
    question: &Question,
    today: NaiveDate,
) -> Vec<SpecialHoursRow<'a>> {
    let shown = shown(catalogue, question);
    let mut rows = Vec::new();
    for hours in notices.special_hours.iter().filter(|hours| hours.date >= today) {
        let changed = shown.iter().filter(|agreement| hours.affects(agreement));
        let mut agreements: Vec<_> = changed.map(|agreement| agreement.name.as_str()).collect();
        if agreements.is_empty() {
            continue;
        }
        if agreements.len() == shown.len() {
            agreements.clear();
        }
        rows.push(SpecialHoursRow { hours, is_today: hours.date == today, agreements });
    }
    rows
}
