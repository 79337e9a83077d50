//! Conversion of an agreements file to a catalogue.
//!
//! Every function returns `None` if a value is invalid: then the file has a problem.

use std::rc::Rc;

use super::file::{
    AgreementFields, AgreementsFile, CalendarFields, CalendarId, ClosedDayFields, ContactFields, CountField,
    CoverageFields, FactFields, HolidayHoursField, InterpretationFields, InterpretationValueFields, MaintenanceFields,
    NoticePeriodFields, TargetFields, WeeklyFields,
};
use super::references::items;
use super::{
    Agreement, Catalogue, Contact, Coverage, DayCounting, Interpretation, InterpretationValue, Maintenance,
    NoticePeriod, Repair, ResponseTarget,
};
use crate::Text;
use crate::calendar::{ClosedDay, DateRule, HolidayHours, WeeklySchedule, WorkingCalendar, WorkingDays};
use crate::data::{Bilingual, Leaf, List, NonBlank, Parsed};
use crate::time::Hours;

impl AgreementsFile<'_> {
    /// The catalogue, without alternatives.
    pub(super) fn to_catalogue(&self) -> Option<Catalogue> {
        self.format_version.0?;
        let (version, last_changed, review_by) = (self.version.0?, self.last_changed.0?, self.review_by.0?);
        let (source, contact_fields) = (self.source.0?, self.contact.get()?);
        let (maintenance_fields, coverage_fields) = (self.maintenance.get()?, self.coverage.get()?);
        let closed_days: Rc<[ClosedDay]> = all(&self.closed_days, closed_day)?.into();
        let calendars = Calendars(all(&self.calendars, |fields| calendar(fields, &closed_days).map(Rc::new))?);
        Some(Catalogue {
            version: version.into(),
            last_changed: last_changed.0,
            hours_changed: None,
            review_by: review_by.0,
            source: source.into(),
            contact: contact(contact_fields)?,
            agreements: all(&self.agreements, |fields| agreement(fields, &calendars))?,
            maintenance: maintenance(maintenance_fields, &calendars, closed_days)?,
            coverage: coverage(coverage_fields)?,
            interpretations: all(&self.readings, |fields| interpretation(fields).map(Rc::new))?,
            alternatives: Vec::new(),
        })
    }
}

/// The items of a list, converted.
fn all<T, U, const MIN: usize, const MAX: usize>(
    list: &Parsed<List<Parsed<T>, MIN, MAX>>,
    convert: impl Fn(&T) -> Option<U>,
) -> Option<Vec<U>> {
    let mut converted = Vec::new();
    for item in &list.get()?.0 {
        converted.push(convert(item.get()?)?);
    }
    Some(converted)
}

fn text(field: &Parsed<Bilingual<NonBlank<'_>>>) -> Option<Text> {
    field.get()?.to_text()
}

/// The calendars of the file, shared by everything that refers to them.
struct Calendars(Vec<Rc<WorkingCalendar>>);

impl Calendars {
    fn get(&self, id: Leaf<CalendarId<'_>>) -> Option<Rc<WorkingCalendar>> {
        let id = id.0?.0;
        self.0.iter().find(|calendar| calendar.id() == id.0).cloned()
    }
}

fn contact(fields: &ContactFields<'_>) -> Option<Contact> {
    let (name, phone) = (fields.name.0?, fields.phone.0?);
    let (phone_shown, press, _) = (fields.phone_shown.0?, fields.press.0?, fields.section.0?);
    Some(Contact { name: name.into(), phone: phone.0.to_owned(), phone_shown: phone_shown.into(), press: press.into() })
}

fn calendar(fields: &CalendarFields<'_>, closed_days: &Rc<[ClosedDay]>) -> Option<WorkingCalendar> {
    let (id, _, holidays) = (fields.id.0?, fields.section.0?, fields.public_holidays.get()?);
    let (weekday, weekend) = (holidays.weekday.get()?, holidays.weekend.get()?);
    let weekly = WeeklySchedule::new(weekly(fields.weekly.get()?)?);
    let calendar = WorkingCalendar::new(id.0, weekly)
        .with_holiday_hours(holiday_hours(weekday)?, holiday_hours(weekend)?)
        .with_closed_days(closed_days.clone());
    Some(calendar)
}

fn weekly(fields: &WeeklyFields) -> Option<[Vec<Hours>; 7]> {
    let mut days: [Vec<Hours>; 7] = Default::default();
    for (day, field) in days.iter_mut().zip(fields.days()) {
        if let Some(field) = field {
            *day = hours_of(&field.get()?.0)?;
        }
    }
    Some(days)
}

fn hours_of(list: &[Leaf<Hours>]) -> Option<Vec<Hours>> {
    list.iter().map(|hours| hours.0).collect()
}

