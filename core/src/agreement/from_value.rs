//! How does sound data become a catalogue?

use std::rc::Rc;

use super::interpretations::{ValueAt, substitute, values};
use super::schema::DAYS;
use super::validation::{problems, problems_with};
use super::{
    Agreement, Alternative, Catalogue, Contact, Coverage, Interpretation, InterpretationValue, Repair, ResponseTarget,
};
use crate::Text;
use crate::agreement::{DayCounting, Maintenance, NoticePeriod};
use crate::calendar::{ClosedDay, DateRule, HolidayHours, WeeklySchedule, WorkingCalendar, WorkingDays};
use crate::data::{Problem, Value};
use crate::time::{Hours, parse_iso_date};

impl Catalogue {
    /// The catalogue of an agreements file, taken whole or not at all.
    ///
    /// # Errors
    /// Every problem of the file, those of its readings' other values included.
    pub fn from_value(root: &Value) -> Result<Self, Vec<Problem>> {
        let found = problems(root);
        if found.is_empty() { Ok(Self::from_value_unchecked(root)) } else { Err(found) }
    }

    /// The catalogue of an agreements file in which [`read`](Self::from_value) finds no problem, without looking for any:
    /// what that takes need not come with the agreements that are compiled in.
    pub fn from_value_unchecked(root: &Value) -> Self {
        let values = values(root);
        let mut catalogue = build(&substitute(root, &values, &[]));
        for other in values.iter().filter(|value| !value.is_taken(&[])) {
            catalogue.add_alternative(other, build(&substitute(root, &values, &[other.ids()])));
        }
        catalogue
    }

    /// The catalogue with these readings at these values, several at once, and the others as they are
    /// in force; without alternatives.
    ///
    /// # Errors
    /// Every problem of the file, as it stands and as it then reads.
    pub fn from_value_with(root: &Value, chosen: &[(&str, &str)]) -> Result<Self, Vec<Problem>> {
        let found = problems_with(root, chosen);
        if found.is_empty() { Ok(build(&substitute(root, &values(root), chosen))) } else { Err(found) }
    }

    fn add_alternative(&mut self, other: &ValueAt<'_>, catalogue: Self) {
        if let Some(reading) = self.readings.iter().find(|reading| reading.id == other.ids().0) {
            let (reading, value) = (reading.clone(), Rc::new(reading_value(other.value)));
            self.alternatives.push(Alternative { reading, value, catalogue });
        }
    }
}

fn build(tree: &Value) -> Catalogue {
    let closed_days: Rc<[ClosedDay]> = all(tree.field("closedDays"), closed_day).into();
    let calendars = Calendars(all(tree.field("calendars"), |item| Rc::new(calendar(item, &closed_days))));
    let maintenance = tree.field("maintenance");
    let (window, preventive) = (maintenance.field("window"), maintenance.field("preventive"));
    let contact = tree.field("contact");
    Catalogue {
        version: owned(tree, "version"),
        last_changed: parse_iso_date(tree.field("lastChanged").text()).unwrap_or_default(),
        hours_changed: None,
        review_by: parse_iso_date(tree.field("reviewBy").text()).unwrap_or_default(),
        source: owned(tree, "source"),
        contact: Contact {
            name: owned(contact, "name"),
            phone: owned(contact, "phone"),
            phone_shown: owned(contact, "phoneShown"),
            press: owned(contact, "press"),
        },
        agreements: all(tree.field("agreements"), |item| agreement(item, &calendars)),
        maintenance: Maintenance {
            windows: calendars.named_in(window, "calendar"),
            purpose: words(window, "purpose"),
            notice: notice(maintenance.field("notice")),
            working_days: WorkingDays::new(closed_days),
            preventive: calendars.named_in(preventive, "calendar"),
            preventive_minutes: preventive.field("usualMinutes").whole(),
        },
        coverage: coverage(tree.field("coverage")),
        readings: all(tree.field("readings"), |item| Rc::new(reading(item))),
        alternatives: Vec::new(),
    }
}

fn all<T>(list: &Value, build: impl Fn(&Value) -> T) -> Vec<T> {
    let mut all = Vec::new();
    for item in list.items() {
        all.push(build(item));
    }
    all
}

/// The calendars of the file, shared by all that name them.
struct Calendars(Vec<Rc<WorkingCalendar>>);

