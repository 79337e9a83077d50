//! Parser of notices files.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::formats::parse_time;
use super::schema::{FILE, MAX_NOTICES, MAX_SPECIAL_HOURS, NOTICE, SPECIAL_HOURS};
use super::{Announcement, Area, HoursKind, Moved, Notices, SpecialHours, Update, WorkKind, WorkStatus};
use crate::Text;
use crate::data::{Problem, Schema, Value, check, check_at, sanitize};
use crate::time::{Timestamp, parse_iso_date};

impl Notices {
    /// Parses a notices file. Notices and special hours with a problem are left out; the problems are returned beside
    /// the rest.
    ///
    /// # Errors
    /// The problems of a file that does not have this format at all.
    pub fn from_value(root: &Value) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let mut parser = Parser::default();
        parser.problems.add(check(root, FILE));
        if !FILE.iter().all(|field| field.optional || field.schema.matches_shallow(root.field(field.name), root)) {
            return Err(parser.problems.into_vec());
        }
        parser.notices.last_changed = time(root, "lastChanged");
        let (notices, hours) = (root.field("notices").items(), root.field("oneOffHours").items());
        parser.problems.add(too_many("notices", notices.len(), MAX_NOTICES));
        notices.iter().take(MAX_NOTICES).enumerate().for_each(|(index, item)| parser.push_notice(index, item));
        parser.problems.add(too_many("oneOffHours", hours.len(), MAX_SPECIAL_HOURS));
        hours.iter().take(MAX_SPECIAL_HOURS).enumerate().for_each(|(index, item)| parser.push_hours(index, item));
        Ok((parser.notices, parser.problems.into_vec()))
    }
}

/// The notices and special hours so far.
#[derive(Debug, Default)]
struct Parser {
    notices: Notices,
    problems: Problems,
    /// Every id so far, including those of notices that were left out.
    ids: BTreeSet<String>,
}

impl Parser {
    fn push_notice(&mut self, index: usize, item: &Value) {
        let id = item.field("id");
        let is_new = Schema::Id.matches_shallow(id, item) && self.ids.insert(id.text().to_owned());
        let path = if is_new { ["notices[", id.text(), "]"].concat() } else { indexed("notices", index) };
        let mut problems = check_at(item, &NOTICE, &path);
        if problems.is_empty() && !is_new {
            problems.push(Problem::new(&(path + ".id"), id, "an id that no earlier item has"));
        }
        match (announcement(item), problems.is_empty()) {
            (Some(announcement), true) => self.notices.add(announcement),
            _ => self.problems.add(problems),
        }
    }

    fn push_hours(&mut self, index: usize, item: &Value) {
        let path = indexed("oneOffHours", index);
        let mut problems = check_at(item, &SPECIAL_HOURS, &path);
        let all = &mut self.notices.special_hours;
        match special_hours(item).filter(|_| problems.is_empty()) {
            Some(hours) if all.iter().any(|other| other.overlaps(&hours)) => {
                let expected = "a channel, date and agreement for which no earlier item has hours";
                problems.push(Problem::new(&path, item, expected));
            }
            Some(hours) => {
                let index = all.partition_point(|other| other.date <= hours.date);
                all.insert(index, hours);
            }
            None => {}
        }
        self.problems.add(problems);
    }
}

impl Notices {
    fn add(&mut self, announcement: Announcement) {
        let place = self.announcements.partition_point(|other| other.start <= announcement.start);
        self.announcements.insert(place, Rc::new(announcement));
    }
}

/// A bounded list of problems, since a file may have thousands.
#[derive(Debug, Default)]
struct Problems {
    listed: Vec<Problem>,
    unlisted: usize,
}

impl Problems {
    const MAX: usize = 500;
    /// A path can contain names and ids from the file.
    const MAX_PATH_CHARS: usize = 120;

