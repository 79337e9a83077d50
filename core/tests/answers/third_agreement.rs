//! A third agreement with its own interpretation, added by data alone.

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{Page, PageDetails, Question};
use serviceaftale_core::data::{Value, replace_at};

use super::transcript::{Transcript, is_permanent, note};
use super::{file, instant};

const CALENDARS: &str = r#"[
    {
        "id": "premium", "section": "Premium",
        "weekly": {
            "mon": ["06:00-22:00"], "tue": ["06:00-22:00"], "wed": ["06:00-22:00"], "thu": ["06:00-22:00"], "fri": ["06:00-22:00"]
        },
        "publicHolidays": { "weekday": "closed", "weekend": "closed" }
    },
    {
        "id": "premium-every-day", "section": "Premium",
        "weekly": {
            "mon": ["06:00-22:00"], "tue": ["06:00-22:00"], "wed": ["06:00-22:00"], "thu": ["06:00-22:00"], "fri": ["06:00-22:00"],
            "sat": ["06:00-22:00"], "sun": ["06:00-22:00"]
        },
        "publicHolidays": { "weekday": "asUsual", "weekend": "asUsual" }
    }
]"#;

const AGREEMENTS: &str = r#"[{
    "id": "premium",
    "name": "Erhverv Premium",
    "faultReports": { "calendar": "premium", "byEmail": false, "section": "Premium" },
    "general": { "calendar": "general-support", "section": "Premium" },
    "billing": { "calendar": "billing", "section": "Premium" },
    "repair": { "calendar": "premium", "untilDone": false, "statusUpdates": true, "section": "Premium" },
    "response": {
        "remote": { "minutes": 120, "clock": "premium", "section": "Premium" },
        "onSite": { "minutes": 240, "clock": "premium", "section": "Premium" }
    }
}]"#;

const INTERPRETATIONS: &str = r#"[{
    "id": "premium_days", "section": "Premium",
    "about": { "da": "Hvornår Premium tæller", "en": "When Premium counts" },
    "value": "weekdays",
    "values": [
        {
            "id": "weekdays", "text": { "da": "hverdage", "en": "weekdays" },
            "put": [
                { "path": "agreements[premium].response.onSite.clock", "value": "premium" },
                { "path": "agreements[premium].general.calendar", "value": "general-support" }
            ]
        },
        {
            "id": "every_day", "text": { "da": "alle dage", "en": "every day" },
            "put": [
                { "path": "agreements[premium].response.onSite.clock", "value": "premium-every-day" },
                { "path": "agreements[premium].general.calendar", "value": "premium-every-day" }
            ]
        }
    ]
}]"#;

/// The published file with the third agreement added and some paths changed.
fn file_with_premium(changes: &[(&str, &str)]) -> Value {
    let Value::Object(mut fields) = file() else { panic!("the file is an object") };
    for (name, more) in [("calendars", CALENDARS), ("agreements", AGREEMENTS), ("readings", INTERPRETATIONS)] {
        let (_, list) = fields.iter_mut().find(|(field, _)| field == name).unwrap();
        *list = Value::Array([list.items(), json(more).items()].concat());
    }
    let mut tree = Value::Object(fields);
    for (path, value) in changes {
        assert!(replace_at(&mut tree, path, &json(value)), "{path}");
    }
    tree
}

fn json(text: &str) -> Value {
    Value::from_json(text).unwrap()
}

/// Compares the transcript of a part of the page for all three agreements.
fn check(part: impl Fn(&Transcript) -> Vec<String>, now: &str, changes: &[(&str, &str)], lines: &[&str]) {
    let file = file_with_premium(changes);
    let actual = part(&Transcript::compute(&Catalogue::from_value(&file).unwrap(), &Question::default(), instant(now)));
    assert_eq!(actual, lines, "at {now}:\n{}", actual.join("\n"));
}

const SATURDAY_NIGHT: &str = "2026-03-14T23:00+01:00";

