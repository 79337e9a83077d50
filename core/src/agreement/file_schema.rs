//! JSON Schemas of the fields of agreements.json, for tools.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::file::{AnyClosedDayFields, CalendarId, ClosedDayFields, HolidayHoursField, MAX_HOURS, Phone};
use crate::data::{ID, impl_string_schema, keyword_or_hours};
use crate::problem::Expected;

impl_string_schema! {
    Phone<'_>, r"^\+[0-9]{6,15}$", Expected::Phone;
    CalendarId<'_>, ID, Expected::Id;
}

impl JsonSchema for HolidayHoursField {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "HolidayHours".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        keyword_or_hours(generator, Self::KEYWORDS, MAX_HOURS)
    }
}

impl JsonSchema for ClosedDayFields<'_> {
    fn schema_name() -> Cow<'static, str> {
        "ClosedDay".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = AnyClosedDayFields::json_schema(generator);
        let required = Self::DATES.iter().map(|name| schemars::json_schema!({ "required": [name] }).to_value());
        schema.insert("oneOf".to_owned(), required.collect());
        schema
    }
}
