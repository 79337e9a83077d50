//! Calendars that a customer can download.

use std::rc::Rc;

use chrono::NaiveDate;

use super::{AnnouncementEvent, CalendarFile, announcements, call_reminder, service_window, support_hours};
use crate::agreement::{Agreement, Catalogue, Channel};
use crate::messages::Language;
use crate::notices::{Announcement, Notices};
use crate::time::Timestamp;

/// A calendar that a customer can download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarRequest {
    /// Maintenance windows.
    MaintenanceWindows,
    /// Phone hours under the agreements with these ids.
    PhoneHours(Vec<String>),
    /// All announced work.
    Announcements,
    /// The announcement with that id.
    Announcement(String),
    /// A reminder to call at that time, when the phone opens for fault reports.
    CallReminder(Timestamp),
}

impl CalendarRequest {
    /// The requested calendar, from that date on. `None` if none of the requested announcements or agreements exist.
    pub fn create_file(
        &self,
        catalogue: &Catalogue,
        notices: Option<&Notices>,
        from: NaiveDate,
        language: Language,
    ) -> Option<CalendarFile> {
        let announcement_calendar = |id: Option<&str>| {
            let all = notices.into_iter().flat_map(|notices| &notices.announcements);
            let requested = all.filter(|announcement| id.is_none_or(|id| announcement.id == id));
            let event = |announcement: &Rc<Announcement>| AnnouncementEvent::new(announcement, catalogue, language);
            let events: Vec<_> = requested.map(event).collect();
            (!events.is_empty()).then(|| announcements(&events, language))
        };
        match self {
            Self::MaintenanceWindows => Some(service_window(catalogue, from, language)),
            Self::PhoneHours(ids) => {
                let requested = catalogue.agreements.iter().filter(|agreement| ids.contains(&agreement.id));
                let agreements: Vec<&Agreement> = requested.collect();
                (!agreements.is_empty()).then(|| support_hours(catalogue, &agreements, from, language))
            }
            Self::Announcements => announcement_calendar(None),
            Self::Announcement(id) => announcement_calendar(Some(id)),
            Self::CallReminder(opens) => Some(call_reminder(catalogue, Channel::FaultReport, *opens, language)),
        }
    }
}
