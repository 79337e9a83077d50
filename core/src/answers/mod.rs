//! View models of the panels, computed from a catalogue, a question and the current time.
//!
//! [`Page::compute`] returns the panels that render first, [`PageDetails::compute`] the data of those that load lazily.
//! Both are plain data without text: `messages` holds the sentences and the widget's views render them.

mod account;
mod alternatives;
mod announcements;
mod call_out;
mod comparison;
pub mod demonstration;
mod hours;
mod maintenance;
mod response;
mod right_now;
mod share_link;
mod special_hours;
pub mod timeline;

pub use account::{AccountLine, Cause, LineKind, Progress, account_lines};
pub use alternatives::{AlternativeAnswer, WithAlternatives};
pub use announcements::{AnnouncementFilter, AnnouncementRow, Announcements, NoticeTiming, WorkState, WorkUnderWay};
pub use call_out::{CallOut, CallOutQuestion, Payer};
pub use comparison::{ComparedAgreement, Comparison, DeadlineDifference, Lead, RepairPace};
pub use hours::{DayHours, DayRow, HolidayRow, HoursColumn, OpeningHours};
pub use maintenance::{MaintenanceAnswer, NoticeDeadline, WindowRow};
pub use response::{AgreementResponse, Note, ResponseDeadline, Responses};
pub use right_now::{Advice, AgreementName, ChannelLine, PhoneState, RightNow};
pub use share_link::ShareLink;
pub use special_hours::{SpecialHoursRow, special_hours_rows};
pub use timeline::Timeline;

use chrono::NaiveDate;

use crate::agreement::{Agreement, Catalogue, Contact, Coverage};
use crate::time::{Timestamp, copenhagen};

/// The time of the fault report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Report {
    /// The start of the current minute.
    #[default]
    Now,
    /// A fixed instant, in the past or the future.
    At(Timestamp),
}

/// The input that the answers are computed for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Question {
    /// The id of the selected agreement; `None` shows all of them.
    pub agreement: Option<String>,
    /// Whether all agreements are compared. Takes precedence over `agreement`.
    pub compare: bool,
    pub report: Report,
}

impl Question {
    /// A copy that selects this agreement, or none, and does not compare.
    #[must_use]
    pub fn with_agreement(&self, agreement: Option<String>) -> Self {
        Self { agreement, compare: false, report: self.report }
    }

    /// A copy that compares all agreements.
    #[must_use]
    pub const fn with_comparison(&self) -> Self {
        Self { agreement: None, compare: true, report: self.report }
    }
}

/// The view model of the panels that render first.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The current time, rounded down to the minute.
    pub now: Timestamp,
    /// The answers are valid before this instant: the page shows the time, so this is the next minute.
    pub holds_until: Timestamp,
    pub choices: Choices,
    pub right_now: RightNow,
    pub responses: Responses,
    pub data: DataState,
}

/// The options of the agreement picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// In the order of the catalogue.
    pub agreements: Vec<AgreementChoice>,
    /// Whether the comparison of all agreements is selected.
    pub comparing: bool,
}

impl Choices {
    /// Whether nothing is selected; all agreements are shown then.
    pub fn none_chosen(&self) -> bool {
        !self.comparing && self.agreements.iter().all(|agreement| !agreement.chosen)
    }
}

/// One option of the agreement picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementChoice {
    pub id: String,
    pub name: String,
    pub chosen: bool,
}

/// The version and review date of the agreement data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataState {
    pub version: String,
    /// The last date for the next review of the data against the agreement sheet.
    pub review_by: NaiveDate,
    /// Whether `review_by` has passed.
    pub review_overdue: bool,
    /// The contact for questions that the data leaves open.
    pub contact: Contact,
}

impl Page {
    /// Computes the panels at `now`, which is rounded down to the minute.
    ///
    /// ```
    /// use serviceaftale_core::agreement::Catalogue;
    /// use serviceaftale_core::answers::{Page, Question};
    /// use serviceaftale_core::time::Timestamp;
    /// use serviceaftale_core::data::Value;
    /// let file = include_str!("../../../static/agreements.json");
    /// let catalogue = Catalogue::from_value(&Value::from_json(file).unwrap()).unwrap();
    /// let good_friday: Timestamp = "2026-04-03T15:00+02:00".parse().unwrap();
    /// let page = Page::compute(&catalogue, &Question::default(), good_friday);
    /// let pro = &page.responses.agreements[1];
    /// assert_eq!(pro.deadlines[0].deadline, "2026-04-03T16:00+02:00".parse::<Timestamp>().unwrap());
    /// ```
    pub fn compute(catalogue: &Catalogue, question: &Question, now: Timestamp) -> Self {
        let now = now.start_of_minute();
        let shown = shown(catalogue, question);
        Self {
            now,
            holds_until: now.plus_seconds(60),
            choices: choices(catalogue, question),
            right_now: RightNow::compute(catalogue, &shown, now),
            responses: Responses::compute(catalogue, &shown, question.report, now),
            data: DataState {
                version: catalogue.version.clone(),
                review_by: catalogue.review_by,
                review_overdue: copenhagen::date(now) > catalogue.review_by,
                contact: catalogue.contact.clone(),
            },
        }
    }
}

/// The view model of the panels that load lazily.
#[derive(Clone, Debug, PartialEq)]
pub struct PageDetails {
    pub hours: OpeningHours,
    pub maintenance: MaintenanceAnswer,
    pub coverage: Coverage,
}

impl PageDetails {
    /// Computes the panels at `now`, which is rounded down to the minute.
    pub fn compute(catalogue: &Catalogue, question: &Question, now: Timestamp) -> Self {
        let now = now.start_of_minute();
        Self {
            hours: OpeningHours::compute(catalogue, &shown(catalogue, question), copenhagen::date(now)),
            maintenance: MaintenanceAnswer::compute(catalogue, now),
            coverage: catalogue.coverage.clone(),
        }
    }
}

fn choices(catalogue: &Catalogue, question: &Question) -> Choices {
    let comparing = question.compare;
    let agreements = catalogue.agreements.iter().map(|agreement| AgreementChoice {
        id: agreement.id.clone(),
        name: agreement.name.clone(),
        chosen: !comparing && question.agreement.as_ref() == Some(&agreement.id),
    });
    Choices { agreements: agreements.collect(), comparing }
}

/// The selected agreement, or all of them where none is selected or the id is unknown.
fn shown<'a>(catalogue: &'a Catalogue, question: &Question) -> Vec<&'a Agreement> {
    let selected = question.agreement.as_deref().filter(|_| !question.compare);
    let agreement = selected.and_then(|id| catalogue.agreement(id));
    agreement.map_or_else(|| catalogue.agreements.iter().collect(), |agreement| vec![agreement])
}
