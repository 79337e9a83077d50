//! Property tests: any JSON is rejected, or every answer and message can be computed from it.
//!
//! The files are the same in every run. For other and more files:
//! `PROPTEST_RNG_SEED=2 PROPTEST_CASES=100000 cargo test --release --test notices`.

use proptest::prelude::*;
use proptest::sample::select;
use serviceaftale_core::answers::{
    AnnouncementFilter, Announcements, Page, PageDetails, Question, WorkUnderWay, special_hours_rows,
};
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::{Language, announcements};
use serviceaftale_core::notices::{Notices, PlaceQuery};
use serviceaftale_core::time::{Timestamp, copenhagen};

use super::cases::config;
use super::catalogue;

/// Field names, most of them of the format.
fn names() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "formatVersion",
        "notices",
        "oneOffHours",
        "id",
        "kind",
        "status",
        "what",
        "da",
        "en",
        "start",
        "end",
        "areas",
        "downtimeMinutes",
        "postcodes",
        "agreements",
        "publishedAt",
        "moved",
        "from",
        "at",
        "updates",
        "text",
        "link",
        "channel",
        "date",
        "hours",
        "why",
        "__proto__",
        "$schema",
        "",
    ];
    prop_oneof![4 => select(KNOWN).prop_map(str::to_owned), 1 => any::<String>()]
}

fn texts() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "planned",
        "moved",
        "cancelled",
        "underWay",
        "done",
        "serviceWindow",
        "outage",
        "emergencyWork",
        "closed",
        "08:00-12:00",
        "00:00-168:00",
        "2026-04-13T00:00",
        "2099-12-31T23:59:59Z",
        "2000-01-01T00:00+23:59",
        "2026-12-23",
        "0000-01-01",
        "9999-12-31",
        "general",
        "response",
        "8300",
        "basis",
        "https://aura.dk",
        "a",
    ];
    prop_oneof![4 => select(KNOWN).prop_map(str::to_owned), 1 => any::<String>()]
}

/// Any JSON, with many names and texts of the format.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(Value::Number),
        (-1_i32..3).prop_map(|whole| Value::Number(whole.into())),
        texts().prop_map(Value::String),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::vec((names(), inner), 0..8).prop_map(Value::Object),
        ]
    })
}

