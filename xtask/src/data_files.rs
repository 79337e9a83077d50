//! What do the data files say that are published?

use std::fmt::Display;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data;
use serviceaftale_core::notices::Notices;

use crate::failure::{Failure, Outcome};
use crate::project::Project;

/// Reads `static/agreements.json`: as it is written, and as it is in force.
///
/// # Errors
/// When the file is missing or not valid.
pub fn agreements(project: &Project) -> Outcome<(data::Value, Catalogue)> {
    let tree = tree(project, AGREEMENTS)?;
    let in_force = Catalogue::from_value(&tree).map_err(|problems| invalid(AGREEMENTS, &problems))?;
    Ok((tree, in_force))
}

/// Reads `static/notices.json`.
///
/// # Errors
/// When the file is missing or not wholly valid: a page leaves out what is wrong, but nobody should publish it.
pub fn notices(project: &Project) -> Outcome<Notices> {
    match Notices::from_value(&tree(project, NOTICES)?) {
        Ok((notices, problems)) if problems.is_empty() => Ok(notices),
        Ok((_, problems)) | Err(problems) => Err(invalid(NOTICES, &problems)),
    }
}

const AGREEMENTS: &str = "static/agreements.json";
const NOTICES: &str = "static/notices.json";

fn tree(project: &Project, name: &str) -> Outcome<data::Value> {
    let path = project.root.join(name);
    let text = std::fs::read_to_string(&path).map_err(Failure::at("read", &path))?;
    data::Value::from_json(&text).map_err(|problem| invalid(name, &[problem]))
}

fn invalid(name: &str, problems: &[impl Display]) -> Failure {
    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    Failure::new(format!("{name}: {}", problems.join("\n")))
}
