//! How does checked data become a catalogue?

use std::rc::Rc;

use super::reading::{ValueAt, problems, substitute, values};
use super::rules::faults;
use super::{Agreement, Alternative, Catalogue, Contact, Coverage, Reading, ReadingValue, Repair, ResponseTarget};
use crate::Text;
use crate::calendar::{ClosedDay, Falls, HolidayHours, Hours, WeeklySchedule, WorkingCalendar, WorkingDays, read_date};
use crate::data::{Problem, Value, read_hours};
use crate::maintenance::{Maintenance, Notice, NoticeCount};

impl Catalogue {
    /// The catalogue of an agreements file, taken whole or not at all.
    ///
    /// # Errors
    /// Every problem of the file, those of its readings' other values included.
    pub fn read(root: &Value) -> Result<Self, Vec<Problem>> {
        let (mut in_force, mut found) = Self::as_it_reads(root, &[]);
        // These hold for other values as well and need not be told again.
        let known = in_force.as_ref().err().cloned().unwrap_or_default();
        for other in values(root).iter().filter(|value| !value.is_taken(&[])) {
            match (assemble(root, &[other.ids()]), &mut in_force) {
                (Ok(otherwise), Ok(catalogue)) => catalogue.add_alternative(other, otherwise),
                (Ok(_), Err(_)) => {}
                (Err(problems), _) => {
                    let new = problems.iter().filter(|problem| !known.contains(problem));
                    found.extend(new.map(|problem| other.puts_wrong(problem)));
                }
            }
        }
        if found.is_empty() { in_force } else { Err(found) }
    }

    /// The catalogue with these readings at these values, several at once, and the others as they are
    /// in force; without alternatives.
    ///
    /// # Errors
    /// Every problem of the file, as it stands and as it then reads.
    pub fn read_with(root: &Value, chosen: &[(&str, &str)]) -> Result<Self, Vec<Problem>> {
        let (catalogue, found) = Self::as_it_reads(root, chosen);
        if found.is_empty() { catalogue } else { Err(found) }
    }

    /// The catalogue or the problems of the file as it then reads, and those with what is wrong as it stands: each told
    /// where it is written.
    fn as_it_reads(root: &Value, chosen: &[(&str, &str)]) -> (Result<Self, Vec<Problem>>, Vec<Problem>) {
        let mut found = faults(root);
        found.extend(problems(root, &found));
        let catalogue = assemble(root, chosen);
        let values = values(root);
        for problem in catalogue.as_ref().err().into_iter().flatten() {
            if !found.contains(problem) {
                let by = values.iter().find(|value| value.is_taken(chosen) && value.has_put(&problem.path));
                found.push(by.map_or_else(|| problem.clone(), |value| value.puts_wrong(problem)));
            }
        }
        (catalogue, found)
    }

    fn add_alternative(&mut self, other: &ValueAt<'_>, catalogue: Self) {
        let mut readings = self.readings.iter();
        if let Some(reading) = readings.find(|reading| reading.id == other.ids().0) {
            let (reading, value) = (reading.clone(), reading_value(other.value));
            self.alternatives.push(Alternative { reading, value, catalogue });
        }
    }
}

/// The catalogue of the file with these readings put in their places.
fn assemble(root: &Value, chosen: &[(&str, &str)]) -> Result<Catalogue, Vec<Problem>> {
    let tree = substitute(root, chosen);
    let found = faults(&tree);
    if found.is_empty() { Ok(build(&tree)) } else { Err(found) }
}

fn build(tree: &Value) -> Catalogue {
    let closed_days: Rc<[ClosedDay]> = tree.field("closedDays").items().iter().map(closed_day).collect();
    let calendars: Vec<_> =
        tree.field("calendars").items().iter().map(|item| Rc::new(calendar(item, &closed_days))).collect();
    let calendars = Calendars(calendars);
    let list = |name: &str| tree.field(name).items().iter();
    let maintenance = tree.field("maintenance");
    let contact = tree.field("contact");
    Catalogue {
        version: owned(tree, "version"),
        review_by: read_date(tree.field("reviewBy").text()).unwrap_or_default(),
        source: owned(tree, "source"),
        contact: Contact {
            name: owned(contact, "name"),
            phone: owned(contact, "phone"),
            phone_shown: owned(contact, "phoneShown"),
            press: owned(contact, "press"),
        },
        agreements: list("agreements").map(|item| agreement(item, &calendars)).collect(),
        maintenance: Maintenance {
            windows: calendars.named_in(maintenance.field("window")),
            purpose: words(maintenance.field("window").field("purpose")),
            notice: notice(maintenance.field("notice")),
            working_days: WorkingDays::new(closed_days.clone()),
            preventive: calendars.named_in(maintenance.field("preventive")),
            preventive_minutes: maintenance.field("preventive").field("usualMinutes").whole(),
        },
        coverage: coverage(tree.field("coverage")),
        readings: list("readings").map(reading).collect(),
        alternatives: Vec::new(),
    }
}

