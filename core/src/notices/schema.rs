//! Schema of notices.json.

use super::formats::{LINE, LINK, NAME, PARAGRAPH, POSTCODE, TIME, parse_time};
use crate::data::Schema::{Any, AtMost, Choice, ChoiceOrHours, Date, Id, Integer, List, Object, Refined, TextOf};
use crate::data::{Field, Schema, Value};

/// The fields at the root of a notices file, format version 1.
pub const FIELDS: &[Field] = &[
    FORMAT,
    LAST_CHANGED,
    Field::required("notices", AtMost(MAX_NOTICES, &List(0, &NOTICE))),
    Field::required("oneOffHours", AtMost(MAX_SPECIAL_HOURS, &List(0, &SPECIAL_HOURS))),
];

/// As [`FIELDS`], with any items: those are checked one by one, since an invalid item is only left out.
pub(super) const FILE: &[Field] =
    &[FORMAT, LAST_CHANGED, Field::required("notices", List(0, &Any)), Field::required("oneOffHours", List(0, &Any))];

const FORMAT: Field = Field::required("formatVersion", Integer(1, 1));

/// Becomes the revision of calendar events. Without it, a calendar program could not tell that special hours were
/// withdrawn.
const LAST_CHANGED: Field = Field::optional("lastChanged", TextOf(&TIME));

pub(super) const MAX_NOTICES: usize = 5000;
pub(super) const MAX_SPECIAL_HOURS: usize = 200;

pub(super) const NOTICE: Schema = Object(&[
    Field::required("id", Id),
    // An unknown kind is displayed as a plain announcement.
    Field::required("kind", Id),
    Field::required("status", Choice(&["planned", "moved", "cancelled", "underWay", "done"])),
    Field::required("what", Object(&[Field::required("da", TextOf(&LINE)), Field::required("en", TextOf(&LINE))])),
    Field::required("start", TextOf(&TIME)),
    // The end of an outage may be unknown.
    Field::optional("end", Refined(&TextOf(&TIME), is_after_start)),
    Field::optional("downtimeMinutes", Integer(0, 20_160)),
    Field::optional("areas", AtMost(50, &List(0, &TextOf(&NAME)))),
    Field::optional("postcodes", AtMost(200, &List(0, &TextOf(&POSTCODE)))),
    AGREEMENTS,
    Field::required("publishedAt", TextOf(&TIME)),
    Field::optional("moved", Object(&[Field::required("from", TextOf(&TIME)), Field::required("at", TextOf(&TIME))])),
    Field::optional("updates", AtMost(50, &List(0, &UPDATE))),
    Field::optional("link", TextOf(&LINK)),
]);

const UPDATE: Schema = Object(&[
    Field::required("at", TextOf(&TIME)),
    Field::required(
        "text",
        Object(&[Field::required("da", TextOf(&PARAGRAPH)), Field::required("en", TextOf(&PARAGRAPH))]),
    ),
]);

/// Special hours of one date. The channels are named like the fields of an agreements file.
pub(super) const SPECIAL_HOURS: Schema = Object(&[
    Field::required("channel", Choice(&["faultReports", "general", "billing", "repair", "response"])),
    Field::required("date", Date),
    Field::required("hours", AtMost(10, &ChoiceOrHours(&["closed"]))),
    Field::required("why", Object(&[Field::required("da", TextOf(&NAME)), Field::required("en", TextOf(&NAME))])),
    AGREEMENTS,
]);

/// Without it, all agreements are affected.
const AGREEMENTS: Field = Field::optional("agreements", AtMost(50, &List(1, &Id)));

/// A year.
const MAX_DURATION_SECONDS: i64 = 366 * 86_400;

/// Work ends after its start, within a year.
fn is_after_start(end: &Value, notice: &Value) -> Option<String> {
    let start = notice.field("start").text();
    let seconds = parse_time(end.text())?.seconds_since(parse_time(start)?);
    (!(1..=MAX_DURATION_SECONDS).contains(&seconds))
        .then(|| ["a time after the start, ", start, ", by a year at most"].concat())
}
