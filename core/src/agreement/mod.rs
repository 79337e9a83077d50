//! Service agreements and the interpretations of their sheet.

mod file;
#[cfg(feature = "schema")]
mod file_schema;
mod from_file;
mod interpretations;
mod maintenance;
mod parser;
mod references;
mod validation;

use std::rc::Rc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use file::AgreementsFile;
pub use interpretations::{Alternative, Interpretation, InterpretationValue};
pub use maintenance::{DayCounting, Maintenance, MaintenanceWindow, NoticePeriod};

use crate::Text;
use crate::calendar::{CalendarError, Deadline, WorkingCalendar};
use crate::time::{Timestamp, date_as_days};

/// All agreements of a data file, under the interpretations in force.
///
/// The widget contains its built-in agreements in serialized form. Deserialization validates nothing: only bytes that
/// were serialized from a valid catalogue may be deserialized.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    /// The version of the data, such as `2026.1`.
    pub version: String,
    /// The date of the last change to the data.
    #[serde(with = "date_as_days")]
    pub last_changed: NaiveDate,
    /// When the special hours last changed, if the notices file says so. Not serialized: an agreements file does not say so.
    #[serde(skip)]
    pub hours_changed: Option<Timestamp>,
    /// The date by which the data should be reviewed against the sheet.
    #[serde(with = "date_as_days")]
    pub review_by: NaiveDate,
    /// The title of the sheet.
    pub source: String,
    pub contact: Contact,
    /// In the order of the file; never empty.
    pub agreements: Vec<Agreement>,
    /// The same for every agreement.
    pub maintenance: Maintenance,
    pub coverage: Coverage,
    /// In the order of the file. The catalogue of an alternative has none.
    pub interpretations: Vec<Rc<Interpretation>>,
    /// The catalogue under every other value of each interpretation, one at a time. The catalogue of an alternative has
    /// none.
    pub alternatives: Vec<Alternative>,
}

/// One service agreement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// Used in attributes and links.
    pub id: String,
    /// The name on display.
    pub name: String,
    /// Hours in which fault reports are taken by phone.
    pub fault_reports: Rc<WorkingCalendar>,
    /// Whether faults can be reported by e-mail at any time.
    pub reports_by_email: bool,
    /// Hours in which general questions are answered.
    pub general: Rc<WorkingCalendar>,
    /// Hours in which subscription and billing questions are answered.
    pub billing: Rc<WorkingCalendar>,
    pub repair: Repair,
    /// The response time for faults that the operations centre handles remotely.
    pub remote: ResponseTarget,
    /// The response time for faults that need a technician on site.
    pub on_site: ResponseTarget,
}

/// How a fault is repaired once work has started.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Repair {
    /// The repair hours.
    pub calendar: Rc<WorkingCalendar>,
    /// Whether repair continues without a break until the fault is repaired.
    pub until_done: bool,
    /// Whether the customer receives status updates and a message when the fault is repaired.
    pub status_updates: bool,
}

/// A response time: the working time from a fault report until work starts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResponseTarget {
    pub working_seconds: i64,
    /// The hours in which the response time runs.
    pub clock: Rc<WorkingCalendar>,
    /// The section of the sheet.
    pub section: String,
}

impl ResponseTarget {
    /// The response deadline of a fault reported at `report`.
    ///
    /// # Errors
    /// If the clock has no opening before 2100.
    pub fn deadline(&self, report: Timestamp) -> Result<Deadline, CalendarError> {
        self.clock.deadline(report, self.working_seconds)
    }
}

/// A reason to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    FaultReport,
    General,
    /// Questions about subscription and billing.
    Billing,
}

impl Channel {
    /// In order of urgency.
    pub const ALL: [Self; 3] = [Self::FaultReport, Self::General, Self::Billing];
}

/// How a fault is handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceMode {
    /// By the operations centre.
    Remote,
    /// By a technician at the customer's address.
    OnSite,
}

impl ServiceMode {
    pub const ALL: [Self; 2] = [Self::Remote, Self::OnSite];
}

impl Agreement {
    /// The phone hours of that channel.
    pub fn hours(&self, channel: Channel) -> &WorkingCalendar {
        match channel {
            Channel::FaultReport => &self.fault_reports,
            Channel::General => &self.general,
            Channel::Billing => &self.billing,
        }
    }

    /// The response time for faults handled in that mode.
    pub const fn target(&self, mode: ServiceMode) -> &ResponseTarget {
        match mode {
            ServiceMode::Remote => &self.remote,
            ServiceMode::OnSite => &self.on_site,
        }
    }
}

impl Catalogue {
    pub fn agreement(&self, id: &str) -> Option<&Agreement> {
        self.agreements.iter().find(|agreement| agreement.id == id)
    }
}

/// Whom to call, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The name of the support desk.
    pub name: String,
    /// The number to dial, such as `+4512345678`.
    pub phone: String,
    /// The number on display.
    pub phone_shown: String,
    /// The key to press in the phone menu.
    pub press: String,
}

/// What the agreement covers and what the customer pays for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// What AURA repairs at its own expense.
    pub covered: Vec<Text>,
    /// Cases in which the customer pays.
    pub customer_pays: Vec<Text>,
    /// A note on every case in which the customer pays.
    pub customer_pays_note: Text,
    /// What one agreement applies to.
    pub per_address: Text,
    /// What the sheet does not state.
    pub not_stated: Vec<Text>,
}
