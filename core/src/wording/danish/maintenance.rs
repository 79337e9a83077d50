//! How are maintenance windows told in Danish?

use chrono::NaiveDate;

use super::{clock, day, duration, label, weekly};
use crate::answer::{MaintenanceAnswer, NoticeState, WindowRow};
use crate::calendar::{Interval, copenhagen};
use crate::wording::set;

/// `kl. 0.00–6.00`; a window that ends on a later date says so.
pub fn window(interval: Interval) -> String {
    let (first, last) = (copenhagen::date(interval.start), copenhagen::date(interval.end));
    let end = clock(interval.end);
    let end = if first == last {
        end.trim_start_matches("kl.\u{a0}").to_owned()
    } else {
        format!(" {} {end}", day(last, first))
    };
    set(&format!("{}–{end}", clock(interval.start)))
}

/// Whether a window is open, or can still be notified in time.
pub const fn window_state(row: &WindowRow) -> &'static str {
    match row.notice {
        _ if row.under_way => label::UNDER_WAY,
        NoticeState::Possible(_) => label::NOTICE_POSSIBLE,
        NoticeState::Past(_) => label::NOTICE_PAST,
    }
}

/// What stands before the last day of notice.
pub const fn notice(state: NoticeState) -> &'static str {
    match state {
        NoticeState::Possible(_) => "Arbejde varsles så vidt muligt senest",
        NoticeState::Past(_) => "Arbejde skulle så vidt muligt være varslet senest",
    }
}

/// The answer of another reading to the question for the last day of notice.
pub fn notice_otherwise(last: Option<NaiveDate>, today: NaiveDate) -> String {
    last.map_or_else(|| "intet servicevindue den dag".to_owned(), |last| format!("senest {}", day(last, today)))
}

/// What preventive maintenance is, and how it differs from a window.
pub fn preventive(maintenance: &MaintenanceAnswer) -> String {
    set(&format!(
        "Desuden kan der {} være præventivt vedligehold. Det varsles ikke, sker kun ved uforudsete situationer og giver som regel højst {} nedetid.",
        weekly(&maintenance.preventive),
        duration(60 * maintenance.preventive_minutes).replace("minutter", "minutters"),
    ))
}

/// How notice is given.
pub fn notice_rule(maintenance: &MaintenanceAnswer) -> String {
    set(&format!("Varslet er så vidt muligt mindst {} arbejdsdage.", maintenance.notice_working_days))
}
