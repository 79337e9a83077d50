//! Sample calendars, and the events that other programs must find in them.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use serde_json::{Value as Json, json};
use serviceaftale_core::agreement::{Catalogue, Channel};
use serviceaftale_core::calendar::WorkingCalendar;
use serviceaftale_core::data;
use serviceaftale_core::ics::{self, AnnouncementEvent, EventStatus};
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::{self, Notices};
use serviceaftale_core::time::{DayTime, Interval, Timestamp, copenhagen, parse_iso_date};

use super::{published, synthetic};
use crate::failure::{Failure, Outcome};

/// Writes the calendars, and `expected.json` with the events of each from 2026 to 2035.
pub fn write(root: &data::Value, catalogue: &Catalogue, notices: &Notices, folder: &Path) -> Outcome {
    let (mut files, published) = (Vec::new(), published(catalogue, notices));
    for sample in samples(root, catalogue, notices, published.clone())? {
        let file = folder.join(sample.name);
        fs::write(&file, sample.text).map_err(Failure::at("write", &file))?;
        files.push(json!({
            "file": sample.name, "published": published.iter().any(|(name, _)| *name == sample.name),
            "hours": sample.hours, "events": sample.events,
        }));
    }
    let Interval { start, end } = decade()?;
    let expected = json!({ "from": start.unix_seconds(), "until": end.unix_seconds(), "files": files });
    let file = folder.join("expected.json");
    fs::write(&file, expected.to_string()).map_err(Failure::at("write", &file))
}

/// A calendar and its expected events.
struct Sample {
    name: &'static str,
    text: String,
    /// Recurring hours: the start of their UIDs, and their intervals.
    hours: Json,
    /// Single events with all properties.
    events: Json,
}