#[test]
fn it_can_be_selected() {
    let choices =
        |answers: &Transcript| answers.page.choices.agreements.iter().map(|choice| choice.name.clone()).collect();
    check(choices, SATURDAY_NIGHT, &[], &["Erhverv Basis", "Erhverv Pro", "Erhverv Premium"]);
    let catalogue = Catalogue::from_value(&file_with_premium(&[])).unwrap();
    let question = Question { agreement: Some("premium".to_owned()), ..Question::default() };
    let page = Page::compute(&catalogue, &question, instant(SATURDAY_NIGHT));
    let chosen: Vec<_> = page.choices.agreements.iter().map(|choice| choice.chosen).collect();
    assert_eq!(chosen, [false, false, true]);
    let shown: Vec<_> = page.responses.agreements.iter().map(|agreement| agreement.id.as_str()).collect();
    assert_eq!(shown, ["premium"]);
    assert!(page.right_now.lines.iter().all(|line| line.covers_all));
    assert!(
        PageDetails::compute(&catalogue, &question, instant(SATURDAY_NIGHT))
            .hours
            .columns
            .iter()
            .all(|column| column.agreements.is_empty())
    );
}

#[test]
fn it_has_its_phone_line() {
    check(
        Transcript::right_now,
        SATURDAY_NIGHT,
        &[],
        &[
            "fault reports of basis: closed until Sun 2026-03-15 10:00",
            "fault reports of pro: always open, or by e-mail",
            "fault reports of premium: closed until Mon 2026-03-16 06:00",
            "general of basis and pro: closed until Sun 2026-03-15 10:00",
            "general of premium: closed until Sun 2026-03-15 10:00",
            "  premium_days=every_day: closed until Sun 2026-03-15 06:00",
            "billing of all: closed until Mon 2026-03-16 08:00",
        ],
    );
}

#[test]
fn it_has_its_deadlines() {
    let premium = |answers: &Transcript| {
        answers.responses().into_iter().skip_while(|line| !line.starts_with("premium")).collect()
    };
    check(
        premium,
        SATURDAY_NIGHT,
        &[],
        &[
            "premium, Remote: Mon 2026-03-16 08:00",
            "premium, OnSite: Mon 2026-03-16 10:00",
            "  premium_days=every_day: Sun 2026-03-15 10:00",
            "premium, phone opens: Mon 2026-03-16 06:00",
        ],
    );
    // Its interpretation does not change the answers of other agreements.
    check(
        |answers| answers.responses().into_iter().filter(|line| line.contains("premium_days")).collect(),
        "2026-03-10T12:00+01:00",
        &[],
        &[],
    );
}

#[test]
fn it_has_its_column_of_hours() {
    // Its general hours are those of the others only under the interpretation in force.
    check(
        Transcript::holidays,
        "2026-04-03T15:00+02:00",
        &[],
        &[
            "fault reports of Erhverv Basis, fault reports of Erhverv Pro, fault reports of Erhverv Premium, \
             general of Erhverv Basis and Erhverv Pro, general of Erhverv Premium, billing of all",
            "2026-04-05 EasterSunday: 10:00-14:00, 00:00-24:00, closed, 10:00-14:00, 10:00-14:00, closed",
            "  weekend_holiday_phone=closed: closed, 00:00-24:00, closed, closed, closed, closed",
            "  premium_days=every_day: 10:00-14:00, 00:00-24:00, closed, 10:00-14:00, 06:00-22:00, closed",
            "2026-04-06 EasterMonday: closed, 00:00-24:00, closed, closed, closed, closed",
            "  weekday_holiday_phone=weekday: 08:00-20:00, 00:00-24:00, closed, 08:00-20:00, 08:00-20:00, closed",
            "  weekday_holiday_phone=weekend: 10:00-14:00, 00:00-24:00, closed, 10:00-14:00, 10:00-14:00, closed",
            "  billing_on_holiday=open: closed, 00:00-24:00, closed, closed, closed, 08:00-16:00",
            "  premium_days=every_day: closed, 00:00-24:00, closed, closed, 06:00-22:00, closed",
            "2026-05-14 AscensionDay: closed, 00:00-24:00, closed, closed, closed, closed",
            "  weekday_holiday_phone=weekday: 08:00-20:00, 00:00-24:00, closed, 08:00-20:00, 08:00-20:00, closed",
            "  weekday_holiday_phone=weekend: 10:00-14:00, 00:00-24:00, closed, 10:00-14:00, 10:00-14:00, closed",
            "  billing_on_holiday=open: closed, 00:00-24:00, closed, closed, closed, 08:00-16:00",
            "  premium_days=every_day: closed, 00:00-24:00, closed, closed, 06:00-22:00, closed",
            "2026-05-24 WhitSunday: 10:00-14:00, 00:00-24:00, closed, 10:00-14:00, 10:00-14:00, closed",
            "  weekend_holiday_phone=closed: closed, 00:00-24:00, closed, closed, closed, closed",
            "  premium_days=every_day: 10:00-14:00, 00:00-24:00, closed, 10:00-14:00, 06:00-22:00, closed",
        ],
    );
}