fn object(fields: Vec<(&str, Value)>) -> Value {
    Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

/// A time at the limits of the format, or in spring 2026, with Easter and a clock change.
fn times() -> impl Strategy<Value = Value> {
    const EDGES: &[&str] =
        &["2000-01-01T00:00+23:59", "2099-12-31T23:59:59-23:59", "2026-03-29T02:30", "2026-10-25T02:30"];
    let usual = (3_u32..5, 1_u32..30, 0_u32..24)
        .prop_map(|(month, day, hour)| format!("2026-{month:02}-{day:02}T{hour:02}:00"));
    prop_oneof![1 => select(EDGES).prop_map(text), 4 => usual.prop_map(Value::String)]
}

fn bilingual_texts() -> impl Strategy<Value = Value> {
    (any::<String>(), "[a-zæøå<>&{}0-9 .]{1,40}").prop_map(|(any, plain)| {
        object(vec![("da", Value::String(format!("{any}{plain}x"))), ("en", Value::String(plain + "x"))])
    })
}

/// Notices that are valid, or nearly.
fn notice() -> impl Strategy<Value = Value> {
    let kinds = select(&["serviceWindow", "emergencyWork", "outage", "other"][..]);
    let statuses = select(&["planned", "moved", "cancelled", "underWay", "done"][..]);
    let when = (times(), prop::option::of(times()), times(), prop::option::of((times(), times())));
    let lists = (prop::collection::vec((times(), bilingual_texts()), 0..3), prop::collection::vec("[0-9]{4}", 0..3));
    ("[a-z]{1,2}", kinds, statuses, bilingual_texts(), when, lists, prop::option::of(0_i32..20_161)).prop_map(
        |(id, kind, status, what, (start, end, published, moved), (updates, postcodes), minutes)| {
            let updates = updates.into_iter().map(|(at, text)| object(vec![("at", at), ("text", text)]));
            let mut fields = vec![
                ("id", Value::String(id)),
                ("kind", text(kind)),
                ("status", text(status)),
                ("what", what),
                ("start", start),
                ("publishedAt", published),
                ("updates", Value::Array(updates.collect())),
                ("postcodes", Value::Array(postcodes.into_iter().map(Value::String).collect())),
            ];
            fields.extend(end.map(|end| ("end", end)));
            fields.extend(moved.map(|(from, at)| ("moved", object(vec![("from", from), ("at", at)]))));
            fields.extend(minutes.map(|minutes| ("downtimeMinutes", Value::Number(minutes.into()))));
            object(fields)
        },
    )
}

fn special_hours() -> impl Strategy<Value = Value> {
    let channels = select(&["faultReports", "general", "billing", "repair", "response"][..]);
    let dates =
        select(&["0000-01-01", "2026-04-13", "2026-03-29", "2026-10-25", "2026-04-03", "2099-12-31", "9999-12-31"][..]);
    let hours = select(&["closed", "00:00-168:00", "02:00-03:00", "08:00-12:00", "23:59:59-48:00"][..]);
    let agreements = prop::option::of(select(&["basis", "pro", "unknown"][..]));
    (channels, dates, hours, bilingual_texts(), agreements).prop_map(|(channel, date, hours, why, agreement)| {
        let hours = if hours == "closed" { text(hours) } else { Value::Array(vec![text(hours)]) };
        let mut fields = vec![("channel", text(channel)), ("date", text(date)), ("hours", hours), ("why", why)];
        fields.extend(agreement.map(|id| ("agreements", Value::Array(vec![text(id)]))));
        object(fields)
    })
}

fn files() -> impl Strategy<Value = Value> {
    let notices = prop::collection::vec(prop_oneof![6 => notice(), 1 => json()], 0..6);
    let hours = prop::collection::vec(prop_oneof![6 => special_hours(), 1 => json()], 0..8);
    (notices, hours).prop_map(|(notices, hours)| {
        object(vec![
            ("formatVersion", Value::Number(1.0)),
            ("notices", Value::Array(notices)),
            ("oneOffHours", Value::Array(hours)),
        ])
    })
}

/// Every answer and message from the notices.
fn everything(notices: &Notices, now: Timestamp) -> String {
    let base = catalogue();
    let catalogue = base.with_special_hours(notices);
    let question = Question::default();
    let mut all = format!("{:?}", Page::compute(&catalogue, &question, now));
    all.push_str(&format!("{:?}", PageDetails::compute(&catalogue, &question, now)));
    let filter = AnnouncementFilter { place: PlaceQuery::parse("8300 odder"), agreement: Some("basis".to_owned()) };
    for filter in [filter, AnnouncementFilter::default()] {
        let announced = Announcements::compute(notices, &filter, now);
        let today = copenhagen::date(now);
        for language in Language::ALL {
            for rows in [&announced.under_way, &announced.upcoming, &announced.cancelled, &announced.ended] {
                for row in rows {
                    let work = &row.announcement;
                    all.push_str(&announcements::when(language, work, now));
                    all.extend(announcements::moved_from(language, work, now));
                    all.push_str(&announcements::places(language, work));
                    all.extend(announcements::agreements(language, work, &catalogue));
                    all.extend(announcements::downtime(language, work));
                    all.push_str(&announcements::published(language, work, now));
                    all.extend(
                        row.notice_timing(&catalogue)
                            .map(|notice| announcements::notice(language, notice.answer, today)),
                    );
                    all.extend(work.updates.iter().flat_map(|update| announcements::update(language, update, now)));
                    all.extend(work.link.as_ref().map(|link| announcements::link(language, link)));
                }
            }
            all.extend(
                WorkUnderWay::compute(notices, &filter, now).map(|work| announcements::now(language, &work, now).1),
            );
            let rows = special_hours_rows(&catalogue, notices, &question, today);
            all.extend(rows.iter().map(|row| announcements::special_hours(language, row, today)));
        }
    }
    all
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_json_is_parsed_or_rejected(json in json()) {
        match Notices::from_value(&json) {
            Ok((_, problems)) | Err(problems) => prop_assert!(problems.len() <= 101),
        }
    }

    #[test]
    fn every_answer_can_be_computed_from_a_valid_file(file in files(), now in 0_i64..4_102_444_800, near in 0_i64..5_184_000) {
        let (notices, problems) = Notices::from_value(&file).unwrap();
        prop_assert!(problems.len() <= 101);
        let parsed = notices.announcements.len() + notices.special_hours.len();
        prop_assert!(parsed + problems.len() >= file.field("notices").items().len() + file.field("oneOffHours").items().len());
        for now in [now, super::at("2026-03-15T00:00").unix_seconds() + near] {
            let all = everything(&notices, Timestamp::from_unix_seconds(now));
            let invisible = all.contains(['\u{202e}', '\u{200f}', '\0', '\u{2028}']);
            prop_assert!(!invisible, "{all}");
        }
    }
}

/// The property would prove nothing if all files were rejected.
#[test]
fn most_of_the_files_announce_something() {
    let mut runner = proptest::test_runner::TestRunner::new(config());
    let mut nonempty = [0; 2];
    for _ in 0..100 {
        let file = proptest::strategy::ValueTree::current(&files().new_tree(&mut runner).unwrap());
        let (notices, _) = Notices::from_value(&file).unwrap();
        nonempty[0] += usize::from(!notices.announcements.is_empty());
        nonempty[1] += usize::from(!notices.special_hours.is_empty());
    }
    assert!(nonempty.iter().all(|count| *count > 60), "{nonempty:?}");
}
