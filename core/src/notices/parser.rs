//! Parser of notices files.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::file::{
    AgreementIds, ChannelField, MAX_NOTICES, MAX_SPECIAL_HOURS, NoticeFields, NoticesFile, SpecialHoursFields,
    StatusField, UpdateFields,
};
use super::{Announcement, Area, HoursKind, Moved, Notices, SpecialHours, Update, WorkKind, WorkStatus};
use crate::data::{List, Parsed, Value, read};
use crate::problem::{Expected, Found, Problem, Problems};

impl Notices {
    /// Parses a notices file. Notices and special hours with an invalid field are left out; their problems, and those of
    /// unknown fields, are returned beside the rest.
    ///
    /// # Errors
    /// The problems of a file that does not have this format at all.
    pub fn from_value(root: &Value) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let mut problems = Problems::default();
        let file: Option<NoticesFile<'_>> = read(root, &mut problems);
        let lists = file.as_ref().and_then(|file| {
            file.format_version.0?;
            Some((file.last_changed.and_then(|time| time.0), file.notices.get()?, file.one_off_hours.get()?))
        });
        let Some((last_changed, notices, hours)) = lists else { return Err(problems.into_vec()) };
        let mut parser = Parser { problems, ..Parser::default() };
        parser.notices.last_changed = last_changed.map(|time| time.at);
        parser.check_length("notices", notices.total, MAX_NOTICES);
        parser.check_length("oneOffHours", hours.total, MAX_SPECIAL_HOURS);
        for (index, fields) in notices.items.iter().enumerate() {
            parser.push_notice(index, fields.get());
        }
        for (index, fields) in hours.items.iter().enumerate() {
            parser.push_hours(index, fields.get());
        }
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
    fn check_length(&mut self, path: &str, total: usize, max: usize) {
        if total > max {
            let (found, expected) = (Found::Items(total), Expected::ItemsKept(max));
            self.problems.add(|| Problem { path: path.to_owned(), found, expected });
        }
    }

    fn push_notice(&mut self, index: usize, fields: Option<&NoticeFields<'_>>) {
        let Some(fields) = fields else { return };
        let Some(id) = fields.id.0 else { return };
        if !self.ids.insert(id.0.to_owned()) {
            let path = indexed("notices", index) + ".id";
            self.problems.add(|| Problem::of_text(path, id.0, Expected::NewId));
        } else if let Some((end, expected)) = end_problem(fields) {
            let path = ["notices[", id.0, "].end"].concat();
            self.problems.add(|| Problem::of_text(path, end, expected));
        } else if let Some(announcement) = announcement(fields) {
            let all = &mut self.notices.announcements;
            let place = all.partition_point(|other| other.start <= announcement.start);
            all.insert(place, Rc::new(announcement));
        }
    }

    fn push_hours(&mut self, index: usize, fields: Option<&SpecialHoursFields<'_>>) {
        let Some(hours) = fields.and_then(special_hours) else { return };
        let all = &mut self.notices.special_hours;
        if all.iter().any(|other| other.overlaps(&hours)) {
            let path = indexed("oneOffHours", index) + ".date";
            self.problems.add(|| Problem::of_text(path, &hours.date.to_string(), Expected::FreeHours));
        } else {
            let place = all.partition_point(|other| other.date <= hours.date);
            all.insert(place, hours);
        }
    }
}

fn indexed(list: &str, index: usize) -> String {
    [list, "[", &index.to_string(), "]"].concat()
}

/// The end of work that does not end after its start, within a year, and what was expected.
fn end_problem<'a>(fields: &NoticeFields<'a>) -> Option<(&'a str, Expected)> {
    const MAX_SECONDS: i64 = 366 * 86_400;
    let (start, end) = (fields.start.0?, fields.end?.0?);
    let in_order = (1..=MAX_SECONDS).contains(&end.at.seconds_since(start.at));
    (!in_order).then(|| (end.text, Expected::TimeAfter { start: start.text.to_owned() }))
}

