//! Schema of stored addresses.

use super::{LONGEST_LABEL, LONGEST_NUMBER};
use crate::data::Schema::{Id, Object, TextOf};
use crate::data::{Field, Schema, StringFormat, is_visible_text};

/// Addresses stored in another version are ignored.
pub(super) const FORMAT_VERSION: i64 = 1;

pub(super) const ADDRESS: Schema = Object(&[
    Field::required("label", TextOf(&LABEL)),
    Field::required("agreement", Id),
    Field::optional("customerNumber", TextOf(&NUMBER)),
]);

const LABEL: StringFormat = StringFormat {
    expected: "text, 1 to 60 characters",
    matches: |text| is_visible_text(text, LONGEST_LABEL),
    schema: r#"{"type":"string","maxLength":60,"pattern":"\\S"}"#,
};

const NUMBER: StringFormat = StringFormat {
    expected: "text, 1 to 30 characters",
    matches: |text| is_visible_text(text, LONGEST_NUMBER),
    schema: r#"{"type":"string","maxLength":30,"pattern":"\\S"}"#,
};
