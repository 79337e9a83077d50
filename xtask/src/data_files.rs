//! Published data files.

use std::fmt::Display;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data;
use serviceaftale_core::notices::Notices;

use crate::failure::{Failure, Outcome};
use crate::project::Project;

/// Parses `static/agreements.json`. Returns its JSON and its catalogue.
///
/// # Errors
/// If the file is missing or invalid.
pub fn agreements(project: &Project) -> Outcome<(data::Value, Catalogue)> {
    let root = parse(project, AGREEMENTS)?;
    let catalogue = Catalogue::from_value(&root).map_err(|problems| invalid(AGREEMENTS, &problems))?;
    Ok((root, catalogue))
}

/// Parses `static/notices.json`.
///
/// # Errors
/// If the file is missing or has any problem. A page leaves out invalid notices, but they should not be published.
pub fn notices(project: &Project) -> Outcome<Notices> {
    match Notices::from_value(&parse(project, NOTICES)?) {
        Ok((notices, problems)) if problems.is_empty() => Ok(notices),
        Ok((_, problems)) | Err(problems) => Err(invalid(NOTICES, &problems)),
    }
}

const AGREEMENTS: &str = "static/agreements.json";
const NOTICES: &str = "static/notices.json";

fn parse(project: &Project, name: &str) -> Outcome<data::Value> {
    let path = project.root.join(name);
    let text = std::fs::read_to_string(&path).map_err(Failure::at("read", &path))?;
    data::Value::from_json(&text).map_err(|problem| invalid(name, &[problem]))
}

fn invalid(name: &str, problems: &[impl Display]) -> Failure {
    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    Failure::new(format!("{name}: {}", problems.join("\n")))
}