/// The announcement; `None` if a field is invalid.
fn announcement(fields: &NoticeFields<'_>) -> Option<Announcement> {
    let (id, kind, status) = (fields.id.0?, fields.kind.0?, fields.status.get()?);
    let (start, published_at) = (fields.start.0?.at, fields.published_at.0?.at);
    let end = optional(fields.end.as_ref(), |time| Some(time.0?.at))?;
    let downtime_minutes = optional(fields.downtime_minutes.as_ref(), |minutes| minutes.0.map(i64::from))?;
    let moved = optional(fields.moved.as_ref(), |moved| {
        let moved = moved.get()?;
        Some(Moved { from: moved.from.0?.at, at: moved.at.0?.at })
    })?;
    let link = optional(fields.link.as_ref(), |link| link.0.as_ref())?;
    Some(Announcement {
        id: id.0.to_owned(),
        kind: match kind.0 {
            "serviceWindow" => WorkKind::ServiceWindow,
            "emergencyWork" => WorkKind::EmergencyWork,
            "outage" => WorkKind::Outage,
            _ => WorkKind::Other,
        },
        status: match status {
            StatusField::Planned => WorkStatus::Planned,
            StatusField::Moved => WorkStatus::Moved,
            StatusField::Cancelled => WorkStatus::Cancelled,
            StatusField::UnderWay => WorkStatus::UnderWay,
            StatusField::Done => WorkStatus::Done,
        },
        what: fields.what.get()?.to_text()?,
        start,
        end,
        downtime_minutes,
        areas: items(&fields.areas, |name| Some(Area::named(name.0?.into())))?,
        postcodes: items(&fields.postcodes, |postcode| Some(postcode.0?.0.to_owned()))?,
        agreements: agreements(&fields.agreements)?,
        published_at,
        moved,
        updates: updates(items(&fields.updates, update)?),
        link: link.cloned(),
    })
}

/// The value of an optional field. The outer `None` is an invalid one, the inner a missing one.
fn optional<'f, T, U>(field: Option<&'f T>, convert: impl FnOnce(&'f T) -> Option<U>) -> Option<Option<U>> {
    match field {
        Some(field) => convert(field).map(Some),
        None => Some(None),
    }
}

/// The items of an optional list, which may be missing.
fn items<T, U, const MIN: usize, const MAX: usize>(
    list: &Option<Parsed<List<T, MIN, MAX>>>,
    convert: impl Fn(&T) -> Option<U>,
) -> Option<Vec<U>> {
    let mut converted = Vec::new();
    if let Some(list) = list {
        for item in &list.get()?.0 {
            converted.push(convert(item)?);
        }
    }
    Some(converted)
}

fn agreements(list: &Option<AgreementIds<'_>>) -> Option<Vec<String>> {
    items(list, |id| Some(id.0?.0.to_owned()))
}

fn update(fields: &Parsed<UpdateFields<'_>>) -> Option<Update> {
    let fields = fields.get()?;
    Some(Update { at: fields.at.0?.at, text: fields.text.get()?.to_text()? })
}

/// Latest first.
fn updates(all: Vec<Update>) -> Vec<Update> {
    let mut updates: Vec<Update> = Vec::new();
    for update in all {
        let place = updates.partition_point(|other| other.at > update.at);
        updates.insert(place, update);
    }
    updates
}

/// The special hours; `None` if a field is invalid.
fn special_hours(fields: &SpecialHoursFields<'_>) -> Option<SpecialHours> {
    let (channel, date) = (fields.channel.get()?, fields.date.0?.0);
    Some(SpecialHours {
        kind: match channel {
            ChannelField::FaultReports => HoursKind::FaultReports,
            ChannelField::General => HoursKind::General,
            ChannelField::Billing => HoursKind::Billing,
            ChannelField::Repair => HoursKind::Repair,
            ChannelField::Response => HoursKind::ResponseTime,
        },
        date,
        hours: fields.hours.get()?.0.iter().map(|hours| hours.0).collect::<Option<_>>()?,
        reason: fields.why.get()?.to_text()?,
        agreements: agreements(&fields.agreements)?,
    })
}
