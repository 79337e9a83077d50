//! Which hours differ once, and what do they change in what an agreement promises?

use std::rc::Rc;

use chrono::NaiveDate;

use super::Notices;
use crate::Text;
use crate::agreement::{Agreement, Catalogue, Channel};
use crate::calendar::{Exception, WorkingCalendar};
use crate::time::Hours;

/// The hours of one date, instead of those it would have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialHours {
    /// Of what.
    pub of: HoursOf,
    /// On which date they begin.
    pub date: NaiveDate,
    /// From when to when; none is closed.
    pub hours: Vec<Hours>,
    /// Why.
    pub why: Text,
    /// The ids of the agreements they are for. Without any they are for all, except where hours never close: those are
    /// a promise that nobody takes back without saying so.
    pub agreements: Vec<String>,
}

/// What hours are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursOf {
    /// The phone for fault reports.
    FaultReports,
    /// The phone for general questions.
    General,
    /// The phone for subscription and billing questions.
    Billing,
    /// Repair.
    Repair,
    /// The clock of both response times.
    ServiceMode,
}

impl HoursOf {
    /// The channel, where it is one.
    pub const fn channel(self) -> Option<Channel> {
        match self {
            Self::FaultReports => Some(Channel::FaultReport),
            Self::General => Some(Channel::General),
            Self::Billing => Some(Channel::Billing),
            Self::Repair | Self::ServiceMode => None,
        }
    }

    /// The calendars of the agreement that have these hours; a response time has one for each kind.
    fn calendars(self, agreement: &Agreement) -> [&Rc<WorkingCalendar>; 2] {
        let one = match self {
            Self::FaultReports => &agreement.fault_reports,
            Self::General => &agreement.general,
            Self::Billing => &agreement.billing,
            Self::Repair => &agreement.repair.calendar,
            Self::ServiceMode => return [&agreement.remote.clock, &agreement.on_site.clock],
        };
        [one, one]
    }
}

impl SpecialHours {
    /// Whether they change hours of that agreement.
    pub fn change(&self, agreement: &Agreement) -> bool {
        self.of.calendars(agreement).iter().any(|calendar| self.change_hours_of(agreement, calendar))
    }

    /// Whether the agreement's hours of that kind, which this calendar has, are changed.
    fn change_hours_of(&self, agreement: &Agreement, calendar: &WorkingCalendar) -> bool {
        if self.agreements.is_empty() { !calendar.weekly().never_closes() } else { self.name(&agreement.id) }
    }

    /// Whether a response clock of the agreement counts by the very hours that are changed. One that never stops does
    /// not, whichever calendar it shares.
    fn change_clock(&self, agreement: &Agreement, clock: &WorkingCalendar) -> bool {
        let same =
            |calendar: &&Rc<WorkingCalendar>| calendar.id() == clock.id() && self.change_hours_of(agreement, calendar);
        match self.of {
            HoursOf::ServiceMode => self.change_hours_of(agreement, clock),
            HoursOf::FaultReports | HoursOf::Repair => {
                !clock.weekly().never_closes() && self.of.calendars(agreement).iter().any(same)
            }
            HoursOf::General | HoursOf::Billing => false,
        }
    }

    /// Whether both are for the same hours of one date, and for all agreements or one that both name.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let for_all = self.agreements.is_empty() && other.agreements.is_empty();
        (for_all || self.agreements.iter().any(|id| other.name(id))) && (self.of, self.date) == (other.of, other.date)
    }

    fn name(&self, agreement: &str) -> bool {
        self.agreements.iter().any(|id| id == agreement)
    }

    fn exception(&self) -> Exception {
        Exception { hours: Some(self.hours.clone()), breaks: Vec::new(), reason: self.why.clone() }
    }
}

impl Catalogue {
    /// The same catalogue where the announced one-off hours hold, also in its other readings. It is to be the catalogue
    /// of the agreements file, and not one that earlier notices have changed.
    #[must_use]
    pub fn with_special_hours(&self, notices: &Notices) -> Self {
        let mut catalogue = self.clone();
        catalogue.hours_changed = notices.last_changed;
        if notices.special_hours.is_empty() {
            return catalogue;
        }
        catalogue.apply_special_hours(&notices.special_hours);
        for alternative in &mut catalogue.alternatives {
            alternative.catalogue.apply_special_hours(&notices.special_hours);
        }
        catalogue
    }

    fn apply_special_hours(&mut self, all: &[SpecialHours]) {
        for agreement in &mut self.agreements {
            let was = agreement.clone();
            for (of, calendar) in [
                (HoursOf::FaultReports, &mut agreement.fault_reports),
                (HoursOf::General, &mut agreement.general),
                (HoursOf::Billing, &mut agreement.billing),
                (HoursOf::Repair, &mut agreement.repair.calendar),
            ] {
                except(calendar, all, |one, calendar| one.of == of && one.change_hours_of(&was, calendar));
            }
            for clock in [&mut agreement.remote.clock, &mut agreement.on_site.clock] {
                except(clock, all, |one, clock| one.of != HoursOf::ServiceMode && one.change_clock(&was, clock));
                // What is said of the clock itself goes before what is said of the hours that it counts by.
                except(clock, all, |one, clock| one.of == HoursOf::ServiceMode && one.change_clock(&was, clock));
            }
        }
    }
}

/// Makes exceptions of those hours that change the calendar. What is said of certain agreements goes before what is
/// said of all.
fn except(
    calendar: &mut Rc<WorkingCalendar>,
    all: &[SpecialHours],
    change: impl Fn(&SpecialHours, &WorkingCalendar) -> bool,
) {
    let mut changed: Option<WorkingCalendar> = None;
    for of_all in [true, false] {
        for one in all.iter().filter(|one| one.agreements.is_empty() == of_all && change(one, calendar)) {
            let before = changed.unwrap_or_else(|| WorkingCalendar::clone(calendar));
            changed = Some(before.with_exception(one.date, one.exception()));
        }
    }
    if let Some(changed) = changed {
        *calendar = Rc::new(changed);
    }
}
