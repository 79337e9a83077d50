//! Published calendars, and their check by independent parsers.

mod samples;
mod synthetic;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::ics::{self, AnnouncementEvent};
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::Notices;

use crate::data_files;
use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::{self, Project};
use crate::setup::npm::Packages;
use crate::setup::python;

const FOLDER: &str = "calendar";

/// Writes the calendars for subscription to the release folder.
pub fn publish(project: &Project, folder: &Path) -> Outcome {
    let (_, catalogue) = data_files::agreements(project)?;
    let notices = data_files::notices(project)?;
    let folder = folder.join(FOLDER);
    project::empty_folder(&folder)?;
    for (name, text) in published(&catalogue, &notices) {
        let file = folder.join(name);
        fs::write(&file, text).map_err(Failure::at("write", &file))?;
    }
    Ok(())
}

/// The calendars by file name. They begin with the year of the last change to the data: builds are reproducible.
fn published(catalogue: &Catalogue, notices: &Notices) -> [(&'static str, String); 3] {
    let catalogue = catalogue.with_special_hours(notices);
    let from = NaiveDate::from_ymd_opt(catalogue.last_changed.year(), 1, 1).unwrap_or_default();
    let agreements: Vec<_> = catalogue.agreements.iter().collect();
    let event = |announcement: &Rc<_>| AnnouncementEvent::new(announcement, &catalogue, Language::Danish);
    let events: Vec<_> = notices.announcements.iter().map(event).collect();
    let windows = ics::service_window(&catalogue, from, Language::Danish);
    let hours = ics::support_hours(&catalogue, &agreements, from, Language::Danish);
    let announcements = ics::announcements(&events, Language::Danish);
    [("service-window.ics", windows.text), ("support-hours.ics", hours.text), ("announcements.ics", announcements.text)]
}

/// Runs two independent iCalendar parsers on the published calendars and on samples.
pub fn check(project: &Project) -> Outcome {
    let (root, catalogue) = data_files::agreements(project)?;
    let notices = data_files::notices(project)?;
    let packages = Packages::ensure(project)?;
    let python = python::ensure(project)?;

    let folder = project.target.join("calendars");
    project::empty_folder(&folder)?;
    samples::write(&root, &catalogue, &notices, &folder)?;
    let parsers = project.root.join("tests/calendars");
    program::run(Command::new(python).arg(parsers.join("read.py")).arg(&folder))?;
    program::run(Command::new("node").arg(parsers.join("read.mjs")).arg(packages.ical()).arg(&folder))
}