#[test]
fn its_notes_describe_its_repair() {
    let permanent = |answers: &Transcript| -> Vec<String> {
        let agreements = answers.page.responses.agreements.iter();
        let notes = agreements.flat_map(|agreement| agreement.notes.iter().map(move |of| (&agreement.id, of)));
        notes.filter(|(_, of)| is_permanent(of)).map(|(id, of)| format!("{id}, {}", note(of))).collect()
    };
    check(
        permanent,
        SATURDAY_NIGHT,
        &[],
        &[
            "basis, repair: Monday 07:00-15:00",
            "pro, until done",
            "pro, status updates",
            "premium, repair: Monday 06:00-22:00",
            "premium, status updates",
        ],
    );
}

/// With reports by e-mail there is no note on the opening of the phone.
#[test]
fn it_takes_reports_by_email() {
    let premium = |answers: &Transcript| {
        answers.responses().into_iter().skip_while(|line| !line.starts_with("premium")).collect()
    };
    check(
        premium,
        SATURDAY_NIGHT,
        &[("agreements[premium].faultReports.byEmail", "true")],
        &[
            "premium, Remote: Mon 2026-03-16 08:00",
            "premium, OnSite: Mon 2026-03-16 10:00",
            "  premium_days=every_day: Sun 2026-03-15 10:00",
            "premium, same deadlines: Sat 2026-03-14 23:00 to Mon 2026-03-16 06:00",
        ],
    );
}

#[test]
fn it_shares_a_line_with_agreements_in_the_same_state() {
    let fault_reports =
        |answers: &Transcript| answers.right_now().into_iter().filter(|line| line.starts_with("fault")).collect();
    let calendar = ("agreements[premium].faultReports.calendar", r#""round-the-clock""#);
    check(
        fault_reports,
        SATURDAY_NIGHT,
        &[calendar],
        &[
            "fault reports of basis: closed until Sun 2026-03-15 10:00",
            "fault reports of pro: always open, or by e-mail",
            "fault reports of premium: always open",
        ],
    );
    check(
        fault_reports,
        SATURDAY_NIGHT,
        &[calendar, ("agreements[premium].faultReports.byEmail", "true")],
        &[
            "fault reports of basis: closed until Sun 2026-03-15 10:00",
            "fault reports of pro and premium: always open, or by e-mail",
        ],
    );
}

/// Deadlines are the same until its first response clock starts.
#[test]
fn its_response_clocks_may_differ() {
    check(
        |answers| answers.responses().into_iter().filter(|line| line.starts_with("premium, same")).collect(),
        SATURDAY_NIGHT,
        &[
            ("agreements[premium].faultReports.byEmail", "true"),
            ("agreements[premium].response.remote.clock", r#""premium-every-day""#),
        ],
        &["premium, same deadlines: Sat 2026-03-14 23:00 to Sun 2026-03-15 06:00"],
    );
}
