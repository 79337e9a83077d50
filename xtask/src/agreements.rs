//! What do the agreements say that are published?

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data;

use crate::failure::{Failure, Outcome};
use crate::project::Project;

/// Reads `static/agreements.json`: as it is written, and as it is in force.
///
/// # Errors
/// When the file is missing or not valid.
pub fn read(project: &Project) -> Outcome<(data::Value, Catalogue)> {
    let path = project.root.join("static/agreements.json");
    let text = std::fs::read_to_string(&path).map_err(Failure::at("read", &path))?;
    let invalid = |problem: String| Failure::new(format!("{}: {problem}", path.display()));
    let tree = data::Value::from_json(&text).map_err(invalid)?;
    let in_force = Catalogue::read(&tree).map_err(|problems| {
        let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
        invalid(problems.join("\n"))
    })?;
    Ok((tree, in_force))
}
