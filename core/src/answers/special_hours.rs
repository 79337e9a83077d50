//! Which hours differ once from today on, and why?

use chrono::NaiveDate;

use super::{Question, shown};
use crate::agreement::Catalogue;
use crate::notices::{Notices, SpecialHours};

/// Hours of one date that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialHoursRow<'a> {
    /// What of, when, and why.
    pub hours: &'a SpecialHours,
    /// Whether that is today.
    pub is_today: bool,
    /// The agreements whose hours these are, by name; empty when they are those of all shown.
    pub agreements: Vec<&'a str>,
}

/// The announced hours of today and later that change something for who asks, in order.
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
