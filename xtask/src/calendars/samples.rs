//! Which calendars are other programs given to read, and what are they to find in them?

use std::fs;
use std::path::Path;
use std::rc::Rc;

use serde_json::{Value as Json, json};
use serviceaftale_core::agreement::{Catalogue, Channel};
use serviceaftale_core::calendar::WorkingCalendar;
use serviceaftale_core::data;
use serviceaftale_core::ics::{self, AnnouncementEvent, Status};
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::{self, Notices};
use serviceaftale_core::time::{DayTime, Interval, Timestamp, copenhagen, parse_iso_date};

use super::{made_up, published};
use crate::failure::{Failure, Outcome};

/// Writes the calendars, and `expected.json`: what is to be found in each from 2026 to 2035.
pub fn write(tree: &data::Value, in_force: &Catalogue, notices: &Notices, folder: &Path) -> Outcome {
    let (mut files, published) = (Vec::new(), published(in_force, notices));
    for sample in samples(tree, in_force, notices, published.clone())? {
        let file = folder.join(sample.name);
        fs::write(&file, sample.text).map_err(Failure::at("write", &file))?;
        files.push(json!({
            "file": sample.name, "published": published.iter().any(|(name, _)| *name == sample.name), "hours": sample.hours, "events": sample.events,
        }));
    }
    let Interval { start, end } = decade()?;
    let expected = json!({ "from": start.unix_seconds(), "until": end.unix_seconds(), "files": files });
    let file = folder.join("expected.json");
    fs::write(&file, expected.to_string()).map_err(Failure::at("write", &file))
}

/// A calendar, and what is in it.
struct Sample {
    name: &'static str,
    text: String,
    /// What the names of some events begin with, and when those take place.
    hours: Json,
    /// Single events with all they say.
    events: Json,
}

