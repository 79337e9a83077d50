//! Which fields does notices.json have?

use super::formats::{LINE, LINK, NAME, PARAGRAPH, POSTCODE, TIME, time};
use crate::data::Schema::{Any, AtMost, Choice, ChoiceOrHours, Date, Id, Integer, List, Object, Refined, TextOf};
use crate::data::{Field, Schema, Value};

/// The fields at the root of a notices file, format version 1.
pub const FIELDS: &[Field] = &[
    FORMAT,
    LAST_CHANGED,
    Field::required("notices", AtMost(MOST_NOTICES, &List(0, &NOTICE))),
    Field::required("oneOffHours", AtMost(MOST_ONE_OFF_HOURS, &List(0, &ONE_OFF_HOURS))),
];

/// The same, whatever their items: those are checked one by one, since a bad one is only left out.
pub(super) const FILE: &[Field] =
    &[FORMAT, LAST_CHANGED, Field::required("notices", List(0, &Any)), Field::required("oneOffHours", List(0, &Any))];

const FORMAT: Field = Field::required("formatVersion", Integer(1, 1));

/// By it calendars know which of two tellings of the phone's hours is the later: hours that differ once may also go.
const LAST_CHANGED: Field = Field::optional("lastChanged", TextOf(&TIME));

/// How many notices are taken.
pub(super) const MOST_NOTICES: usize = 5000;
/// How many one-off hours are taken.
pub(super) const MOST_ONE_OFF_HOURS: usize = 200;

/// Announced work.
pub(super) const NOTICE: Schema = Object(&[
    Field::required("id", Id),
    // A word that is not known makes a plain notice.
    Field::required("kind", Id),
    Field::required("status", Choice(&["planned", "moved", "cancelled", "underWay", "done"])),
    Field::required("what", Object(&[Field::required("da", TextOf(&LINE)), Field::required("en", TextOf(&LINE))])),
    Field::required("start", TextOf(&TIME)),
    // Of an outage nobody may know when it ends.
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

/// Hours of one date. What they are of has the name of the field that has the hours in an agreements file.
pub(super) const ONE_OFF_HOURS: Schema = Object(&[
    Field::required("channel", Choice(&["faultReports", "general", "billing", "repair", "response"])),
    Field::required("date", Date),
    Field::required("hours", AtMost(10, &ChoiceOrHours(&["closed"]))),
    Field::required("why", Object(&[Field::required("da", TextOf(&NAME)), Field::required("en", TextOf(&NAME))])),
    AGREEMENTS,
]);

/// All agreements when it is left out.
const AGREEMENTS: Field = Field::optional("agreements", AtMost(50, &List(1, &Id)));

/// The longest that announced work takes: a year.
const LONGEST_SECONDS: i64 = 366 * 86_400;

/// Work ends after it has begun.
fn is_after_start(end: &Value, notice: &Value) -> Option<String> {
    let start = notice.field("start").text();
    let seconds = time(end.text())?.seconds_since(time(start)?);
    (!(1..=LONGEST_SECONDS).contains(&seconds))
        .then(|| ["a time after the start, ", start, ", by a year at most"].concat())
}
