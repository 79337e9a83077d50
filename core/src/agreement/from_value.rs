//! Construction of a catalogue from an agreements file.

use std::rc::Rc;

use super::interpretations::{FileValue, all_values, substitute};
use super::schema::DAYS;
use super::validation::{problems, problems_with};
use super::{
    Agreement, Alternative, Catalogue, Contact, Coverage, Interpretation, InterpretationValue, Repair, ResponseTarget,
};
use crate::agreement::{DayCounting, Maintenance, NoticePeriod};
use crate::calendar::{ClosedDay, DateRule, HolidayHours, WeeklySchedule, WorkingCalendar, WorkingDays};
use crate::data::{Problem, Value};
use crate::time::{Hours, parse_iso_date};

impl Catalogue {
    /// Validates an agreements file and builds its catalogue.
    ///
    /// # Errors
    /// Every problem of the file, under the interpretations in force and under each alternative.
    pub fn from_value(root: &Value) -> Result<Self, Vec<Problem>> {
        let problems = problems(root);
        if !problems.is_empty() {
            return Err(problems);
        }
        let values = all_values(root);
        let mut catalogue = build(&substitute(root, &values, &[]));
        for alternative in values.iter().filter(|value| !value.applies(&[])) {
            catalogue.add_alternative(alternative, build(&substitute(root, &values, &[alternative.ids()])));
        }
        Ok(catalogue)
    }

    /// Validates the file and builds its catalogue under the chosen values of interpretations, as pairs of ids. Other
    /// interpretations keep their values in force. The catalogue has no alternatives.
    ///
    /// # Errors
    /// Every problem of the file, as it is and under the chosen values.
    pub fn from_value_with(root: &Value, chosen: &[(&str, &str)]) -> Result<Self, Vec<Problem>> {
        let problems = problems_with(root, chosen);
        if problems.is_empty() { Ok(build(&substitute(root, &all_values(root), chosen))) } else { Err(problems) }
    }

    fn add_alternative(&mut self, alternative: &FileValue<'_>, catalogue: Self) {
        let id = alternative.ids().0;
        if let Some(interpretation) = self.interpretations.iter().find(|interpretation| interpretation.id == id) {
            let value = Rc::new(interpretation_value(alternative.value));
            self.alternatives.push(Alternative { interpretation: interpretation.clone(), value, catalogue });
        }
    }
}

fn build(root: &Value) -> Catalogue {
    let closed_days: Rc<[ClosedDay]> = root.field("closedDays").parse_items(closed_day).into();
    let calendars = Calendars(root.field("calendars").parse_items(|item| Some(Rc::new(calendar(item, &closed_days)))));
    let maintenance = root.field("maintenance");
    let (window, preventive) = (maintenance.field("window"), maintenance.field("preventive"));
    let contact = root.field("contact");
    Catalogue {
        version: root.string("version"),
        last_changed: parse_iso_date(root.field("lastChanged").text()).unwrap_or_default(),
        hours_changed: None,
        review_by: parse_iso_date(root.field("reviewBy").text()).unwrap_or_default(),
        source: root.string("source"),
        contact: Contact {
            name: contact.string("name"),
            phone: contact.string("phone"),
            phone_shown: contact.string("phoneShown"),
            press: contact.string("press"),
        },
        agreements: root.field("agreements").parse_items(|item| Some(agreement(item, &calendars))),
        maintenance: Maintenance {
            windows: calendars.get(window, "calendar"),
            purpose: window.field("purpose").into(),
            notice_period: notice_period(maintenance.field("notice")),
            working_days: WorkingDays::new(closed_days),
            preventive: calendars.get(preventive, "calendar"),
            preventive_minutes: preventive.field("usualMinutes").integer(),
        },
        coverage: coverage(root.field("coverage")),
        interpretations: root.field("readings").parse_items(|item| Some(Rc::new(interpretation(item)))),
        alternatives: Vec::new(),
    }
}

/// The calendars of the file, shared by everything that refers to them.
struct Calendars(Vec<Rc<WorkingCalendar>>);

impl Calendars {
    /// The calendar whose id is in that field of the object.
    fn get(&self, object: &Value, field: &str) -> Rc<WorkingCalendar> {
        let id = object.field(field).text();
        match self.0.iter().find(|calendar| calendar.id() == id) {
            Some(calendar) => calendar.clone(),
            // A valid file has every calendar. An empty one is named by its id in errors.
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

fn closed_day(item: &Value) -> Option<ClosedDay> {
    let rule = if let Ok(day) = item.field("everyYear").text().parse() {
        DateRule::EveryYear(day)
    } else if let Ok(date) = parse_iso_date(item.field("date").text()) {
        DateRule::Once(date)
    } else {
        DateRule::AfterEaster(item.field("daysAfterEaster").integer())
    };
    Some(ClosedDay { name: item.field("name").into(), rule })
}

fn agreement(item: &Value, calendars: &Calendars) -> Agreement {
    let fault_reports = item.field("faultReports");
    let repair = item.field("repair");
    let response = item.field("response");
    Agreement {
        id: item.string("id"),
        name: item.string("name"),
        fault_reports: calendars.get(fault_reports, "calendar"),
        reports_by_email: fault_reports.field("byEmail").is_true(),
        general: calendars.get(item.field("general"), "calendar"),
        billing: calendars.get(item.field("billing"), "calendar"),
        repair: Repair {
            calendar: calendars.get(repair, "calendar"),
            until_done: repair.field("untilDone").is_true(),
            status_updates: repair.field("statusUpdates").is_true(),
        },
        remote: target(response.field("remote"), calendars),
        on_site: target(response.field("onSite"), calendars),
    }
}

fn target(item: &Value, calendars: &Calendars) -> ResponseTarget {
    ResponseTarget {
        working_seconds: 60 * item.field("minutes").integer(),
        clock: calendars.get(item, "clock"),
        section: item.string("section"),
    }
}

fn notice_period(item: &Value) -> NoticePeriod {
    NoticePeriod {
        working_days: u32::try_from(item.field("workingDays").integer()).unwrap_or(0),
        counting: match item.field("count").text() {
            "clear" => DayCounting::ClearDays,
            _ => DayCounting::Inclusive,
        },
    }
}

fn coverage(item: &Value) -> Coverage {
    let facts = |name| item.field(name).parse_items(|fact| Some(fact.field("text").into()));
    Coverage {
        covered: facts("covered"),
        customer_pays: facts("customerPays"),
        customer_pays_note: item.field("customerPaysNote").field("text").into(),
        per_address: item.field("perAddress").field("text").into(),
        not_stated: item.field("notStated").parse_items(|text| Some(text.into())),
    }
}

fn interpretation(item: &Value) -> Interpretation {
    let in_force = item.field("values").item_by_id(item.field("value").text());
    Interpretation {
        id: item.string("id"),
        section: item.string("section"),
        about: item.field("about").into(),
        value: interpretation_value(in_force.unwrap_or(&Value::Null)),
    }
}

fn interpretation_value(item: &Value) -> InterpretationValue {
    InterpretationValue { id: item.string("id"), text: item.field("text").into() }
}
