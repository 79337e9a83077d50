//! What does a customer ask, and what is the answer at a given time?
//!
//! [`Page::compute`] answers what is asked first, [`Reference::compute`] what is looked up after that, as plain data: one part a
//! panel, ready to be drawn.

mod account;
mod alternatives;
mod announcements;
mod call_out;
mod comparison;
pub mod demonstration;
mod details;
mod hours;
mod maintenance;
mod progress;
mod response;
mod right_now;
mod share_link;
mod special_hours;
pub mod timeline;

pub use account::{AccountLine, Cause, LineKind, account_lines};
pub use alternatives::{AlternativeAnswer, WithAlternatives};
pub use announcements::{AnnouncementFilter, AnnouncementRow, Announcements, NoticeGiven, WorkState, WorkUnderWay};
pub use call_out::{CallOut, CallOutQuestion, Payer};
pub use comparison::{ComparedAgreement, Comparison, Difference, RepairPace, Sooner};
pub use details::Reference;
pub use hours::{Column, DayRow, HolidayRow, HoursOfDay, OpeningHours};
pub use maintenance::{MaintenanceAnswer, NoticeState, WindowRow};
pub use progress::Progress;
pub use response::{AgreementResponse, Note, ResponseAnswer, Responses};
pub use right_now::{Advice, AgreementName, ChannelLine, Phone, RightNow};
pub use share_link::ShareLink;
pub use special_hours::{SpecialHoursRow, special_hours_rows};
pub use timeline::Timeline;

use chrono::NaiveDate;

use crate::agreement::{Agreement, Catalogue, Contact};
use crate::time::{Timestamp, copenhagen};

/// When the fault is reported that the question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Report {
    /// Now, whenever that is: at the start of the current minute.
    #[default]
    Now,
    /// At that instant, past or to come.
    At(Timestamp),
}

/// What the customer wants to know.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Question {
    /// The id of the agreement it is about; all of them when none is chosen.
    pub agreement: Option<String>,
    /// Whether all of them are to be compared, whichever is chosen.
    pub compare: bool,
    /// When the fault is reported.
    pub report: Report,
}

impl Question {
    /// The same about that agreement alone, or about none in particular.
    #[must_use]
    pub fn about(&self, agreement: Option<String>) -> Self {
        Self { agreement, compare: false, report: self.report }
    }

    /// The same about all agreements, to compare them.
    #[must_use]
    pub const fn comparing(&self) -> Self {
        Self { agreement: None, compare: true, report: self.report }
    }
}

/// The answers that the page begins with, at one instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The minute that the answers are for.
    pub now: Timestamp,
    /// Until when they hold. The page shows the time, so that is the next minute.
    pub holds_until: Timestamp,
    /// The agreements there are to choose from, and which is chosen.
    pub choices: Choices,
    /// Whether somebody answers the phone.
    pub right_now: RightNow,
    /// By when work starts.
    pub responses: Responses,
    /// What the answers rest on.
    pub data: DataState,
}

/// What the customer can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// Each agreement, in the order of the data.
    pub agreements: Vec<AgreementChoice>,
    /// Whether the choice is to compare them all.
    pub comparing: bool,
}

impl Choices {
    /// Whether nothing is chosen; all agreements are shown then.
    pub fn none(&self) -> bool {
        !self.comparing && self.agreements.iter().all(|agreement| !agreement.chosen)
    }
}

/// An agreement to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementChoice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is the one chosen.
    pub chosen: bool,
}

/// The data that the answers rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataState {
    /// Its version.
    pub version: String,
    /// The day by which somebody should have checked it against the sheet.
    pub review_by: NaiveDate,
    /// Whether that day has passed.
    pub review_overdue: bool,
    /// AnnouncementFilter to call when in doubt.
    pub contact: Contact,
}

impl Page {
    /// The answers to the question at `now`.
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
    /// assert_eq!(pro.answers[0].deadline, "2026-04-03T16:00+02:00".parse::<Timestamp>().unwrap());
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

fn choices(catalogue: &Catalogue, question: &Question) -> Choices {
    let comparing = question.compare;
    let agreements = catalogue.agreements.iter().map(|agreement| AgreementChoice {
        id: agreement.id.clone(),
        name: agreement.name.clone(),
        chosen: !comparing && question.agreement.as_ref() == Some(&agreement.id),
    });
    Choices { agreements: agreements.collect(), comparing }
}

/// The agreement that is asked about, or all of them; an unknown id asks about none in particular.
fn shown<'a>(catalogue: &'a Catalogue, question: &Question) -> Vec<&'a Agreement> {
    let asked = question.agreement.as_deref().filter(|_| !question.compare);
    let chosen = asked.and_then(|id| catalogue.agreement(id));
    chosen.map_or_else(|| catalogue.agreements.iter().collect(), |agreement| vec![agreement])
}
