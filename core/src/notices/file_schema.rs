//! JSON Schemas of the fields of notices.json, for tools.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::SafeLink;
use super::file::{MAX_HOURS, Postcode, SpecialHoursField, Time};
use crate::data::{impl_string_schema, keyword_or_hours, string_schema};
use crate::problem::Expected;

/// The dates of this century, and a time with or without a UTC offset.
const TIME: &str = "^20([0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)\
                    |02-(0[1-9]|1[0-9]|2[0-8]))|([02468][048]|[13579][26])-02-29)T([01][0-9]|2[0-3])\
                    :[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?$";

const LINK: &str = "^(https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][!#-;=?-Z_a-z~\\[\\]]*)?\
                    |tel:\\+?[0-9]{3,15}|mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)$";

impl_string_schema! {
    Postcode<'_>, "^[0-9]{4}$", Expected::Postcode;
    Time<'_>, TIME, Expected::Time;
}

impl JsonSchema for SafeLink {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "SafeLink".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let mut schema = string_schema(LINK, &Expected::Link);
        schema.insert("maxLength".to_owned(), Self::MAX_BYTES.into());
        schema
    }
}

impl JsonSchema for SpecialHoursField {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "SpecialHours".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        keyword_or_hours(generator, &["closed"], MAX_HOURS)
    }
}