    fn add(&mut self, problems: Vec<Problem>) {
        for mut problem in problems {
            if self.listed.len() < Self::MAX {
                problem.path = sanitize(&problem.path).chars().take(Self::MAX_PATH_CHARS).collect();
                self.listed.push(problem);
            } else {
                self.unlisted += 1;
            }
        }
    }

    fn into_vec(mut self) -> Vec<Problem> {
        if self.unlisted > 0 {
            let found = [&self.unlisted.to_string(), " more problems"].concat();
            self.listed.push(Problem { path: "(file)".to_owned(), found, expected: "none".to_owned() });
        }
        self.listed
    }
}

/// The problem of a list with more items than are read, if it has.
fn too_many(list: &str, items: usize, max: usize) -> Vec<Problem> {
    if items <= max {
        return Vec::new();
    }
    let found = [&items.to_string(), " items"].concat();
    let expected = ["at most ", &max.to_string(), "; those after them are left out"].concat();
    vec![Problem { path: list.to_owned(), found, expected }]
}

fn indexed(list: &str, index: usize) -> String {
    [list, "[", &index.to_string(), "]"].concat()
}

fn announcement(item: &Value) -> Option<Announcement> {
    Some(Announcement {
        id: item.string("id"),
        kind: match item.field("kind").text() {
            "serviceWindow" => WorkKind::ServiceWindow,
            "emergencyWork" => WorkKind::EmergencyWork,
            "outage" => WorkKind::Outage,
            _ => WorkKind::Other,
        },
        status: match item.field("status").text() {
            "planned" => WorkStatus::Planned,
            "moved" => WorkStatus::Moved,
            "cancelled" => WorkStatus::Cancelled,
            "underWay" => WorkStatus::UnderWay,
            "done" => WorkStatus::Done,
            _ => return None,
        },
        what: sanitized_text(item, "what"),
        start: time(item, "start")?,
        end: time(item, "end"),
        downtime_minutes: item.get("downtimeMinutes").map(Value::integer),
        areas: item.field("areas").parse_items(|area| Some(Area::named(sanitize(area.text())))),
        postcodes: strings(item, "postcodes"),
        agreements: strings(item, "agreements"),
        published_at: time(item, "publishedAt")?,
        moved: time(item.field("moved"), "from")
            .zip(time(item.field("moved"), "at"))
            .map(|(from, at)| Moved { from, at }),
        updates: updates(item),
        link: item.field("link").text().parse().ok(),
    })
}

/// Latest first.
fn updates(item: &Value) -> Vec<Update> {
    let mut updates: Vec<Update> = Vec::new();
    for item in item.field("updates").items() {
        if let Some(at) = time(item, "at") {
            let index = updates.partition_point(|other| other.at > at);
            updates.insert(index, Update { at, text: sanitized_text(item, "text") });
        }
    }
    updates
}

fn special_hours(item: &Value) -> Option<SpecialHours> {
    Some(SpecialHours {
        kind: match item.field("channel").text() {
            "faultReports" => HoursKind::FaultReports,
            "general" => HoursKind::General,
            "billing" => HoursKind::Billing,
            "repair" => HoursKind::Repair,
            "response" => HoursKind::ResponseTime,
            _ => return None,
        },
        date: parse_iso_date(item.field("date").text()).ok()?,
        hours: item.field("hours").parse_items(|hours| hours.text().parse().ok()),
        reason: sanitized_text(item, "why"),
        agreements: strings(item, "agreements"),
    })
}

fn strings(item: &Value, name: &str) -> Vec<String> {
    item.field(name).parse_items(|string| Some(string.text().to_owned()))
}

fn time(item: &Value, name: &str) -> Option<Timestamp> {
    parse_time(item.field(name).text())
}

fn sanitized_text(item: &Value, name: &str) -> Text {
    let text = item.field(name);
    Text { da: sanitize(text.field("da").text()), en: sanitize(text.field("en").text()) }
}