fn holiday_hours(field: &HolidayHoursField) -> Option<HolidayHours> {
    Some(match field {
        HolidayHoursField::AsUsual => HolidayHours::AsUsual,
        HolidayHoursField::Closed => HolidayHours::Closed,
        HolidayHoursField::Hours(list) => HolidayHours::Only(hours_of(list)?),
    })
}

fn closed_day(ClosedDayFields(fields): &ClosedDayFields<'_>) -> Option<ClosedDay> {
    let rule = if let Some(day) = fields.every_year {
        DateRule::EveryYear(day.0?)
    } else if let Some(date) = fields.date {
        DateRule::Once(date.0?.0)
    } else {
        DateRule::AfterEaster(fields.days_after_easter?.0?.into())
    };
    Some(ClosedDay { name: text(&fields.name)?, rule })
}

fn agreement(fields: &AgreementFields<'_>, calendars: &Calendars) -> Option<Agreement> {
    let (id, name) = (fields.id.0?, fields.name.0?);
    let (fault_reports, repair, response) = (fields.fault_reports.get()?, fields.repair.get()?, fields.response.get()?);
    let (general, billing) = (fields.general.get()?, fields.billing.get()?);
    for section in [fault_reports.section, general.section, billing.section, repair.section] {
        section.0?;
    }
    let (reports_by_email, until_done) = (*fault_reports.by_email.get()?, *repair.until_done.get()?);
    let status_updates = *repair.status_updates.get()?;
    Some(Agreement {
        id: id.0.to_owned(),
        name: name.into(),
        fault_reports: calendars.get(fault_reports.calendar)?,
        reports_by_email,
        general: calendars.get(general.calendar)?,
        billing: calendars.get(billing.calendar)?,
        repair: Repair { calendar: calendars.get(repair.calendar)?, until_done, status_updates },
        remote: target(response.remote.get()?, calendars)?,
        on_site: target(response.on_site.get()?, calendars)?,
    })
}

fn target(fields: &TargetFields<'_>, calendars: &Calendars) -> Option<ResponseTarget> {
    let (minutes, section) = (fields.minutes.0?, fields.section.0?);
    let clock = calendars.get(fields.clock)?;
    Some(ResponseTarget { working_seconds: 60 * i64::from(minutes), clock, section: section.into() })
}

fn maintenance(
    fields: &MaintenanceFields<'_>,
    calendars: &Calendars,
    closed_days: Rc<[ClosedDay]>,
) -> Option<Maintenance> {
    let (window, preventive) = (fields.window.get()?, fields.preventive.get()?);
    let (_, _, usual_minutes) = (window.section.0?, preventive.section.0?, preventive.usual_minutes.0?);
    let notice_period = notice_period(fields.notice.get()?)?;
    Some(Maintenance {
        windows: calendars.get(window.calendar)?,
        purpose: text(&window.purpose)?,
        notice_period,
        working_days: WorkingDays::new(closed_days),
        preventive: calendars.get(preventive.calendar)?,
        preventive_minutes: usual_minutes.into(),
    })
}

fn notice_period(fields: &NoticePeriodFields<'_>) -> Option<NoticePeriod> {
    fields.section.0?;
    Some(NoticePeriod {
        working_days: u32::try_from(fields.working_days.0?).ok()?,
        counting: match fields.count.get()? {
            CountField::Clear => DayCounting::ClearDays,
            CountField::Back => DayCounting::Inclusive,
        },
    })
}

fn coverage(fields: &CoverageFields<'_>) -> Option<Coverage> {
    Some(Coverage {
        covered: all(&fields.covered, fact)?,
        customer_pays: all(&fields.customer_pays, fact)?,
        customer_pays_note: fact(fields.customer_pays_note.get()?)?,
        per_address: fact(fields.per_address.get()?)?,
        not_stated: all(&fields.not_stated, Bilingual::to_text)?,
    })
}

fn fact(fields: &FactFields<'_>) -> Option<Text> {
    fields.section.0?;
    text(&fields.text)
}

fn interpretation(fields: &InterpretationFields<'_>) -> Option<Interpretation> {
    let (id, section, in_force) = (fields.id.0?, fields.section.0?, fields.value.0?);
    let mut values = items(&fields.values).iter().filter_map(Parsed::get);
    let value = values.find(|value| value.id.0 == Some(in_force))?;
    Some(Interpretation {
        id: id.0.to_owned(),
        section: section.into(),
        about: text(&fields.about)?,
        value: interpretation_value(value)?,
    })
}

pub(super) fn interpretation_value(fields: &InterpretationValueFields<'_>) -> Option<InterpretationValue> {
    let id = fields.id.0?;
    Some(InterpretationValue { id: id.0.to_owned(), text: text(&fields.text)? })
}
