//! What does a notices file announce, and what in it cannot be used?

use std::collections::BTreeSet;
use std::rc::Rc;

use super::formats::time;
use super::schema::{FILE, MOST_NOTICES, MOST_ONE_OFF_HOURS, NOTICE, ONE_OFF_HOURS};
use super::{Announcement, Area, HoursOf, Moved, Notices, SafeLink, SpecialHours, Update, WorkKind, WorkStatus};
use crate::Text;
use crate::data::{Problem, Schema, Value, check, check_part, sanitize};
use crate::time::{Hours, Timestamp, parse_iso_date};

impl Notices {
    /// What the file announces, and the problems of what had to be left out: a notice or hours with any problem are,
    /// and the rest stays.
    ///
    /// # Errors
    /// The problems of a file that is none of this format, and of which nothing is taken.
    pub fn from_value(root: &Value) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let notices = root.field("notices").items();
        let mut reader = NoticesReader::new(root, notices.len())?;
        notices.iter().for_each(|item| reader.push(item));
        Ok(reader.finish())
    }
}

/// A notices file that is read notice by notice: all of thousands at once would let nobody do anything else meanwhile.
#[derive(Debug, Default)]
pub struct NoticesReader {
    notices: Notices,
    problems: Problems,
    /// Those of the hours, which a file has after its notices.
    of_hours: Vec<Problem>,
    /// The ids that were read, also of notices that are left out.
    ids: BTreeSet<String>,
    read: usize,
}

impl NoticesReader {
    /// Reads everything but the notices, of which there are so many; they may be missing in `root`, but not their list.
    ///
    /// # Errors
    /// As [`Notices::from_value`].
    pub fn new(root: &Value, notices: usize) -> Result<Self, Vec<Problem>> {
        let mut reader = Self::default();
        reader.problems.add(check(root, FILE));
        if !FILE.iter().all(|field| field.optional || field.shape.matches(root.field(field.name), root)) {
            return Err(reader.problems.told());
        }
        reader.notices.last_changed = at(root, "lastChanged");
        reader.problems.add(too_many("notices", notices, MOST_NOTICES));
        let hours = root.field("oneOffHours").items();
        reader.of_hours = too_many("oneOffHours", hours.len(), MOST_ONE_OFF_HOURS);
        hours.iter().take(MOST_ONE_OFF_HOURS).enumerate().for_each(|(index, item)| reader.take_hours(index, item));
        Ok(reader)
    }

    /// Reads the next notice, if so many are taken.
    pub fn push(&mut self, item: &Value) {
        if self.read == MOST_NOTICES {
            return;
        }
        let id = item.field("id");
        let is_new = Schema::Id.matches(id, item) && self.ids.insert(id.text().to_owned());
        let path = if is_new { ["notices[", id.text(), "]"].concat() } else { indexed("notices", self.read) };
        self.read += 1;
        let mut found = check_part(item, &NOTICE, &path);
        if found.is_empty() && !is_new {
            found.push(Problem::new(&(path + ".id"), id, "an id that no earlier item has"));
        }
        match (announcement(item), found.is_empty()) {
            (Some(announcement), true) => self.notices.add(announcement),
            _ => self.problems.add(found),
        }
    }

    fn take_hours(&mut self, index: usize, item: &Value) {
        let path = indexed("oneOffHours", index);
        let mut found = check_part(item, &ONE_OFF_HOURS, &path);
        let all = &mut self.notices.special_hours;
        match special_hours(item).filter(|_| found.is_empty()) {
            Some(hours) if all.iter().any(|other| other.overlaps(&hours)) => {
                let expected = "a channel, date and agreement for which no earlier item has hours";
                found.push(Problem::new(&path, item, expected));
            }
            Some(hours) => {
                let place = all.partition_point(|other| other.date <= hours.date);
                all.insert(place, hours);
            }
            None => {}
        }
        self.of_hours.append(&mut found);
    }

    /// What is announced, and the problems of what had to be left out.
    pub fn finish(mut self) -> (Notices, Vec<Problem>) {
        self.problems.add(self.of_hours);
        (self.notices, self.problems.told())
    }
}

