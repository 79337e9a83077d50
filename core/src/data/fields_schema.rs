//! JSON Schemas of the types of fields, for tools.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{FirstItems, Id, Integer, IsoDate, Leaf, Line, List, NonBlank, Parsed, Value};
use crate::messages::Language;
use crate::messages::problems::expected;
use crate::problem::Expected;
use crate::time::{Hours, MonthDay};

/// The schema of a string that matches the expression, described as in problems.
pub(crate) fn string_schema(pattern: &str, kind: &Expected) -> Schema {
    json_schema!({ "type": "string", "pattern": pattern, "description": expected(Language::English, kind) })
}

/// A type whose values are strings that match an expression.
macro_rules! impl_string_schema {
    ($($type:ty, $pattern:expr, $kind:expr;)*) => {$(
        impl schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::data::string_schema($pattern, &$kind)
            }
        }
    )*};
}
pub(crate) use impl_string_schema;

pub(crate) const ID: &str = "^[A-Za-z0-9_-]{1,60}$";

/// Months of 31 days, of 30, February, and its last day in leap years.
const DATE: &str = "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)\
                    |02-(0[1-9]|1[0-9]|2[0-8]))\
                    |([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$";

const DAY_OF_YEAR: &str = "^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)\
                           |02-(0[1-9]|1[0-9]|2[0-8]))$";

/// From a time of the day to a time within a week, up to `168:00`.
const HOURS: &str = "^0?([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?\
                     -((0?[0-9]{2}|1[0-5][0-9]|16[0-7]):[0-5][0-9](:[0-5][0-9])?|168:00(:00)?)$";

impl_string_schema! {
    Id<'_>, ID, Expected::Id;
    IsoDate, DATE, Expected::Date;
    MonthDay, DAY_OF_YEAR, Expected::DayOfYear;
    Hours, HOURS, Expected::Hours;
}

/// A schema that stands where it is used.
macro_rules! impl_inline_schema {
    ($([$($parameters:tt)*] $type:ty, $name:expr, $generator:ident => $schema:expr;)*) => {$(
        impl<$($parameters)*> JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

impl_inline_schema! {
    [T: JsonSchema] Parsed<T>, T::schema_name(), generator => generator.subschema_for::<T>();
    [T: JsonSchema] Leaf<T>, T::schema_name(), generator => generator.subschema_for::<T>();
    [] Value, "Value", _generator => true.into();
    ['a] NonBlank<'a>, "NonBlank", _generator => text(2000);
    ['a, const MAX: usize] Line<'a, MAX>, format!("Line{MAX}"), _generator => text(MAX);
    [const MIN: i32, const MAX: i32] Integer<MIN, MAX>, format!("Integer{MIN}to{MAX}"), _generator => integer(MIN, MAX);
    [T: JsonSchema, const MIN: usize, const MAX: usize] List<T, MIN, MAX>, "List", generator => {
        array(&generator.subschema_for::<T>(), MIN, MAX)
    };
    [T: JsonSchema, const MAX: usize] FirstItems<T, MAX>, "FirstItems", generator => {
        array(&generator.subschema_for::<T>(), 0, MAX)
    };
}

fn text(max: usize) -> Schema {
    let description = expected(Language::English, &Expected::Text { max });
    json_schema!({ "type": "string", "maxLength": max, "pattern": r"\S", "description": description })
}

fn integer(min: i32, max: i32) -> Schema {
    if min == max {
        json_schema!({ "const": min })
    } else {
        json_schema!({ "type": "integer", "minimum": min, "maximum": max })
    }
}

/// An array of `min` to `max` items.
pub(crate) fn array(items: &Schema, min: usize, max: usize) -> Schema {
    let mut schema = json_schema!({ "type": "array", "items": items });
    if min > 0 {
        schema.insert("minItems".to_owned(), min.into());
    }
    if max < usize::MAX {
        schema.insert("maxItems".to_owned(), max.into());
    }
    schema
}

/// One of the keywords, or an array of at most that many hours.
pub(crate) fn keyword_or_hours(generator: &mut SchemaGenerator, keywords: &[&str], max: usize) -> Schema {
    let hours = array(&generator.subschema_for::<Hours>(), 0, max);
    json_schema!({ "anyOf": [{ "enum": keywords }, hours] })
}
