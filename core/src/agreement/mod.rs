//! What does an agreement promise, and how is it read where it leaves room?

mod from_value;
mod interpretations;
mod maintenance;
mod rules;
mod schema;
mod validation;

use std::rc::Rc;

use chrono::NaiveDate;

pub use interpretations::{Alternative, Interpretation, InterpretationValue};
pub use maintenance::{DayCounting, Maintenance, MaintenanceWindow, NoticePeriod};
pub use schema::FIELDS;

use crate::Text;
use crate::calendar::{CalendarError, Deadline, WorkingCalendar};
use crate::time::Timestamp;

/// All agreements of a data file, in the readings in force.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The data's own version.
    pub version: String,
    /// The date on which somebody last changed the data.
    pub last_changed: NaiveDate,
    /// When somebody last changed the hours that differ once, where such hours are told of with a time.
    pub hours_changed: Option<Timestamp>,
    /// The date after which somebody should check the data against the sheet.
    pub review_by: NaiveDate,
    /// The sheet's title.
    pub source: String,
    /// AnnouncementFilter to call.
    pub contact: Contact,
    /// In the order of the file; at least one.
    pub agreements: Vec<Agreement>,
    /// Maintenance windows and notice, the same for every agreement.
    pub maintenance: Maintenance,
    /// Who pays for what.
    pub coverage: Coverage,
    /// How the sheet is read.
    pub readings: Vec<Rc<Interpretation>>,
    /// The same catalogue for each other value of each reading, one at a time. An alternative has none.
    pub alternatives: Vec<Alternative>,
}

/// What one agreement promises.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// What attributes, links and tests call it.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// When fault reports are taken by phone.
    pub fault_reports: Rc<WorkingCalendar>,
    /// Whether faults can be reported by e-mail round the clock.
    pub reports_by_email: bool,
    /// When general questions are answered.
    pub general: Rc<WorkingCalendar>,
    /// When subscription and billing questions are answered.
    pub billing: Rc<WorkingCalendar>,
    /// When and how repair is done.
    pub repair: Repair,
    /// By when work starts from the operations centre.
    pub remote: ResponseTarget,
    /// By when work starts when a technician has to come.
    pub on_site: ResponseTarget,
}

/// Repair once it has started.
#[derive(Clone, Debug, PartialEq)]
pub struct Repair {
    /// The hours in which repair is done.
    pub calendar: Rc<WorkingCalendar>,
    /// Whether it goes on without a break until the fault is repaired.
    pub until_done: bool,
    /// Whether the customer is told how it goes, and when it is done.
    pub status_updates: bool,
}

/// A response time: the working time within which work has started.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseTarget {
    /// Working seconds from the report.
    pub working_seconds: i64,
    /// The hours that count.
    pub clock: Rc<WorkingCalendar>,
    /// The sheet's section that says so.
    pub section: String,
}

impl ResponseTarget {
    /// The instant by which work has started on a fault reported at `report`.
    ///
    /// # Errors
    /// When the clock has no opening before 2100.
    pub fn deadline(&self, report: Timestamp) -> Result<Deadline, CalendarError> {
        self.clock.deadline(report, self.working_seconds)
    }
}

/// What a customer can call about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// To report a fault.
    FaultReport,
    /// With general questions.
    General,
    /// With questions on subscription and bills.
    Billing,
}

impl Channel {
    /// Each of them, the most urgent first.
    pub const ALL: [Self; 3] = [Self::FaultReport, Self::General, Self::Billing];
}

/// How a fault is put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceMode {
    /// From the operations centre.
    Remote,
    /// By a technician's visit.
    OnSite,
}

impl ServiceMode {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Remote, Self::OnSite];
}

impl Agreement {
    /// When somebody answers the phone on that channel.
    pub fn hours(&self, channel: Channel) -> &WorkingCalendar {
        match channel {
            Channel::FaultReport => &self.fault_reports,
            Channel::General => &self.general,
            Channel::Billing => &self.billing,
        }
    }

    /// The response time for faults put right that way.
    pub const fn target(&self, response: ServiceMode) -> &ResponseTarget {
        match response {
            ServiceMode::Remote => &self.remote,
            ServiceMode::OnSite => &self.on_site,
        }
    }
}

impl Catalogue {
    /// The agreement of that id.
    pub fn agreement(&self, id: &str) -> Option<&Agreement> {
        self.agreements.iter().find(|agreement| agreement.id == id)
    }
}

/// AnnouncementFilter to call, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Who answers.
    pub name: String,
    /// The number to dial, as `+4512345678`.
    pub phone: String,
    /// The number as people write it.
    pub phone_shown: String,
    /// The key to press once connected.
    pub press: String,
}

/// What the service covers and what it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// What AURA puts right at its own expense.
    pub covered: Vec<Text>,
    /// When the customer pays.
    pub customer_pays: Vec<Text>,
    /// What goes for every such payment.
    pub customer_pays_note: Text,
    /// What an agreement is for.
    pub per_address: Text,
    /// What the sheet does not say.
    pub not_stated: Vec<Text>,
}
