//! Generator of the JSON Schemas (draft 2020-12) by which text editors complete and validate the data files.
//!
//! They are derived from the structs that the core reads the files into. Only the core checks what a schema cannot
//! express: unique and existing ids, ends after starts, and the file after the substitutions of interpretations.

use std::fs;

use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::{Value as Json, json};
use serviceaftale_core::agreement::AgreementsFile;
use serviceaftale_core::notices::NoticesFile;

use crate::failure::{Failure, Outcome};
use crate::project::Project;

/// Writes both schemas to `static/`.
///
/// # Errors
/// If a file cannot be written.
pub fn write() -> Outcome {
    let project = Project::locate()?;
    for (name, text) in generate() {
        let file = project.root.join("static").join(name);
        fs::write(&file, text).map_err(Failure::at("write", &file))?;
        println!("{}", file.display());
    }
    Ok(())
}

/// The schemas, each with its file name.
fn generate() -> [(&'static str, String); 2] {
    [
        ("agreements.schema.json", schema::<AgreementsFile>("What AURA's service agreements promise")),
        ("notices.schema.json", schema::<NoticesFile>("What AURA announces")),
    ]
}

fn schema<T: JsonSchema>(title: &str) -> String {
    let mut schema = schemars::schema_for!(T);
    RecursiveTransform(without_null).transform(&mut schema);
    schema.insert("title".to_owned(), json!(title));
    // Text editors find the schema by this field.
    if let Some(Json::Object(properties)) = schema.get_mut("properties") {
        properties.insert("$schema".to_owned(), json!(true));
    }
    format!("{:#}\n", schema.to_value())
}

/// An optional field can be left out, but not be `null`.
fn without_null(schema: &mut Schema) {
    if let Some(Json::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [name] = types.as_slice() {
            let name = name.clone();
            schema.insert("type".to_owned(), name);
        }
    }
    if let Some(Json::Array(values)) = schema.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    let null = json!({ "type": "null" });
    if let Some(Json::Array(options)) = schema.get("anyOf")
        && let [option, other] = options.as_slice()
        && *other == null
        && let Json::Object(option) = option.clone()
    {
        schema.remove("anyOf");
        for (name, value) in option {
            schema.insert(name, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_schemas_are_up_to_date() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../static/");
        for (name, text) in generate() {
            let published = fs::read_to_string(format!("{folder}{name}")).unwrap();
            assert!(published == text, "static/{name} is not what the core checks by: run `cargo xtask schemas`");
        }
    }
}
