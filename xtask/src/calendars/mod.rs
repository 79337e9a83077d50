//! Which calendars can a customer subscribe to, and do other programs read in them what was meant?

mod made_up;
mod samples;

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

/// The folder of the calendars in the release.
const FOLDER: &str = "calendar";

/// Writes the calendars for subscription into the folder that is published.
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

/// Each by its name. They begin with the year in which the data was changed, so that the same data makes the same files.
fn published(catalogue: &Catalogue, notices: &Notices) -> [(&'static str, String); 3] {
    let catalogue = catalogue.with_special_hours(notices);
    let from = NaiveDate::from_ymd_opt(catalogue.last_changed.year(), 1, 1).unwrap_or_default();
    let agreements: Vec<_> = catalogue.agreements.iter().collect();
    let of = |notice: &Rc<_>| AnnouncementEvent::new(notice, &catalogue, Language::Danish);
    let work: Vec<_> = notices.announcements.iter().map(of).collect();
    let windows = ics::service_window(&catalogue, from, Language::Danish);
    let hours = ics::support_hours(&catalogue, &agreements, from, Language::Danish);
    let announcements = ics::announcements(&work, Language::Danish);
    [("service-window.ics", windows.text), ("support-hours.ics", hours.text), ("announcements.ics", announcements.text)]
}

/// Has two programs that know nothing of this project read the calendars, the published ones and others.
pub fn check(project: &Project) -> Outcome {
    let (tree, catalogue) = data_files::agreements(project)?;
    let notices = data_files::notices(project)?;
    let packages = Packages::ensure(project)?;
    let python = python::ensure(project)?;

    let folder = project.target.join("calendars");
    project::empty_folder(&folder)?;
    samples::write(&tree, &catalogue, &notices, &folder)?;
    let readers = project.root.join("tests/calendars");
    program::run(Command::new(python).arg(readers.join("read.py")).arg(&folder))?;
    program::run(Command::new("node").arg(readers.join("read.mjs")).arg(packages.ical()).arg(&folder))
}
