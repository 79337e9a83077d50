//! Generator of the JSON Schemas (draft 2020-12) by which text editors complete and validate the data files.
//!
//! They are generated from the tables of fields that the core validates by. Only the core checks what a schema cannot
//! express: unique and existing ids, ends after starts, and the file after the substitutions of interpretations.

use std::fs;

use serde_json::{Map, Value as Json, json};
use serviceaftale_core::agreement;
use serviceaftale_core::data::{Field, Schema, StringFormat, Value};
use serviceaftale_core::notices;

use crate::failure::{Failure, Outcome};
use crate::project::Project;

/// The name, title and fields of each file.
const FORMATS: [(&str, &str, &[Field]); 2] = [
    ("agreements", "What AURA's service agreements promise", agreement::FIELDS),
    ("notices", "What AURA announces", notices::FIELDS),
];

/// Writes both schemas to `static/`.
///
/// # Errors
/// If a file cannot be written.
pub fn write() -> Outcome {
    let project = Project::locate()?;
    for (name, text) in generate()? {
        let file = project.root.join("static").join(name);
        fs::write(&file, text).map_err(Failure::at("write", &file))?;
        println!("{}", file.display());
    }
    Ok(())
}

/// The schemas, each with its file name.
fn generate() -> Outcome<Vec<(String, String)>> {
    let mut schemas = Vec::new();
    for (name, title, fields) in FORMATS {
        let Json::Object(mut schema) = object_schema(fields)? else { continue };
        schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        schema.insert("title".to_owned(), json!(title));
        if let Some(Json::Object(properties)) = schema.get_mut("properties") {
            properties.insert("$schema".to_owned(), json!(true));
        }
        schemas.push((format!("{name}.schema.json"), format!("{:#}\n", Json::Object(schema))));
    }
    Ok(schemas)
}

fn object_schema(fields: &[Field]) -> Outcome<Json> {
    let mut properties = Map::new();
    for field in fields {
        properties.insert(field.name.to_owned(), json_schema(&field.schema)?);
    }
    let required: Vec<&str> = fields.iter().filter(|field| !field.optional).map(|field| field.name).collect();
    Ok(json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false }))
}

fn json_schema(schema: &Schema) -> Outcome<Json> {
    Ok(match schema {
        Schema::Text => described(schema, json!({ "type": "string", "maxLength": 2000, "pattern": r"\S" })),
        Schema::Formatted(format) => described(schema, format_schema(format)?),
        Schema::Id => described(schema, pattern_schema(ID)),
        Schema::Bool => json!({ "type": "boolean" }),
        Schema::Integer(min, max) if min == max => json!({ "const": min }),
        Schema::Integer(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Schema::Date => described(schema, pattern_schema(DATE)),
        Schema::DayOfYear => described(schema, pattern_schema(DAY_OF_YEAR)),
        Schema::Hours => described(schema, pattern_schema(HOURS)),
        Schema::Phone => described(schema, pattern_schema(r"^\+[0-9]{6,15}$")),
        Schema::Enum(options) => json!({ "enum": options }),
        Schema::IdIn(list) => with(pattern_schema(ID), "description", json!(format!("an id of {list}"))),
        Schema::Object(fields) => object_schema(fields)?,
        Schema::ObjectWithOneOf(names, fields) => {
            let each: Vec<Json> = names.iter().map(|name| json!({ "required": [name] })).collect();
            with(object_schema(fields)?, "oneOf", json!(each))
        }
        Schema::Array(min, item) => array_schema(*min, &json_schema(item)?),
        Schema::ArrayWithIds(min, fields) => array_schema(*min, &object_schema(fields)?),
        Schema::EnumOrHours(options) => {
            json!({ "anyOf": [{ "enum": options }, array_schema(0, &json_schema(&Schema::Hours)?)] })
        }
        Schema::MaxItems(max, schema) => with(json_schema(schema)?, "maxItems", json!(max)),
        Schema::Refined(schema, _) => json_schema(schema)?,
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

/// From a time of the day to a time within a week, up to `168:00`.
const HOURS: &str = "^0?([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?\
                     -((0?[0-9]{2}|1[0-5][0-9]|16[0-7]):[0-5][0-9](:[0-5][0-9])?|168:00(:00)?)$";

fn pattern_schema(pattern: &str) -> Json {
    json!({ "type": "string", "pattern": pattern })
}

fn format_schema(format: &StringFormat) -> Outcome<Json> {
    serde_json::from_str(format.schema).map_err(|error| Failure::new(format!("{}: {error}", format.schema)))
}

fn array_schema(min: usize, item: &Json) -> Json {
    let array = json!({ "type": "array", "items": item });
    if min > 0 { with(array, "minItems", json!(min)) } else { array }
}

/// Adds the core's description of what it expects.
fn described(schema: &Schema, json: Json) -> Json {
    with(json, "description", json!(schema.expected(&Value::Null, &Value::Null)))
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
    fn the_published_schemas_are_up_to_date() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../static/");
        for (name, text) in generate().unwrap() {
            let published = fs::read_to_string(format!("{folder}{name}")).unwrap();
            assert!(published == text, "static/{name} is not what the core checks by: run `cargo xtask schemas`");
        }
    }
}