fn samples(
    root: &data::Value,
    catalogue: &Catalogue,
    notices: &Notices,
    [windows, hours, announcements]: [(&'static str, String); 3],
) -> Outcome<Vec<Sample>> {
    let none = || json!([]);
    let windows_sample = |(name, text), catalogue: &Catalogue| {
        Ok::<_, Failure>(Sample { name, text, hours: window_hours(catalogue)?, events: none() })
    };
    let phone_sample = |(name, text), catalogue: &Catalogue| {
        Ok::<_, Failure>(Sample { name, text, hours: phone_hours(catalogue)?, events: none() })
    };
    // Some days before the compared range, since its first hours may have started earlier.
    let from = parse_iso_date("2025-12-25").unwrap_or_default();
    let catalogue_with = |interpretations: &[(&str, &str)]| {
        Catalogue::from_value_with(root, interpretations)
            .map_err(|problems| Failure::new(format!("{interpretations:?}: {problems:?}")))
    };
    let skipped = catalogue_with(&[("service_window_on_holiday", "skipped"), ("extra_closed_days", "bank")])?;
    let alternative = catalogue_with(&[
        ("weekday_holiday_phone", "weekend"),
        ("weekend_holiday_phone", "closed"),
        ("billing_on_holiday", "open"),
        ("extra_closed_days", "bank"),
    ])?;
    let synthetic = synthetic::catalogue(catalogue)?;
    let phone = |catalogue: &Catalogue| {
        let agreements: Vec<_> = catalogue.agreements.iter().collect();
        ics::support_hours(catalogue, &agreements, from, Language::English).text
    };
    let (announced, announced_events) = announced()?;
    let (call, call_events) = call(catalogue)?;
    Ok(vec![
        windows_sample(windows, catalogue)?,
        phone_sample(hours, &catalogue.with_special_hours(notices))?,
        Sample { name: announcements.0, text: announcements.1, hours: none(), events: announcement_events(notices) },
        windows_sample(("windows-skipped.ics", ics::service_window(&skipped, from, Language::English).text), &skipped)?,
        phone_sample(("hours-alternative.ics", phone(&alternative)), &alternative)?,
        phone_sample(("hours-synthetic.ics", phone(&synthetic)), &synthetic)?,
        Sample { name: "announced.ics", text: announced, hours: none(), events: announced_events },
        Sample { name: "call.ics", text: call, hours: none(), events: call_events },
    ])
}

/// The UIDs and starts of the published announcements.
fn announcement_events(notices: &Notices) -> Json {
    let event = |announcement: &Rc<notices::Announcement>| {
        let uid = format!("announcement-{}@serviceaftale.aura.dk", announcement.id);
        json!({ "uid": uid, "start": announcement.start.unix_seconds() })
    };
    notices.announcements.iter().map(event).collect()
}

fn decade() -> Outcome<Interval> {
    Ok(Interval { start: at("2026-01-01T00:00+01:00")?, end: at("2036-01-01T00:00+01:00")? })
}

fn window_hours(catalogue: &Catalogue) -> Outcome<Json> {
    let bounds = decade()?;
    let windows = catalogue.maintenance.windows_after(bounds.start).map(|window| window.interval);
    Ok(json!([["service-window-", clipped(windows, bounds)]]))
}

fn phone_hours(catalogue: &Catalogue) -> Outcome<Json> {
    let (bounds, mut hours) = (decade()?, Vec::new());
    for (channel, name) in
        [(Channel::FaultReport, "fault-report"), (Channel::General, "general"), (Channel::Billing, "billing")]
    {
        let mut added: Vec<&WorkingCalendar> = Vec::new();
        for agreement in &catalogue.agreements {
            let calendar = agreement.hours(channel);
            if !added.contains(&calendar) {
                added.push(calendar);
                let open = clipped(calendar.periods(bounds.start), bounds);
                hours.push(json!([format!("{name}-{}-", agreement.id), open]));
            }
        }
    }
    Ok(json!(hours))
}

fn clipped(intervals: impl Iterator<Item = Interval>, bounds: Interval) -> Vec<[i64; 2]> {
    let started = intervals.take_while(|interval| interval.start < bounds.end);
    let clipped = started.filter_map(|interval| interval.within(bounds));
    clipped.map(|Interval { start, end }| [start.unix_seconds(), end.unix_seconds()]).collect()
}

fn at(text: &str) -> Outcome<Timestamp> {
    text.parse().map_err(|_| Failure::new(format!("{text} is not an instant")))
}

/// Announced work with text that needs escaping, and at ambiguous times.
fn announced() -> Outcome<(String, Json)> {
    let long = "Æblegrød; øl, \\ å \"citat\" 😀 kl. 8–16\nBEGIN:VEVENT\n".repeat(40);
    let rows = [
        ("planned", "2026-12-07T00:00+01:00", "2026-12-07T06:00+01:00", EventStatus::Confirmed, 0),
        ("moved", "2026-12-14T00:00+01:00", "2026-12-14T06:00:30+01:00", EventStatus::Tentative, 1),
        ("cancelled", "2026-12-21T00:00+01:00", "2026-12-21T06:00+01:00", EventStatus::Cancelled, 2),
        ("second-half-past-two", "2026-10-25T02:30+01:00", "2026-10-25T02:45+01:00", EventStatus::Confirmed, 7),
        ("both-times-two", "2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00", EventStatus::Confirmed, 0),
        ("over-the-gap", "2027-03-28T01:59+01:00", "2027-03-28T03:01+02:00", EventStatus::Confirmed, 4_294_967),
        ("; , \\ æ", "2026-07-01T12:00+02:00", "2026-07-03T12:00+02:00", EventStatus::Confirmed, 0),
    ];
    let (mut announced, mut expected) = (Vec::new(), Vec::new());
    for (uid, start, end, status, sequence) in rows {
        let (start, end, last_modified) = (at(start)?, at(end)?, at("2026-11-26T12:00+01:00")?);
        let url = "https://www.aura.dk/drift?a=1,2;b=%20#top";
        let status_value = match status {
            EventStatus::Tentative => "TENTATIVE",
            EventStatus::Confirmed => "CONFIRMED",
            EventStatus::Cancelled => "CANCELLED",
        };
        expected.push(json!({
            "uid": format!("announcement-{uid}@serviceaftale.aura.dk"), "summary": uid, "description": long,
            "start": start.unix_seconds(), "end": end.unix_seconds(), "status": status_value, "sequence": sequence,
            "lastModified": last_modified.unix_seconds(), "url": url, "alarms": 0,
        }));
        let (uid, description, url, end) = (uid.to_owned(), long.clone(), Some(url.to_owned()), Some(end));
        announced.push(AnnouncementEvent {
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
    Ok((ics::announcements(&announced, Language::Danish).text, json!(expected)))
}

fn call(catalogue: &Catalogue) -> Outcome<(String, Json)> {
    let opens = at("2026-04-07T08:00+02:00")?;
    let text = ics::call_reminder(catalogue, Channel::FaultReport, opens, Language::English).text;
    let last_modified = copenhagen::from_local(catalogue.last_changed, DayTime::MIDNIGHT);
    let event = json!({
        "uid": "call-fault-report-20260407T060000Z@serviceaftale.aura.dk",
        "summary": format!("Call {}: fault reports", catalogue.contact.name),
        "start": opens.unix_seconds(), "end": opens.unix_seconds() + 900, "status": null,
        "lastModified": last_modified.unix_seconds(), "url": null, "alarms": 1,
    });
    Ok((text, json!([event])))
}
