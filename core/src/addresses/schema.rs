//! Schema of stored addresses.

use super::{MAX_LABEL_CHARS, MAX_NUMBER_CHARS};
use crate::data::Schema::{Formatted, Id, Object};
use crate::data::{Field, Schema, StringFormat, is_visible_text};

/// Addresses stored in another version are ignored.
pub(super) const FORMAT_VERSION: i64 = 1;

pub(super) const ADDRESS: Schema = Object(&[
    Field::required("label", Formatted(&LABEL)),
    Field::required("agreement", Id),
    Field::optional("customerNumber", Formatted(&NUMBER)),
]);

const LABEL: StringFormat = StringFormat {
    expected: "text, 1 to 60 characters",
    matches: |text| is_visible_text(text, MAX_LABEL_CHARS),
    schema: r#"{"type":"string","maxLength":60,"pattern":"\\S"}"#,
};

const NUMBER: StringFormat = StringFormat {
    expected: "text, 1 to 30 characters",
    matches: |text| is_visible_text(text, MAX_NUMBER_CHARS),
    schema: r#"{"type":"string","maxLength":30,"pattern":"\\S"}"#,
};