impl Calendars {
    fn named_in(&self, place: &Value, field: &str) -> Rc<WorkingCalendar> {
        let id = place.field(field).text();
        match self.0.iter().find(|calendar| calendar.id() == id) {
            Some(calendar) => calendar.clone(),
            // Sound data names no other; an empty calendar says so by its id in any error.
            None => Rc::new(WorkingCalendar::new(id, WeeklySchedule::default())),
        }
    }
}

fn calendar(item: &Value, closed_days: &Rc<[ClosedDay]>) -> WorkingCalendar {
    let mut days: [Vec<Hours>; 7] = Default::default();
    for (hours, day) in days.iter_mut().zip(DAYS) {
        *hours = all_hours(item.field("weekly").field(day));
    }
    let holidays = item.field("publicHolidays");
    WorkingCalendar::new(item.field("id").text(), WeeklySchedule::new(days))
        .with_holiday_hours(holiday_hours(holidays.field("weekday")), holiday_hours(holidays.field("weekend")))
        .with_closed_days(closed_days.clone())
}

fn all_hours(list: &Value) -> Vec<Hours> {
    let mut all = Vec::new();
    for item in list.items() {
        all.extend(item.text().parse::<Hours>());
    }
    all
}

fn holiday_hours(value: &Value) -> HolidayHours {
    match value.text() {
        "asUsual" => HolidayHours::AsUsual,
        "closed" => HolidayHours::Closed,
        _ => HolidayHours::Only(all_hours(value)),
    }
}

fn closed_day(item: &Value) -> ClosedDay {
    let rule = if let Ok(day) = item.field("everyYear").text().parse() {
        DateRule::EveryYear(day)
    } else if let Ok(date) = parse_iso_date(item.field("date").text()) {
        DateRule::Once(date)
    } else {
        DateRule::AfterEaster(item.field("daysAfterEaster").whole())
    };
    ClosedDay { name: words(item, "name"), rule }
}

fn agreement(item: &Value, calendars: &Calendars) -> Agreement {
    let fault_reports = item.field("faultReports");
    let repair = item.field("repair");
    let response = item.field("response");
    Agreement {
        id: owned(item, "id"),
        name: owned(item, "name"),
        fault_reports: calendars.named_in(fault_reports, "calendar"),
        reports_by_email: fault_reports.field("byEmail").is_true(),
        general: calendars.named_in(item.field("general"), "calendar"),
        billing: calendars.named_in(item.field("billing"), "calendar"),
        repair: Repair {
            calendar: calendars.named_in(repair, "calendar"),
            until_done: repair.field("untilDone").is_true(),
            status_updates: repair.field("statusUpdates").is_true(),
        },
        remote: target(response.field("remote"), calendars),
        on_site: target(response.field("onSite"), calendars),
    }
}

fn target(item: &Value, calendars: &Calendars) -> ResponseTarget {
    ResponseTarget {
        working_seconds: 60 * item.field("minutes").whole(),
        clock: calendars.named_in(item, "clock"),
        section: owned(item, "section"),
    }
}

fn notice(item: &Value) -> NoticePeriod {
    NoticePeriod {
        working_days: u32::try_from(item.field("workingDays").whole()).unwrap_or(0),
        count: match item.field("count").text() {
            "clear" => DayCounting::ClearDays,
            _ => DayCounting::Inclusive,
        },
    }
}

fn coverage(item: &Value) -> Coverage {
    let facts = |name| all(item.field(name), |fact| words(fact, "text"));
    Coverage {
        covered: facts("covered"),
        customer_pays: facts("customerPays"),
        customer_pays_note: words(item.field("customerPaysNote"), "text"),
        per_address: words(item.field("perAddress"), "text"),
        not_stated: all(item.field("notStated"), both_languages),
    }
}

fn reading(item: &Value) -> Interpretation {
    let in_force = item.field("values").item(item.field("value").text());
    Interpretation {
        id: owned(item, "id"),
        section: owned(item, "section"),
        about: words(item, "about"),
        value: reading_value(in_force.unwrap_or(&Value::Null)),
    }
}

fn reading_value(item: &Value) -> InterpretationValue {
    InterpretationValue { id: owned(item, "id"), text: words(item, "text") }
}

fn words(item: &Value, name: &str) -> Text {
    both_languages(item.field(name))
}

fn both_languages(item: &Value) -> Text {
    Text { da: owned(item, "da"), en: owned(item, "en") }
}

fn owned(item: &Value, name: &str) -> String {
    item.field(name).text().to_owned()
}
