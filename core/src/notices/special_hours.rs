//! Special hours of single dates.

use std::rc::Rc;

use chrono::NaiveDate;

use super::Notices;
use crate::Text;
use crate::agreement::{Agreement, Catalogue, Channel};
use crate::calendar::{Exception, WorkingCalendar};
use crate::time::Hours;

/// Hours of one date that replace its usual hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialHours {
    pub kind: HoursKind,
    /// The date on which the hours begin.
    pub date: NaiveDate,
    /// Empty if closed.
    pub hours: Vec<Hours>,
    /// The reason.
    pub reason: Text,
    /// The ids of the agreements they apply to. If empty, they apply to all agreements, but not to hours that never
    /// close: a promise of round-the-clock service is only limited by naming the agreement.
    pub agreements: Vec<String>,
}

/// The hours of an agreement that special hours replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursKind {
    FaultReports,
    General,
    Billing,
    Repair,
    /// The clock of both response times, remote and on-site.
    ResponseTime,
}

impl HoursKind {
    /// The phone channel with these hours, if any.
    pub const fn channel(self) -> Option<Channel> {
        match self {
            Self::FaultReports => Some(Channel::FaultReport),
            Self::General => Some(Channel::General),
            Self::Billing => Some(Channel::Billing),
            Self::Repair | Self::ResponseTime => None,
        }
    }

    /// The calendars of the agreement with these hours: the same one twice, except for response times.
    fn calendars(self, agreement: &Agreement) -> [&Rc<WorkingCalendar>; 2] {
        let calendar = match self {
            Self::FaultReports => &agreement.fault_reports,
            Self::General => &agreement.general,
            Self::Billing => &agreement.billing,
            Self::Repair => &agreement.repair.calendar,
            Self::ResponseTime => return [&agreement.remote.clock, &agreement.on_site.clock],
        };
        [calendar, calendar]
    }
}

impl SpecialHours {
    /// Whether they replace hours of that agreement.
    pub fn affects(&self, agreement: &Agreement) -> bool {
        self.kind.calendars(agreement).iter().any(|calendar| self.affects_calendar(agreement, calendar))
    }

    /// Whether they replace hours of this calendar, which is the agreement's calendar of their kind.
    fn affects_calendar(&self, agreement: &Agreement, calendar: &WorkingCalendar) -> bool {
        if self.agreements.is_empty() { !calendar.weekly().never_closes() } else { self.names(&agreement.id) }
    }

    /// Whether a response clock of the agreement runs in the hours that they replace. A clock that never stops is only
    /// affected by special hours of the response time itself, whichever calendar it shares.
    fn affects_clock(&self, agreement: &Agreement, clock: &WorkingCalendar) -> bool {
        let is_replaced =
            |calendar: &&Rc<WorkingCalendar>| calendar.id() == clock.id() && self.affects_calendar(agreement, calendar);
        match self.kind {
            HoursKind::ResponseTime => self.affects_calendar(agreement, clock),
            HoursKind::FaultReports | HoursKind::Repair => {
                !clock.weekly().never_closes() && self.kind.calendars(agreement).iter().any(is_replaced)
            }
            HoursKind::General | HoursKind::Billing => false,
        }
    }

    /// Whether both replace the same hours of one date, for all agreements or for one that both name.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let for_all = self.agreements.is_empty() && other.agreements.is_empty();
        (self.kind, self.date) == (other.kind, other.date)
            && (for_all || self.agreements.iter().any(|id| other.names(id)))
    }

    fn names(&self, agreement: &str) -> bool {
        self.agreements.iter().any(|id| id == agreement)
    }

    fn exception(&self) -> Exception {
        Exception { hours: Some(self.hours.clone()), breaks: Vec::new(), reason: self.reason.clone() }
    }
}

impl Catalogue {
    /// A copy with the special hours applied, also to its alternatives. `self` must be the catalogue of the agreements
    /// file, without special hours of earlier notices.
    #[must_use]
    pub fn with_special_hours(&self, notices: &Notices) -> Self {
        let mut catalogue = self.clone();
        catalogue.hours_changed = notices.last_changed;
        if notices.special_hours.is_empty() {
            return catalogue;
        }
        // Shared by all calendars: there can be a thousand of them, with the alternatives.
        let hours = &notices.special_hours;
        let all: Vec<_> = hours.iter().map(|hours| (hours, Rc::new(hours.exception()))).collect();
        catalogue.apply_special_hours(&all);
        for alternative in &mut catalogue.alternatives {
            alternative.catalogue.apply_special_hours(&all);
        }
        catalogue
    }

    fn apply_special_hours(&mut self, all: &[(&SpecialHours, Rc<Exception>)]) {
        for agreement in &mut self.agreements {
            let before = agreement.clone();
            for (kind, calendar) in [
                (HoursKind::FaultReports, &mut agreement.fault_reports),
                (HoursKind::General, &mut agreement.general),
                (HoursKind::Billing, &mut agreement.billing),
                (HoursKind::Repair, &mut agreement.repair.calendar),
            ] {
                add_exceptions(calendar, all, |hours, calendar| {
                    hours.kind == kind && hours.affects_calendar(&before, calendar)
                });
            }
            for clock in [&mut agreement.remote.clock, &mut agreement.on_site.clock] {
                add_exceptions(clock, all, |hours, clock| {
                    hours.kind != HoursKind::ResponseTime && hours.affects_clock(&before, clock)
                });
                // Special hours of the clock itself override those of the hours in which it runs.
                add_exceptions(clock, all, |hours, clock| {
                    hours.kind == HoursKind::ResponseTime && hours.affects_clock(&before, clock)
                });
            }
        }
    }
}

/// Adds the special hours that affect the calendar as exceptions. Those that name agreements override those for all.
fn add_exceptions(
    calendar: &mut Rc<WorkingCalendar>,
    all: &[(&SpecialHours, Rc<Exception>)],
    affects: impl Fn(&SpecialHours, &WorkingCalendar) -> bool,
) {
    let mut changed: Option<WorkingCalendar> = None;
    for for_all in [true, false] {
        for (hours, exception) in all {
            if hours.agreements.is_empty() == for_all && affects(hours, calendar) {
                let before = changed.unwrap_or_else(|| WorkingCalendar::clone(calendar));
                changed = Some(before.with_exception(hours.date, exception.clone()));
            }
        }
    }
    if let Some(changed) = changed {
        *calendar = Rc::new(changed);
    }
}