fn samples(
    tree: &data::Value,
    in_force: &Catalogue,
    notices: &Notices,
    [windows, hours, announcements]: [(&'static str, String); 3],
) -> Outcome<Vec<Sample>> {
    let none = || json!([]);
    let of_windows = |(name, text), catalogue: &Catalogue| {
        Ok::<_, Failure>(Sample { name, text, hours: window_hours(catalogue)?, events: none() })
    };
    let of_phone = |(name, text), catalogue: &Catalogue| {
        Ok::<_, Failure>(Sample { name, text, hours: phone_hours(catalogue)?, events: none() })
    };
    // Some days before what is compared, whose first hours may have begun then.
    let from = parse_iso_date("2025-12-25").unwrap_or_default();
    let read = |readings: &[(&str, &str)]| {
        Catalogue::from_value_with(tree, readings)
            .map_err(|problems| Failure::new(format!("{readings:?}: {problems:?}")))
    };
    let skipped = read(&[("service_window_on_holiday", "skipped"), ("extra_closed_days", "bank")])?;
    let otherwise = read(&[
        ("weekday_holiday_phone", "weekend"),
        ("weekend_holiday_phone", "closed"),
        ("billing_on_holiday", "open"),
        ("extra_closed_days", "bank"),
    ])?;
    let made_up = made_up::catalogue(in_force)?;
    let phone = |catalogue: &Catalogue| {
        let agreements: Vec<_> = catalogue.agreements.iter().collect();
        ics::support_hours(catalogue, &agreements, from, Language::English).text
    };
    let (work, work_told) = announced()?;
    let (call, call_told) = call(in_force)?;
    Ok(vec![
        of_windows(windows, in_force)?,
        of_phone(hours, &in_force.with_special_hours(notices))?,
        Sample { name: announcements.0, text: announcements.1, hours: none(), events: noticed(notices) },
        of_windows(("windows-skipped.ics", ics::service_window(&skipped, from, Language::English).text), &skipped)?,
        of_phone(("hours-otherwise.ics", phone(&otherwise)), &otherwise)?,
        of_phone(("hours-made-up.ics", phone(&made_up)), &made_up)?,
        Sample { name: "announced.ics", text: work, hours: none(), events: work_told },
        Sample { name: "call.ics", text: call, hours: none(), events: call_told },
    ])
}

/// What can be told of notices without telling them once more.
fn noticed(notices: &Notices) -> Json {
    let event = |notice: &Rc<notices::Announcement>| {
        let uid = format!("announcement-{}@serviceaftale.aura.dk", notice.id);
        json!({ "uid": uid, "start": notice.start.unix_seconds() })
    };
    notices.announcements.iter().map(event).collect()
}

fn decade() -> Outcome<Interval> {
    Ok(Interval { start: at("2026-01-01T00:00+01:00")?, end: at("2036-01-01T00:00+01:00")? })
}

fn window_hours(catalogue: &Catalogue) -> Outcome<Json> {
    let bounds = decade()?;
    let windows = catalogue.maintenance.windows_after(bounds.start).map(|window| window.interval);
    Ok(json!([["service-window-", within(windows, bounds)]]))
}

fn phone_hours(catalogue: &Catalogue) -> Outcome<Json> {
    let (bounds, mut hours) = (decade()?, Vec::new());
    for (channel, name) in
        [(Channel::FaultReport, "fault-report"), (Channel::General, "general"), (Channel::Billing, "billing")]
    {
        let mut told: Vec<&WorkingCalendar> = Vec::new();
        for agreement in &catalogue.agreements {
            let calendar = agreement.hours(channel);
            if !told.contains(&calendar) {
                told.push(calendar);
                let open = within(calendar.periods(bounds.start), bounds);
                hours.push(json!([format!("{name}-{}-", agreement.id), open]));
            }
        }
    }
    Ok(json!(hours))
}

fn within(intervals: impl Iterator<Item = Interval>, bounds: Interval) -> Vec<[i64; 2]> {
    let begun = intervals.take_while(|interval| interval.start < bounds.end);
    let within = begun.filter_map(|interval| interval.within(bounds));
    within.map(|Interval { start, end }| [start.unix_seconds(), end.unix_seconds()]).collect()
}

fn at(text: &str) -> Outcome<Timestamp> {
    text.parse().map_err(|_| Failure::new(format!("{text} is no instant")))
}

/// Work with words that a calendar could trip over, at times that clocks show twice.
fn announced() -> Outcome<(String, Json)> {
    let long = "Æblegrød; øl, \\ å \"citat\" 😀 kl. 8–16\nBEGIN:VEVENT\n".repeat(40);
    let rows = [
        ("planned", "2026-12-07T00:00+01:00", "2026-12-07T06:00+01:00", Status::Confirmed, 0),
        ("moved", "2026-12-14T00:00+01:00", "2026-12-14T06:00:30+01:00", Status::Tentative, 1),
        ("cancelled", "2026-12-21T00:00+01:00", "2026-12-21T06:00+01:00", Status::Cancelled, 2),
        ("second-half-past-two", "2026-10-25T02:30+01:00", "2026-10-25T02:45+01:00", Status::Confirmed, 7),
        ("both-times-two", "2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00", Status::Confirmed, 0),
        ("over-the-gap", "2027-03-28T01:59+01:00", "2027-03-28T03:01+02:00", Status::Confirmed, 4_294_967),
        ("; , \\ æ", "2026-07-01T12:00+02:00", "2026-07-03T12:00+02:00", Status::Confirmed, 0),
    ];
    let (mut work, mut told) = (Vec::new(), Vec::new());
    for (uid, start, end, status, sequence) in rows {
        let (start, end, last_modified) = (at(start)?, at(end)?, at("2026-11-26T12:00+01:00")?);
        let url = "https://www.aura.dk/drift?a=1,2;b=%20#top";
        let word = match status {
            Status::Tentative => "TENTATIVE",
            Status::Confirmed => "CONFIRMED",
            Status::Cancelled => "CANCELLED",
        };
        told.push(json!({
            "uid": format!("announcement-{uid}@serviceaftale.aura.dk"), "summary": uid, "description": long,
            "start": start.unix_seconds(), "end": end.unix_seconds(), "status": word, "sequence": sequence,
            "lastModified": last_modified.unix_seconds(), "url": url, "alarms": 0,
        }));
        let (uid, description, url, end) = (uid.to_owned(), long.clone(), Some(url.to_owned()), Some(end));
        work.push(AnnouncementEvent {
            summary: uid.clone(),
            uid,
            description,
            start,
            end,
            status,
            sequence,
            last_modified,
            url,
        });
    }
    Ok((ics::announcements(&work, Language::Danish).text, json!(told)))
}

fn call(in_force: &Catalogue) -> Outcome<(String, Json)> {
    let opens = at("2026-04-07T08:00+02:00")?;
    let text = ics::call_reminder(in_force, Channel::FaultReport, opens, Language::English).text;
    let changed = copenhagen::from_local(in_force.last_changed, DayTime::MIDNIGHT);
    let event = json!({
        "uid": "call-fault-report-20260407T060000Z@serviceaftale.aura.dk",
        "summary": format!("Call {}: fault reports", in_force.contact.name),
        "start": opens.unix_seconds(), "end": opens.unix_seconds() + 900, "status": null,
        "lastModified": changed.unix_seconds(), "url": null, "alarms": 1,
    });
    Ok((text, json!([event])))
}
