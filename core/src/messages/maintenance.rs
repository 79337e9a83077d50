//! Messages about maintenance windows and preventive maintenance.

use chrono::NaiveDate;

use super::message::{Label, Message, label, message};
use super::{Language, hours, times, typeset};
use crate::answers::{MaintenanceAnswer, NoticeDeadline, WindowRow};
use crate::time::{Interval, copenhagen};

/// `kl. 0.00–6.00`; a window that ends on another date than it starts names that date.
pub fn window(language: Language, interval: Interval) -> String {
    let (start, end) = (copenhagen::to_local(interval.start), copenhagen::to_local(interval.end));
    if start.date == end.date {
        let start = times::time_of_day(language, start.time);
        let range = format!("{start}–{}", times::time_of_day(language, end.time));
        return times::CLOCK.format(language, [&range]);
    }
    let day = times::day(language, end.date, start.date);
    let end = times::FAR_MOMENT.format(language, [&day, &times::clock(language, interval.end)]);
    typeset(&format!("{} – {end}", times::clock(language, interval.start)))
}

const UNDER_WAY: Label = label("Er i gang", "Under way");
const NOTICE_POSSIBLE: Label = label("Kan varsles endnu", "Notice still possible");
const NOTICE_PAST: Label = label("Varselsfristen er udløbet", "Notice deadline passed");

/// Whether a window is under way, or notice of work in it can still be given in time.
pub const fn window_state(language: Language, row: &WindowRow) -> &'static str {
    let state = match row.notice {
        _ if row.under_way => UNDER_WAY,
        NoticeDeadline::Open(_) => NOTICE_POSSIBLE,
        NoticeDeadline::Passed(_) => NOTICE_PAST,
    };
    state.get(language)
}

const NOTICE_BY: Label =
    label("Arbejde varsles så vidt muligt senest", "Notice of work is given, as far as possible, by");
const NOTICE_WAS_BY: Label = label(
    "Arbejde skulle så vidt muligt være varslet senest",
    "Notice of work was to be given, as far as possible, by",
);

/// The words before the last day of notice.
pub const fn notice(language: Language, state: NoticeDeadline) -> &'static str {
    let words = match state {
        NoticeDeadline::Open(_) => NOTICE_BY,
        NoticeDeadline::Passed(_) => NOTICE_WAS_BY,
    };
    words.get(language)
}

const BY: Message<1> = message("senest {0}", "by {0}");
const NO_WINDOW: Label = label("intet servicevindue den dag", "no maintenance window that day");

/// The last day of notice under another interpretation, or that there is no window.
pub fn notice_otherwise(language: Language, last: Option<NaiveDate>, today: NaiveDate) -> String {
    match last {
        Some(last) => BY.format(language, [&times::day(language, last, today)]),
        None => NO_WINDOW.get(language).to_owned(),
    }
}

const PREVENTIVE: Message<2> = message(
    "Desuden kan der {0} være præventivt vedligehold. Det varsles ikke, sker kun ved uforudsete situationer og \
     afbryder som regel forbindelsen i højst {1}.",
    "Preventive maintenance is possible, too: {0}. It comes without notice, happens only in unforeseen situations and \
     as a rule interrupts the connection for {1} at most.",
);

/// What preventive maintenance is, and when.
pub fn preventive(language: Language, maintenance: &MaintenanceAnswer) -> String {
    let down = times::duration(language, 60 * maintenance.preventive_minutes);
    PREVENTIVE.format(language, [&hours::weekly(language, &maintenance.preventive), &down])
}

pub(super) const NOTICE_RULE: Message<1> = message(
    "Arbejde varsles så vidt muligt mindst {0} arbejdsdage i forvejen.",
    "As far as possible, notice of work is given at least {0} working days ahead.",
);

/// How many working days of notice the agreement promises.
pub fn notice_rule(language: Language, maintenance: &MaintenanceAnswer) -> String {
    NOTICE_RULE.format(language, [&maintenance.notice_working_days.to_string()])
}
