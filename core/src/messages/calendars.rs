//! How are AURA's times told in a customer's own calendar?

use std::rc::Rc;

use super::{Language, Messages, Sentence, announcements, danish, english, footer};
use crate::agreement::Maintenance;
use crate::agreement::{Catalogue, Channel, Contact, Interpretation};
use crate::answers::HoursColumn;
use crate::calendar::WeeklySchedule;
use crate::notices::{Announcement, WorkStatus};
use crate::time::Timestamp;

/// The words for calendars, which are no part of [`Messages`]: they are fetched after the first answer.
#[cfg_attr(test, derive(Debug))]
pub struct CalendarWords {
    pub(super) language: Language,
    /// The calendar of maintenance windows.
    pub windows: &'static str,
    /// The file that holds it.
    pub windows_file: &'static str,
    /// The calendar of phone hours.
    pub support: &'static str,
    /// The file that holds it.
    pub support_file: &'static str,
    /// The calendar of announced work.
    pub announcements: &'static str,
    /// The file that holds it.
    pub announcements_file: &'static str,
    /// The calendar of a reminder to call.
    pub reminder: &'static str,
    /// The file that holds it.
    pub reminder_file: &'static str,
    /// The button that takes the maintenance windows.
    pub take_windows: &'static str,
    /// The button that takes the phone hours.
    pub take_hours: &'static str,
    /// The button that takes all announced work.
    pub take_announcements: &'static str,
    /// The button that takes one of them.
    pub take_announcement: &'static str,
    /// When to be reminded of calling.
    pub(super) remind: Sentence<1>,
    /// A maintenance window.
    pub window: &'static str,
    /// That a window is no announcement.
    pub(super) only_possible: &'static str,
    /// Where notice is given.
    pub(super) noticed_at: &'static str,
    /// What for.
    pub(super) open_phone: Sentence<1>,
    /// The number, and what to do once connected.
    pub(super) number: Sentence<2>,
    /// The weekly hours.
    pub(super) hours: Sentence<1>,
    /// The kind of work, and what is done.
    pub(super) work: Sentence<2>,
    /// The same where it will not take place.
    pub(super) cancelled_work: Sentence<2>,
    /// From when.
    pub(super) moved_from: Sentence<1>,
    /// When something was told, and what.
    pub(super) update: Sentence<2>,
    /// AnnouncementFilter, and about what.
    pub(super) call: Sentence<2>,
    /// That the phone over the same connection may be down, too.
    pub(super) by_mobile: &'static str,
    /// What a reading decides, and its value in force.
    pub(super) reading: Sentence<2>,
    /// The data's version.
    pub(super) data: Sentence<1>,
}

/// How calendars are told in that language.
pub const fn calendars(language: Language) -> &'static CalendarWords {
    match language {
        Language::Danish => &danish::CALENDARS,
        Language::English => &english::CALENDARS,
    }
}

impl CalendarWords {
    /// The button that takes a reminder to call when the phone opens: `Mind mig om at ringe i morgen kl. 8.00`.
    pub fn remind(&self, say: &Messages, opens: Timestamp, now: Timestamp) -> String {
        self.remind.with([&say.moment(opens, now)])
    }

    const fn say(&self) -> &'static Messages {
        self.language.messages()
    }

    /// What to know of a maintenance window, from data of that version.
    pub fn about_window(&self, maintenance: &Maintenance, version: &str, readings: &[Rc<Interpretation>]) -> String {
        let say = self.say();
        let days = maintenance.notice.working_days.to_string();
        let notice = [&super::maintenance(self.language).notice_rule.with([&days]), " ", self.noticed_at].concat();
        let mut told = vec![self.only_possible.to_owned(), notice, say.text(&maintenance.purpose)];
        self.add_grounds(&mut told, version, readings);
        told.join("\n")
    }

    /// A phone that is answered: `Åben telefon hos AURA: Fejlmelding · Erhverv Basis`.
    pub fn open_phone(&self, column: &HoursColumn) -> String {
        self.open_phone.with([&self.say().column(column)])
    }

    /// What to know before calling in these hours, from data of that version.
    pub fn about_phone(
        &self,
        contact: &Contact,
        weekly: &WeeklySchedule,
        version: &str,
        readings: &[Rc<Interpretation>],
    ) -> String {
        let mut told = vec![self.number(contact), self.hours.with([&self.say().weekly(weekly)])];
        self.add_grounds(&mut told, version, readings);
        told.join("\n")
    }

    /// Announced work: `Planlagt arbejde hos AURA: Udskiftning af udstyr`.
    pub fn work(&self, notice: &Announcement) -> String {
        let sentence = if notice.status == WorkStatus::Cancelled { self.cancelled_work } else { self.work };
        sentence.with([announcements(self.language).kind(notice.kind), &self.say().text(&notice.what)])
    }

    /// What to know of it. A calendar is read at any time, so that nothing here is of today or tomorrow.
    pub fn about_work(&self, notice: &Announcement, catalogue: &Catalogue) -> String {
        let (say, words) = (self.say(), announcements(self.language));
        let mut told = Vec::new();
        told.extend(notice.moved.map(|moved| self.moved_from.with([&say.full_date_time(moved.from)])));
        told.extend(words.downtime(notice));
        told.push(words.places(notice));
        told.extend(words.agreements(notice, catalogue));
        for update in &notice.updates {
            told.push(self.update.with([&say.full_date_time(update.at), &say.text(&update.text)]));
        }
        told.join("\n")
    }

    /// AnnouncementFilter to call about what: `Ring til Erhverv Support: fejlmelding`.
    pub fn call(&self, contact: &Contact, channel: Channel) -> String {
        self.call.with([&contact.name, self.say().channels.within_sentence.of(channel)])
    }

    /// What to know before calling.
    pub fn about_call(&self, contact: &Contact) -> String {
        [&self.number(contact), "\n", self.by_mobile].concat()
    }

    fn number(&self, contact: &Contact) -> String {
        self.number.with([&contact.phone_shown, &self.say().once_connected(contact)])
    }

    fn add_grounds(&self, told: &mut Vec<String>, version: &str, readings: &[Rc<Interpretation>]) {
        let say = self.say();
        for reading in readings {
            told.push(self.reading.with([&say.text(&reading.about), &say.text(&reading.value.text)]));
        }
        told.push([footer(self.language).guidance, " ", &self.data.with([version])].concat());
    }
}
