//! Which calendar does a customer ask for?

use chrono::NaiveDate;

use super::{AnnouncementEvent, CalendarFile, announcements, call_reminder, service_window, support_hours};
use crate::agreement::{Agreement, Catalogue, Channel};
use crate::messages::Language;
use crate::notices::Notices;
use crate::time::Timestamp;

/// A calendar that a customer asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarRequest {
    /// The times in which planned work is possible.
    Windows,
    /// When the phone is answered under the agreements of these ids.
    Hours(Vec<String>),
    /// All announced work.
    Announcements,
    /// The announced work of that id.
    Announcement(String),
    /// A reminder to call when the phone opens for fault reports.
    CallReminder(Timestamp),
}

impl CalendarRequest {
    /// The calendar, from that date on; none of what is no longer announced.
    pub fn file(
        &self,
        catalogue: &Catalogue,
        notices: Option<&Notices>,
        from: NaiveDate,
        language: Language,
    ) -> Option<CalendarFile> {
        let announced = |only: Option<&str>| {
            let all = notices.into_iter().flat_map(|notices| &notices.announcements);
            let asked = all.filter(|notice| only.is_none_or(|id| notice.id == id));
            let told: Vec<_> = asked.map(|notice| AnnouncementEvent::new(notice, catalogue, language)).collect();
            (!told.is_empty()).then(|| announcements(&told, language))
        };
        match self {
            Self::Windows => Some(service_window(catalogue, from, language)),
            Self::Hours(ids) => {
                let asked = catalogue.agreements.iter().filter(|agreement| ids.contains(&agreement.id));
                let agreements: Vec<&Agreement> = asked.collect();
                (!agreements.is_empty()).then(|| support_hours(catalogue, &agreements, from, language))
            }
            Self::Announcements => announced(None),
            Self::Announcement(id) => announced(Some(id)),
            Self::CallReminder(opens) => Some(call_reminder(catalogue, Channel::FaultReport, *opens, language)),
        }
    }
}
