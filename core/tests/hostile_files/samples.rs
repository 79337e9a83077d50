//! Files of a given size that take as much time or memory as files of that size can.

use serde_json::{Value, json};
use serviceaftale_core::file_check::FileKind;

/// A kind of file: its format, what it is full of, and one of about that many bytes.
pub struct Sample {
    pub kind: FileKind,
    pub name: &'static str,
    make: Make,
}

enum Make {
    /// The published file with the text that this returns for a number of bytes in an unknown field.
    Filler(fn(usize) -> String),
    /// As many items as fit of the one that this returns for an index, in the list at a pointer.
    Items(&'static str, fn(usize) -> Value),
    /// The published file with as many alternatives as the format permits, and an unknown field of short lists.
    Alternatives,
}

use FileKind::{Agreements, Notices};
use Make::{Alternatives, Filler, Items};

const fn sample(kind: FileKind, name: &'static str, make: Make) -> Sample {
    Sample { kind, name, make }
}

pub const SAMPLES: &[Sample] = &[
    sample(Agreements, "unknown fields", Filler(fields)),
    sample(Agreements, "unknown fields in a calendar", Items("/calendars", |_| fifty_fields())),
    sample(Agreements, "objects of the most fields", Filler(objects)),
    sample(Agreements, "one long key", Filler(long_key)),
    sample(Agreements, "long keys", Filler(|bytes| objects_of(bytes, 900))),
    sample(Agreements, "nested lists", Filler(nested)),
    sample(Agreements, "short lists", Filler(|bytes| repeat("[0]", bytes))),
    sample(Agreements, "short objects", Filler(|bytes| repeat(r#"{"":0}"#, bytes))),
    sample(Agreements, "calendars", Items("/calendars", |index| calendar(&format!("c{index}")))),
    sample(Agreements, "repeated ids", Items("/calendars", |_| calendar("billing"))),
    sample(Agreements, "closed days", Items("/closedDays", |_| closed_day())),
    sample(Agreements, "interpretations", Items("/readings", |index| interpretation(index, 1, 1))),
    sample(Agreements, "alternatives", Alternatives),
    sample(Notices, "unknown fields", Filler(fields)),
    sample(Notices, "unknown fields in a notice", Items("/notices", |_| fifty_fields())),
    sample(Notices, "objects of the most fields", Filler(objects)),
    sample(Notices, "one long key", Filler(long_key)),
    sample(Notices, "long keys", Filler(|bytes| objects_of(bytes, 900))),
    sample(Notices, "nested lists", Filler(nested)),
    sample(Notices, "short lists", Filler(|bytes| repeat("[0]", bytes))),
    sample(Notices, "short objects", Filler(|bytes| repeat(r#"{"":0}"#, bytes))),
    sample(Notices, "lists of two", Filler(|bytes| repeat("[0,0]", bytes))),
    sample(Notices, "numbers", Filler(|bytes| repeat("0", bytes))),
    sample(Notices, "escapes", Filler(|bytes| format!("\"{}\"", "\\u0000".repeat(bytes / 6)))),
    sample(Notices, "notices", Items("/notices", |index| notice(&format!("n{index}")))),
    sample(Notices, "repeated ids", Items("/notices", |_| notice("same"))),
    sample(Notices, "special hours", Items("/oneOffHours", special_hours)),
];

impl Sample {
    /// A file of at most that many bytes.
    pub fn file(&self, bytes: usize) -> Vec<u8> {
        let mut root = match self.kind {
            Agreements => serde_json::from_str(include_str!("../../../static/agreements.json")).unwrap(),
            Notices => json!({ "formatVersion": 1, "notices": [], "oneOffHours": [] }),
        };
        if let Alternatives = self.make {
            root["readings"] = (0..12).map(|index| interpretation(index, 5, 10)).collect();
        }
        // The closing brackets and the name of the filler.
        let left = bytes.saturating_sub(root.to_string().len() + 20);
        match self.make {
            Filler(make) => with_field(&root, &make(left)),
            Alternatives => with_field(&root, &repeat("[0]", left)),
            Items(pointer, item) => {
                let list = root.pointer_mut(pointer).unwrap().as_array_mut().unwrap();
                let mut left = left;
                for index in 0.. {
                    let next = item(index);
                    let length = next.to_string().len() + 1;
                    if length > left {
                        break;
                    }
                    left -= length;
                    list.push(next);
                }
                root.to_string().into_bytes()
            }
        }
    }
}

fn with_field(root: &Value, filler: &str) -> Vec<u8> {
    let text = root.to_string();
    format!("{},\"filler\":{filler}}}", text.strip_suffix('}').unwrap()).into_bytes()
}

/// A list of as many copies as fit.
fn repeat(item: &str, bytes: usize) -> String {
    format!("[{}]", vec![item; bytes / (item.len() + 1)].join(","))
}

/// One object with as many fields as fit.
fn fields(bytes: usize) -> String {
    let fields: Vec<String> = (0..bytes / 11).map(|index| format!("\"{index:06}\":0")).collect();
    format!("{{{}}}", fields.join(","))
}

/// Objects with the most fields that an object may have.
fn objects(bytes: usize) -> String {
    objects_of(bytes, 2)
}

/// Objects of 50 fields with names of that length, which differ at the end.
fn objects_of(bytes: usize, length: usize) -> String {
    let fields: Vec<String> = (0..50).map(|index| format!("\"{index:0>length$}\":0")).collect();
    let object = format!("{{{}}}", fields.join(","));
    repeat(&object, bytes.max(object.len() + 1))
}

fn long_key(bytes: usize) -> String {
    format!("{{\"{}\":0}}", "k".repeat(bytes))
}

fn nested(bytes: usize) -> String {
    repeat(&format!("{}{}", "[".repeat(35), "]".repeat(35)), bytes)
}

fn fifty_fields() -> Value {
    (0..50).map(|index| (format!("f{index}"), json!(0))).collect::<serde_json::Map<_, _>>().into()
}

fn calendar(id: &str) -> Value {
    let hours: Vec<String> = (8..18).map(|hour| format!("{hour:02}:00-{hour:02}:30")).collect();
    json!({ "id": id, "section": "1", "weekly": { "mon": hours, "tue": hours }, "publicHolidays": { "weekday": hours, "weekend": hours } })
}

fn closed_day() -> Value {
    json!({ "name": { "da": "d", "en": "e" }, "everyYear": "12-24" })
}

fn interpretation(index: usize, values: usize, substitutions: usize) -> Value {
    let text = json!({ "da": "d", "en": "e" });
    let put: Vec<Value> = (0..substitutions).map(|at| json!({ "path": PATHS[at], "value": "x" })).collect();
    let value = |value: usize| json!({ "id": format!("v{value}"), "text": text, "put": put });
    let values: Vec<Value> = (0..values).map(value).collect();
    json!({ "id": format!("i{index}"), "section": "1", "about": text, "value": "v0", "values": values })
}

/// Paths that exist. The last of a list of calendars takes longest to find.
const PATHS: [&str; 10] = [
    "version",
    "source",
    "contact.name",
    "contact.press",
    "contact.section",
    "calendars[preventive-maintenance].section",
    "calendars[maintenance-window].section",
    "calendars[round-the-clock].section",
    "agreements[pro].name",
    "agreements[basis].name",
];

fn notice(id: &str) -> Value {
    json!({
        "id": id, "kind": "outage", "status": "planned", "what": { "da": "æ".repeat(300), "en": "e".repeat(300) },
        "start": "2026-04-13T00:00", "publishedAt": "2026-04-01T00:00", "areas": vec!["Odder"; 50],
    })
}

/// Special hours of one date for ten agreements, no two of them for the same one.
fn special_hours(index: usize) -> Value {
    let agreements: Vec<String> = (0..10).map(|agreement| format!("a{index:05}-{agreement}")).collect();
    let text = json!({ "da": "æ".repeat(80), "en": "e".repeat(80) });
    json!({ "channel": "repair", "date": "2026-12-23", "hours": ["08:00-12:00"], "why": text, "agreements": agreements })
}
