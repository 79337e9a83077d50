//! How does an editor's program know, while they type, what a data file may hold?
//!
//! By a JSON Schema of draft 2020-12, which is made of the table of fields that the core checks by. What a schema cannot
//! say is left to the core: that an id is there and has not been used, that hours and work end after they begin, what
//! holds once readings are put in their places.

use std::fs;

use serde_json::{Map, Value as Json, json};
use serviceaftale_core::agreement;
use serviceaftale_core::data::{Field, Schema, StringFormat, Value};
use serviceaftale_core::notices;

use crate::failure::{Failure, Outcome};
use crate::project::Project;

/// Which file has which fields, and what it is called.
const FORMATS: [(&str, &str, &[Field]); 2] = [
    ("agreements", "What AURA's service agreements promise", agreement::FIELDS),
    ("notices", "What AURA announces", notices::FIELDS),
];

/// Writes both schemas beside the data files that name them.
///
/// # Errors
/// When a file cannot be written.
pub fn write() -> Outcome {
    let project = Project::locate()?;
    for (name, text) in all()? {
        let file = project.root.join("static").join(name);
        fs::write(&file, text).map_err(Failure::at("write", &file))?;
        println!("{}", file.display());
    }
    Ok(())
}

/// Each schema by the name of its file.
fn all() -> Outcome<Vec<(String, String)>> {
    let mut all = Vec::new();
    for (name, title, fields) in FORMATS {
        let Json::Object(mut schema) = object(fields)? else { continue };
        schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        schema.insert("title".to_owned(), json!(title));
        if let Some(Json::Object(properties)) = schema.get_mut("properties") {
            properties.insert("$schema".to_owned(), json!(true));
        }
        all.push((format!("{name}.schema.json"), format!("{:#}\n", Json::Object(schema))));
    }
    Ok(all)
}

fn object(fields: &[Field]) -> Outcome<Json> {
    let mut properties = Map::new();
    for field in fields {
        properties.insert(field.name.to_owned(), schema(&field.shape)?);
    }
    let required: Vec<&str> = fields.iter().filter(|field| !field.optional).map(|field| field.name).collect();
    Ok(json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false }))
}

fn schema(shape: &Schema) -> Outcome<Json> {
    Ok(match shape {
        Schema::Text => described(shape, json!({ "type": "string", "maxLength": 2000, "pattern": r"\S" })),
        Schema::TextOf(kind) => described(shape, text_of(kind)?),
        Schema::Id => described(shape, matching(ID)),
        Schema::Bool => json!({ "type": "boolean" }),
        Schema::Integer(least, most) if least == most => json!({ "const": least }),
        Schema::Integer(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Schema::Date => described(shape, matching(DATE)),
        Schema::DayOfYear => described(shape, matching(DAY_OF_YEAR)),
        Schema::Hours => described(shape, matching(HOURS)),
        Schema::Phone => described(shape, matching(r"^\+[0-9]{6,15}$")),
        Schema::Choice(words) => json!({ "enum": words }),
        Schema::IdIn(list) => with(matching(ID), "description", json!(format!("an id of {list}"))),
        Schema::Object(fields) => object(fields)?,
        Schema::OneOf(names, fields) => {
            let each: Vec<Json> = names.iter().map(|name| json!({ "required": [name] })).collect();
            with(object(fields)?, "oneOf", json!(each))
        }
        Schema::List(least, item) => list(*least, &schema(item)?),
        Schema::Items(least, fields) => list(*least, &object(fields)?),
        Schema::ChoiceOrHours(words) => json!({ "anyOf": [{ "enum": words }, list(0, &schema(&Schema::Hours)?)] }),
        Schema::AtMost(most, shape) => with(schema(shape)?, "maxItems", json!(most)),
        Schema::Refined(shape, _) => schema(shape)?,
        Schema::Any => json!(true),
    })
}

const ID: &str = "^[A-Za-z0-9_-]{1,60}$";

/// Months of 31 days, of 30, February, and its last day in leap years.
const DATE: &str = "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)\
                    |02-(0[1-9]|1[0-9]|2[0-8]))\
                    |([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$";

const DAY_OF_YEAR: &str = "^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)\
                           |02-(0[1-9]|1[0-9]|2[0-8]))$";

/// From a time of the date to one within a week, which may be written as an hour of three digits.
const HOURS: &str = "^0?([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?\
                     -((0?[0-9]{2}|1[0-5][0-9]|16[0-7]):[0-5][0-9](:[0-5][0-9])?|168:00(:00)?)$";

fn matching(pattern: &str) -> Json {
    json!({ "type": "string", "pattern": pattern })
}

fn text_of(kind: &StringFormat) -> Outcome<Json> {
    serde_json::from_str(kind.schema).map_err(|error| Failure::new(format!("{}: {error}", kind.schema)))
}

fn list(least: usize, item: &Json) -> Json {
    let list = json!({ "type": "array", "items": item });
    if least > 0 { with(list, "minItems", json!(least)) } else { list }
}

/// With the words by which the core expects it.
fn described(shape: &Schema, schema: Json) -> Json {
    with(schema, "description", json!(shape.expectation(&Value::Null, &Value::Null)))
}

fn with(mut schema: Json, key: &str, value: Json) -> Json {
    if let Json::Object(entries) = &mut schema {
        entries.insert(key.to_owned(), value);
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_beside_the_data_are_those_of_the_tables() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../static/");
        for (name, text) in all().unwrap() {
            let written = fs::read_to_string(format!("{folder}{name}")).unwrap();
            assert!(written == text, "static/{name} is not what the core checks by: run `cargo xtask schemas`");
        }
    }
}