/// The calendars of the file, shared by all that name them.
struct Calendars(Vec<Rc<WorkingCalendar>>);

impl Calendars {
    fn of_id(&self, id: &str) -> Rc<WorkingCalendar> {
        let mut known = self.0.iter();
        match known.find(|calendar| calendar.id() == id) {
            Some(calendar) => calendar.clone(),
            // Checked data names no other; an empty calendar says so by its id in any error.
            None => Rc::new(WorkingCalendar::new(id, WeeklySchedule::default())),
        }
    }

    fn named_in(&self, place: &Value) -> Rc<WorkingCalendar> {
        self.of_id(place.field("calendar").text())
    }
}

fn calendar(item: &Value, closed_days: &Rc<[ClosedDay]>) -> WorkingCalendar {
    let weekly = item.field("weekly");
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let weekly = WeeklySchedule::new(days.map(|day| hours(weekly.field(day))));
    let holidays = item.field("publicHolidays");
    let on = |name| holiday_hours(holidays.field(name));
    WorkingCalendar::new(item.field("id").text(), weekly)
        .on_public_holidays(on("weekday"), on("weekend"))
        .with_closed_days(closed_days.clone())
}

fn hours(list: &Value) -> Vec<Hours> {
    let items = list.items().iter();
    items.filter_map(|item| read_hours(item.text())).collect()
}

fn holiday_hours(value: &Value) -> HolidayHours {
    match value.text() {
        "asUsual" => HolidayHours::AsUsual,
        "closed" => HolidayHours::Closed,
        _ => HolidayHours::Only(hours(value)),
    }
}

fn closed_day(item: &Value) -> ClosedDay {
    let date = |text: &str| read_date(text).unwrap_or_default();
    let falls = if item.field("everyYear") != &Value::Null {
        let day = date(&format!("2001-{}", item.field("everyYear").text()));
        Falls::EveryYear { month: chrono::Datelike::month(&day), day: chrono::Datelike::day(&day) }
    } else if item.field("date") != &Value::Null {
        Falls::Once(date(item.field("date").text()))
    } else {
        Falls::AfterEaster(item.field("daysAfterEaster").whole())
    };
    ClosedDay { name: words(item.field("name")), falls }
}

fn agreement(item: &Value, calendars: &Calendars) -> Agreement {
    let fault_reports = item.field("faultReports");
    let repair = item.field("repair");
    let target = |name| {
        let target = item.field("response").field(name);
        ResponseTarget {
            working_seconds: 60 * target.field("minutes").whole(),
            clock: calendars.of_id(target.field("clock").text()),
            section: owned(target, "section"),
        }
    };
    Agreement {
        id: owned(item, "id"),
        name: owned(item, "name"),
        fault_reports: calendars.named_in(fault_reports),
        reports_by_email: fault_reports.field("byEmail").is_true(),
        general: calendars.named_in(item.field("general")),
        billing: calendars.named_in(item.field("billing")),
        repair: Repair {
            calendar: calendars.named_in(repair),
            until_done: repair.field("untilDone").is_true(),
            status_updates: repair.field("statusUpdates").is_true(),
        },
        remote: target("remote"),
        on_site: target("onSite"),
    }
}

fn notice(item: &Value) -> Notice {
    Notice {
        working_days: u32::try_from(item.field("workingDays").whole()).unwrap_or(0),
        count: match item.field("count").text() {
            "clear" => NoticeCount::Clear,
            _ => NoticeCount::Back,
        },
    }
}

fn coverage(item: &Value) -> Coverage {
    let facts = |name| {
        let facts = item.field(name).items().iter();
        facts.map(|fact| words(fact.field("text"))).collect()
    };
    let text = |name| words(item.field(name).field("text"));
    Coverage {
        covered: facts("covered"),
        customer_pays: facts("customerPays"),
        customer_pays_note: text("customerPaysNote"),
        per_address: text("perAddress"),
        not_stated: item.field("notStated").items().iter().map(words).collect(),
    }
}

fn reading(item: &Value) -> Reading {
    let in_force = item.field("values").item(item.field("value").text());
    Reading {
        id: owned(item, "id"),
        section: owned(item, "section"),
        about: words(item.field("about")),
        value: reading_value(in_force.unwrap_or(&Value::Null)),
    }
}

fn reading_value(item: &Value) -> ReadingValue {
    ReadingValue { id: owned(item, "id"), text: words(item.field("text")) }
}

fn words(item: &Value) -> Text {
    Text { da: owned(item, "da"), en: owned(item, "en") }
}

fn owned(item: &Value, name: &str) -> String {
    item.field(name).text().to_owned()
}