impl Notices {
    fn add(&mut self, announcement: Announcement) {
        let place = self.announcements.partition_point(|other| other.start <= announcement.start);
        self.announcements.insert(place, Rc::new(announcement));
    }
}

/// What is found wrong, as far as anybody would read it: a file may be wrong in every place.
#[derive(Debug, Default)]
struct Problems {
    told: Vec<Problem>,
    more: usize,
}

impl Problems {
    const MOST: usize = 500;
    /// Characters of a path, of which the file may have written a part.
    const LONGEST_PATH: usize = 120;

    fn add(&mut self, found: Vec<Problem>) {
        for mut problem in found {
            if self.told.len() < Self::MOST {
                problem.path = sanitize(&problem.path).chars().take(Self::LONGEST_PATH).collect();
                self.told.push(problem);
            } else {
                self.more += 1;
            }
        }
    }

    fn told(mut self) -> Vec<Problem> {
        if self.more > 0 {
            let found = [&self.more.to_string(), " more problems"].concat();
            self.told.push(Problem { path: "(file)".to_owned(), found, expected: "none".to_owned() });
        }
        self.told
    }
}

/// That a list has more items than are taken.
fn too_many(list: &str, items: usize, most: usize) -> Vec<Problem> {
    if items <= most {
        return Vec::new();
    }
    let found = [&items.to_string(), " items"].concat();
    let expected = ["at most ", &most.to_string(), "; those after them are left out"].concat();
    vec![Problem { path: list.to_owned(), found, expected }]
}

fn indexed(list: &str, index: usize) -> String {
    [list, "[", &index.to_string(), "]"].concat()
}

fn announcement(item: &Value) -> Option<Announcement> {
    Some(Announcement {
        id: owned(item, "id"),
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
        what: words(item, "what"),
        start: at(item, "start")?,
        end: at(item, "end"),
        downtime_minutes: item.get("downtimeMinutes").map(Value::whole),
        areas: all(item, "areas", |area| Some(Area::named(sanitize(area.text())))),
        postcodes: texts(item, "postcodes"),
        agreements: texts(item, "agreements"),
        published_at: at(item, "publishedAt")?,
        moved: at(item.field("moved"), "from").zip(at(item.field("moved"), "at")).map(|(from, at)| Moved { from, at }),
        updates: updates(item),
        link: SafeLink::read(item.field("link").text()),
    })
}

/// The latest first.
fn updates(item: &Value) -> Vec<Update> {
    let mut updates: Vec<Update> = Vec::new();
    for item in item.field("updates").items() {
        if let Some(at) = at(item, "at") {
            let place = updates.partition_point(|other| other.at > at);
            updates.insert(place, Update { at, text: words(item, "text") });
        }
    }
    updates
}

fn special_hours(item: &Value) -> Option<SpecialHours> {
    Some(SpecialHours {
        of: match item.field("channel").text() {
            "faultReports" => HoursOf::FaultReports,
            "general" => HoursOf::General,
            "billing" => HoursOf::Billing,
            "repair" => HoursOf::Repair,
            "response" => HoursOf::ServiceMode,
            _ => return None,
        },
        date: parse_iso_date(item.field("date").text()).ok()?,
        hours: all(item, "hours", |hours| hours.text().parse::<Hours>().ok()),
        why: words(item, "why"),
        agreements: texts(item, "agreements"),
    })
}

fn all<T>(item: &Value, name: &str, read: impl Fn(&Value) -> Option<T>) -> Vec<T> {
    let mut all = Vec::new();
    for item in item.field(name).items() {
        all.extend(read(item));
    }
    all
}

fn texts(item: &Value, name: &str) -> Vec<String> {
    all(item, name, |text| Some(text.text().to_owned()))
}

fn at(item: &Value, name: &str) -> Option<Timestamp> {
    time(item.field(name).text())
}

fn words(item: &Value, name: &str) -> Text {
    let text = item.field(name);
    Text { da: sanitize(text.field("da").text()), en: sanitize(text.field("en").text()) }
}

fn owned(item: &Value, name: &str) -> String {
    item.field(name).text().to_owned()
}
