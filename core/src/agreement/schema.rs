//! Schema of agreements.json.

use super::rules::{is_dialled, opens};
use crate::data::Schema::{
    Array, ArrayWithIds, Bool, Date, DayOfYear, Enum, EnumOrHours, Hours, Id, IdIn, Integer, Object, ObjectWithOneOf,
    Phone, Refined, Text,
};
use crate::data::{Field, Schema};

/// The fields at the root of an agreements file, format version 1.
pub const FIELDS: &[Field] = &[
    Field::required("formatVersion", Integer(1, 1)),
    Field::required("version", Text),
    Field::required("lastChanged", Date),
    Field::required("reviewBy", Date),
    Field::required("source", Text),
    Field::required("contact", Object(CONTACT)),
    Field::required("calendars", ArrayWithIds(1, CALENDAR)),
    Field::required("closedDays", Array(0, &CLOSED_DAY)),
    Field::required("agreements", ArrayWithIds(1, AGREEMENT)),
    Field::required("maintenance", Object(MAINTENANCE)),
    Field::required("coverage", Object(COVERAGE)),
    Field::required("readings", ArrayWithIds(0, INTERPRETATION)),
];

const SECTION: Field = Field::required("section", Text);
const CALENDAR_ID: Field = Field::required("calendar", CALENDAR_THAT_OPENS);
const CALENDAR_THAT_OPENS: Schema = Refined(&IdIn("calendars"), opens);

const CONTACT: &[Field] = &[
    Field::required("name", Text),
    Field::required("phone", Phone),
    Field::required("phoneShown", Refined(&Text, is_dialled)),
    Field::required("press", Text),
    SECTION,
];

const CALENDAR: &[Field] = &[
    Field::required("id", Id),
    SECTION,
    Field::required("weekly", Object(WEEKLY)),
    Field::required("publicHolidays", Object(PUBLIC_HOLIDAYS)),
];

/// The fields of a week, from Monday on. Separate from [`WEEKLY`], which only validation needs.
pub(super) const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Hours by the weekday on which they begin; a day left out is closed.
const WEEKLY: &[Field] = {
    let [mon, tue, wed, thu, fri, sat, sun] = DAYS;
    &[day(mon), day(tue), day(wed), day(thu), day(fri), day(sat), day(sun)]
};

const fn day(name: &'static str) -> Field {
    Field::optional(name, DAY)
}

const DAY: Schema = Array(0, &Hours);

/// Hours on public holidays from Monday to Friday, and on Saturday and Sunday.
const PUBLIC_HOLIDAYS: &[Field] =
    &[Field::required("weekday", HOLIDAY_HOURS), Field::required("weekend", HOLIDAY_HOURS)];

const HOLIDAY_HOURS: Schema = EnumOrHours(&["closed", "asUsual"]);

/// Exactly one of the last three fields gives the date.
const CLOSED_DAY: Schema = ObjectWithOneOf(
    &["everyYear", "daysAfterEaster", "date"],
    &[
        Field::required("name", TEXT),
        Field::optional("everyYear", DayOfYear),
        // Stays within the calendar year, whenever Easter is.
        Field::optional("daysAfterEaster", Integer(-80, 250)),
        Field::optional("date", Date),
    ],
);

const TEXT: Schema = Object(&[Field::required("da", Text), Field::required("en", Text)]);

const AGREEMENT: &[Field] = &[
    Field::required("id", Id),
    Field::required("name", Text),
    Field::required("faultReports", Object(&[CALENDAR_ID, Field::required("byEmail", Bool), SECTION])),
    Field::required("general", Object(&[CALENDAR_ID, SECTION])),
    Field::required("billing", Object(&[CALENDAR_ID, SECTION])),
    Field::required(
        "repair",
        Object(&[CALENDAR_ID, Field::required("untilDone", Bool), Field::required("statusUpdates", Bool), SECTION]),
    ),
    Field::required("response", Object(&[Field::required("remote", TARGET), Field::required("onSite", TARGET)])),
];

/// A response time in working minutes, at most a year.
const TARGET: Schema =
    Object(&[Field::required("minutes", Integer(1, 525_600)), Field::required("clock", CALENDAR_THAT_OPENS), SECTION]);

const MAINTENANCE: &[Field] = &[
    Field::required("window", Object(&[CALENDAR_ID, SECTION, Field::required("purpose", TEXT)])),
    Field::required(
        "notice",
        Object(&[
            Field::required("workingDays", Integer(0, 60)),
            Field::required("count", Enum(&["back", "clear"])),
            SECTION,
        ]),
    ),
    Field::required("preventive", Object(&[CALENDAR_ID, Field::required("usualMinutes", Integer(1, 600)), SECTION])),
];

const FACT: Schema = Object(&[SECTION, Field::required("text", TEXT)]);

const COVERAGE: &[Field] = &[
    Field::required("covered", Array(1, &FACT)),
    Field::required("customerPays", Array(1, &FACT)),
    Field::required("customerPaysNote", FACT),
    Field::required("perAddress", FACT),
    Field::required("notStated", Array(0, &TEXT)),
];

const INTERPRETATION: &[Field] = &[
    Field::required("id", Id),
    SECTION,
    Field::required("about", TEXT),
    Field::required("value", Id),
    Field::required("values", ArrayWithIds(1, INTERPRETATION_VALUE)),
];

const INTERPRETATION_VALUE: &[Field] = &[
    Field::required("id", Id),
    Field::required("text", TEXT),
    Field::required("put", Array(1, &Object(SUBSTITUTION))),
];

const SUBSTITUTION: &[Field] = &[Field::required("path", Text), Field::required("value", Schema::Any)];
