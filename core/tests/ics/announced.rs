//! What does a customer keep of announced work, and of a time to call?

use serviceaftale_core::agreement::Channel;
use serviceaftale_core::calendar::Timestamp;
use serviceaftale_core::ics::{Announcement, Status, announcements, call_reminder};
use serviceaftale_core::wording::Language;

use super::{catalogue, events, value, when};

fn at(text: &str) -> Timestamp {
    Timestamp::from_rfc3339(text).unwrap()
}

fn upgrade() -> Announcement {
    Announcement {
        uid: "2026-12-upgrade".to_owned(),
        summary: "Opgradering i Galten, Skovby og Hørning".to_owned(),
        description: "Forbindelsen er nede i 30 minutter.\nGenstart routeren bagefter.".to_owned(),
        start: at("2026-12-07T00:00+01:00"),
        end: at("2026-12-07T06:00+01:00"),
        status: Status::Confirmed,
        sequence: 0,
        last_modified: at("2026-11-26T12:00+01:00"),
        url: Some("https://www.aura.dk/drift?id=7;8".to_owned()),
    }
}

#[test]
fn announced_work_says_everything() {
    assert_eq!(
        events(&announcements(&[upgrade()], Language::Danish)),
        [[
            "UID:announcement-2026-12-upgrade@serviceaftale.aura.dk",
            "DTSTAMP:20261126T110000Z",
            "LAST-MODIFIED:20261126T110000Z",
            "SEQUENCE:0",
            r"SUMMARY:Opgradering i Galten\, Skovby og Hørning",
            r"DESCRIPTION:Forbindelsen er nede i 30 minutter.\nGenstart routeren bagefter.",
            "STATUS:CONFIRMED",
            "URL:https://www.aura.dk/drift?id=7;8",
            "TRANSP:TRANSPARENT",
            "DTSTART;TZID=Europe/Copenhagen:20261207T000000",
            "DTEND;TZID=Europe/Copenhagen:20261207T060000",
        ]]
    );
}

#[test]
fn cancelled_work_keeps_its_name_and_says_so() {
    let cancelled = Announcement { status: Status::Cancelled, sequence: 2, ..upgrade() };
    let events = events(&announcements(&[upgrade(), cancelled], Language::English));
    assert_eq!(value(&events[0], "UID"), value(&events[1], "UID"));
    assert_eq!([0, 1].map(|place| value(&events[place], "STATUS")), [Some(":CONFIRMED"), Some(":CANCELLED")]);
    assert_eq!(value(&events[1], "SEQUENCE"), Some(":2"));
}

#[test]
fn no_words_become_lines() {
    let words = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:https://example.com/\u{202e}\0";
    let url = |url: &str| Some(url.to_owned());
    let attack =
        Announcement { uid: words.into(), summary: words.into(), description: words.repeat(1000), ..upgrade() };
    let names = |work: Announcement| {
        let events = events(&announcements(&[work], Language::Danish));
        assert_eq!(events.len(), 1);
        let name = |line: &String| line.split([':', ';']).next().unwrap().to_owned();
        events[0].iter().map(name).collect::<Vec<_>>().join(" ")
    };
    let usual = names(upgrade());
    assert_eq!(names(attack.clone()), usual);
    for address in ["javascript:alert(1)", "http://aura.dk", "https://aura.dk/\r\nATTACH:x", "https://aura.dk/ø", ""] {
        assert_eq!(names(Announcement { url: url(address), ..attack.clone() }), usual.replace("URL ", ""), "{address}");
    }
    let file = announcements(&[attack], Language::Danish).text;
    assert!(file.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn work_that_ends_when_it_begins_has_a_beginning_alone() {
    let moment = Announcement { end: upgrade().start, ..upgrade() };
    let told = when(&events(&announcements(&[moment], Language::Danish)));
    assert_eq!(told, ["UID:announcement-2026-12-upgrade", "DTSTART;20261207T000000"]);
}

#[test]
fn a_calendar_without_announcements_is_one_all_the_same() {
    let none = announcements(&[], Language::Danish);
    assert_eq!(events(&none), [[""; 0]; 0]);
    assert!(none.text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Copenhagen\r\n"));
}

#[test]
fn a_reminder_rings_when_the_phone_opens() {
    let reminder =
        |language| call_reminder(&catalogue(&[]), Channel::FaultReport, at("2026-04-07T08:00+02:00"), language);
    assert_eq!(
        events(&reminder(Language::Danish)),
        [[
            "UID:call-fault-report-20260407T060000Z@serviceaftale.aura.dk",
            "DTSTAMP:20261121T230000Z",
            "LAST-MODIFIED:20261121T230000Z",
            "SEQUENCE:20778",
            "SUMMARY:Ring til Erhverv Support: fejlmelding",
            concat!(
                r"DESCRIPTION:Ring 87 92 55 75. Tast 2\, og hav kundenummeret klar.\n",
                "Ring fra en mobil: En telefon på samme forbindelse kan også være nede."
            ),
            "TRANSP:TRANSPARENT",
            "DTSTART;TZID=Europe/Copenhagen:20260407T080000",
            "DTEND;TZID=Europe/Copenhagen:20260407T081500",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:PT0S",
            "DESCRIPTION:Ring til Erhverv Support: fejlmelding",
            "END:VALARM",
        ]]
    );
    let english = &events(&reminder(Language::English))[0];
    assert_eq!(value(english, "SUMMARY"), Some(":Call Erhverv Support: fault reports"));
}
