//! Schema of notices.json.

use super::formats::{LINE, LINK, NAME, PARAGRAPH, POSTCODE, TIME, parse_time};
use crate::data::Schema::{Any, Array, Date, Enum, EnumOrHours, Formatted, Id, Integer, MaxItems, Object, Refined};
use crate::data::{Field, Schema, Value};

/// The fields at the root of a notices file, format version 1.
pub const FIELDS: &[Field] = &[
    FORMAT,
    LAST_CHANGED,
    Field::required("notices", MaxItems(MAX_NOTICES, &Array(0, &NOTICE))),
    Field::required("oneOffHours", MaxItems(MAX_SPECIAL_HOURS, &Array(0, &SPECIAL_HOURS))),
];

/// As [`FIELDS`], with any items: those are checked one by one, since an invalid item is only left out.
pub(super) const FILE: &[Field] =
    &[FORMAT, LAST_CHANGED, Field::required("notices", Array(0, &Any)), Field::required("oneOffHours", Array(0, &Any))];

const FORMAT: Field = Field::required("formatVersion", Integer(1, 1));

/// Becomes the revision of calendar events. Without it, a calendar program could not tell that special hours were
/// withdrawn.
const LAST_CHANGED: Field = Field::optional("lastChanged", Formatted(&TIME));

pub(super) const MAX_NOTICES: usize = 500;
pub(super) const MAX_SPECIAL_HOURS: usize = 200;

pub(super) const NOTICE: Schema = Object(&[
    Field::required("id", Id),
    // An unknown kind is displayed as a plain announcement.
    Field::required("kind", Id),
    Field::required("status", Enum(&["planned", "moved", "cancelled", "underWay", "done"])),
    Field::required(
        "what",
        Object(&[Field::required("da", Formatted(&LINE)), Field::required("en", Formatted(&LINE))]),
    ),
    Field::required("start", Formatted(&TIME)),
    // The end of an outage may be unknown.
    Field::optional("end", Refined(&Formatted(&TIME), is_after_start)),
    Field::optional("downtimeMinutes", Integer(0, 20_160)),
    Field::optional("areas", MaxItems(50, &Array(0, &Formatted(&NAME)))),
    Field::optional("postcodes", MaxItems(200, &Array(0, &Formatted(&POSTCODE)))),
    AGREEMENTS,
    Field::required("publishedAt", Formatted(&TIME)),
    Field::optional(
        "moved",
        Object(&[Field::required("from", Formatted(&TIME)), Field::required("at", Formatted(&TIME))]),
    ),
    Field::optional("updates", MaxItems(50, &Array(0, &UPDATE))),
    Field::optional("link", Formatted(&LINK)),
]);

const UPDATE: Schema = Object(&[
    Field::required("at", Formatted(&TIME)),
    Field::required(
        "text",
        Object(&[Field::required("da", Formatted(&PARAGRAPH)), Field::required("en", Formatted(&PARAGRAPH))]),
    ),
]);

/// Special hours of one date. The channels are named like the fields of an agreements file.
pub(super) const SPECIAL_HOURS: Schema = Object(&[
    Field::required("channel", Enum(&["faultReports", "general", "billing", "repair", "response"])),
    Field::required("date", Date),
    Field::required("hours", MaxItems(10, &EnumOrHours(&["closed"]))),
    Field::required("why", Object(&[Field::required("da", Formatted(&NAME)), Field::required("en", Formatted(&NAME))])),
    AGREEMENTS,
]);

/// Without it, all agreements are affected.
const AGREEMENTS: Field = Field::optional("agreements", MaxItems(50, &Array(1, &Id)));

/// A year.
const MAX_DURATION_SECONDS: i64 = 366 * 86_400;

/// Work ends after its start, within a year.
fn is_after_start(end: &Value, notice: &Value) -> Option<String> {
    let start = notice.field("start").text();
    let seconds = parse_time(end.text())?.seconds_since(parse_time(start)?);
    (!(1..=MAX_DURATION_SECONDS).contains(&seconds))
        .then(|| ["a time after the start, ", start, ", by a year at most"].concat())
}
