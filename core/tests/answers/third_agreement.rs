//! Is a third agreement, with a reading of its own, a matter of data alone?

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{Page, Question, Reference};
use serviceaftale_core::data::{Value, replace_at};

use super::told::{Told, always, note};
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

const READINGS: &str = r#"[{
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

/// The file with more calendars, agreements and readings, and a change.
fn file_with_premium(changes: &[(&str, &str)]) -> Value {
    let Value::Object(mut fields) = file() else { panic!("the file is an object") };
    for (name, more) in [("calendars", CALENDARS), ("agreements", AGREEMENTS), ("readings", READINGS)] {
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

/// What a part of the page of all three agreements tells then.
fn check(part: impl Fn(&Told) -> Vec<String>, now: &str, changes: &[(&str, &str)], lines: &[&str]) {
    let file = file_with_premium(changes);
    let told = part(&Told::at(&Catalogue::from_value(&file).unwrap(), &Question::default(), instant(now)));
    assert_eq!(told, lines, "at {now}:\n{}", told.join("\n"));
}

const SATURDAY_NIGHT: &str = "2026-03-14T23:00+01:00";

#[test]
fn it_can_be_chosen() {
    let choices = |told: &Told| told.page.choices.agreements.iter().map(|choice| choice.name.clone()).collect();
    check(choices, SATURDAY_NIGHT, &[], &["Erhverv Basis", "Erhverv Pro", "Erhverv Premium"]);
    let catalogue = Catalogue::from_value(&file_with_premium(&[])).unwrap();
    let question = Question { agreement: Some("premium".to_owned()), ..Question::default() };
    let page = Page::compute(&catalogue, &question, instant(SATURDAY_NIGHT));
    let chosen: Vec<_> = page.choices.agreements.iter().map(|choice| choice.chosen).collect();
    assert_eq!(chosen, [false, false, true]);
    let shown: Vec<_> = page.responses.agreements.iter().map(|agreement| agreement.id.as_str()).collect();
    assert_eq!(shown, ["premium"]);
    assert!(page.right_now.lines.iter().all(|line| line.of_all));
    assert!(
        Reference::compute(&catalogue, &question, instant(SATURDAY_NIGHT))
            .hours
            .columns
            .iter()
            .all(|column| column.agreements.is_empty())
    );
}

#[test]
fn it_has_its_phone_line() {
    check(
        Told::right_now,
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
    let premium = |told: &Told| told.responses().into_iter().skip_while(|line| !line.starts_with("premium")).collect();
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
    // Readings of Basis do not touch it, and its own not Basis.
    check(
        |told| told.responses().into_iter().filter(|line| line.contains("premium_days")).collect(),
        "2026-03-10T12:00+01:00",
        &[],
        &[],
    );
}

#[test]
fn it_has_its_column_of_hours() {
    // In force its general hours are those of the others, but another reading takes them apart.
    check(
        Told::holidays,
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
fn its_own_notes_say_how_it_repairs() {
    let always = |told: &Told| -> Vec<String> {
        let agreements = told.page.responses.agreements.iter();
        let notes = agreements.flat_map(|agreement| agreement.notes.iter().map(move |said| (&agreement.id, said)));
        notes.filter(|(_, said)| always(said)).map(|(id, said)| format!("{id}, {}", note(said))).collect()
    };
    check(
        always,
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

/// Who can report by e-mail at any time is not told to wait for the phone.
#[test]
fn it_takes_reports_by_email() {
    let premium = |told: &Told| told.responses().into_iter().skip_while(|line| !line.starts_with("premium")).collect();
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
fn it_shares_a_line_with_agreements_that_have_all_of_it() {
    let fault_reports = |told: &Told| told.right_now().into_iter().filter(|line| line.starts_with("fault")).collect();
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

/// Deadlines are the same until the first of its clocks begins to run.
#[test]
fn its_clocks_may_differ() {
    check(
        |told| told.responses().into_iter().filter(|line| line.starts_with("premium, same")).collect(),
        SATURDAY_NIGHT,
        &[
            ("agreements[premium].faultReports.byEmail", "true"),
            ("agreements[premium].response.remote.clock", r#""premium-every-day""#),
        ],
        &["premium, same deadlines: Sat 2026-03-14 23:00 to Sun 2026-03-15 06:00"],
    );
}
