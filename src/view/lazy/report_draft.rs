//! What the fields for the report time contain, and the ids that connect them to their feedback.

use chrono::NaiveDate;
use serviceaftale_core::answers::Responses;
use serviceaftale_core::messages::report_time;
use serviceaftale_core::report_input::{ParsedReport, ReportDraft};
use serviceaftale_core::time::{Timestamp, copenhagen};

use crate::view::ViewContext;

/// The ids of the elements that describe the fields.
pub(super) const DATE_ERROR: &str = "report-date-error";
pub(super) const TIME_ERROR: &str = "report-time-error";
pub(super) const REPORTED_AT: &str = "reported-at";

/// What the fields contain.
pub(super) struct ReportInput {
    pub draft: ReportDraft,
    pub parsed: ParsedReport,
    /// Whether the text is complete, so that errors are shown.
    pub is_entered: bool,
}

impl ReportInput {
    /// The text of the draft, or that of the report if nothing is being typed.
    pub fn new(cx: &ViewContext, answer: &Responses, draft: Option<&ReportDraft>) -> Self {
        Self {
            parsed: parsed_report(cx, answer.report, draft, copenhagen::date(answer.now)),
            is_entered: draft.is_some_and(|draft| draft.entered),
            draft: draft.cloned().unwrap_or_else(|| report_time::draft(cx.language, answer.report)),
        }
    }
}

/// The time in the draft, or the report if nothing is being typed.
fn parsed_report(cx: &ViewContext, report: Timestamp, draft: Option<&ReportDraft>, today: NaiveDate) -> ParsedReport {
    match draft {
        Some(draft) => draft.parse(&report_time::vocabulary(cx.language), today),
        None => ParsedReport::from_instant(report),
    }
}
