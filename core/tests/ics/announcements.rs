//! Calendar events of announced work, and call reminders.

use serviceaftale_core::agreement::Channel;
use serviceaftale_core::data::Value;
use serviceaftale_core::ics::{AnnouncementEvent, EventStatus, announcements, call_reminder};
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::Notices;
use serviceaftale_core::time::Timestamp;

use super::{catalogue, events, times, value};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn upgrade() -> AnnouncementEvent {
    AnnouncementEvent {
        uid: "2026-12-upgrade".to_owned(),
        summary: "Opgradering i Galten, Skovby og Hørning".to_owned(),
        description: "Forbindelsen er nede i 30 minutter.\nGenstart routeren bagefter.".to_owned(),
        start: at("2026-12-07T00:00+01:00"),
        end: Some(at("2026-12-07T06:00+01:00")),
        status: EventStatus::Confirmed,
        sequence: 0,
        last_modified: at("2026-11-26T12:00+01:00"),
        url: Some("https://www.aura.dk/drift?id=7;8".to_owned()),
    }
}

#[test]
fn announced_work_has_all_properties() {
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

/// The event of an announcement from a file, in Danish and English.
fn event(status: &str, more: &str) -> [AnnouncementEvent; 2] {
    let file = format!(
        r#"{{ "formatVersion": 1, "oneOffHours": [], "notices": [{{
            "id": "galten-7", "kind": "serviceWindow", "status": "{status}",
            "what": {{ "da": "Nyt udstyr i centralen", "en": "New equipment in the exchange" }},
            "start": "2026-12-07T00:00", "end": "2026-12-07T06:00", "publishedAt": "2026-11-26T12:00",
            "downtimeMinutes": 30, "areas": ["Galten"], "agreements": ["pro"]{more} }}] }}"#
    );
    let (notices, problems) = Notices::from_value(&Value::from_json(&file).unwrap()).unwrap();
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    Language::ALL.map(|language| AnnouncementEvent::new(&notices.announcements[0], &catalogue(&[]), language))
}

#[test]
fn an_announcement_becomes_an_event() {
    let [danish, english] = event("planned", "").map(|work| (plain(&work.summary), plain(&work.description)));
    assert_eq!(danish.0, "Planlagt arbejde hos AURA: Nyt udstyr i centralen");
    assert_eq!(
        danish.1,
        "Forbindelsen kan være afbrudt i op til 30 minutter.\nGælder Galten.\nGælder kun Erhverv Pro."
    );
    assert_eq!(english.0, "Planned work at AURA: New equipment in the exchange");
    let moved = r#", "moved": { "from": "2026-11-30T00:00", "at": "2026-11-27T09:00" },
        "updates": [{ "at": "2026-12-01T10:00", "text": { "da": "Vi er klar.", "en": "We are ready." } }]"#;
    let [danish, english] = event("moved", moved).map(|work| plain(&work.description));
    assert!(danish.starts_with("Flyttet fra mandag 30. november 2026 kl. 0.00.\n"), "{danish}");
    assert!(danish.ends_with("\ntirsdag 1. december 2026 kl. 10.00: Vi er klar."), "{danish}");
    assert!(english.ends_with("\nTuesday 1 December 2026, 10:00: We are ready."), "{english}");
}

#[test]
fn every_change_of_an_announcement_raises_the_sequence_number() {
    let later = r#", "updates": [{ "at": "2026-11-27T09:00", "text": { "da": "Udsat.", "en": "Put off." } }]"#;
    let [planned, cancelled, updated] =
        [("planned", ""), ("cancelled", ""), ("planned", later)].map(|(status, more)| {
            let [work, _] = event(status, more);
            work
        });
    assert!(planned.sequence < cancelled.sequence && cancelled.sequence < updated.sequence);
    assert_eq!([planned.status, cancelled.status], [EventStatus::Confirmed, EventStatus::Cancelled]);
    assert_eq!(plain(&cancelled.summary), "Aflyst: Planlagt arbejde hos AURA: Nyt udstyr i centralen");
    assert_eq!([planned.uid, updated.uid], [cancelled.uid.clone(), cancelled.uid]);
    assert_eq!(updated.last_modified, at("2026-11-27T09:00+01:00"));
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{2060}', "")
}

#[test]
fn cancelled_work_keeps_its_uid() {
    let cancelled = AnnouncementEvent { status: EventStatus::Cancelled, sequence: 2, ..upgrade() };
    let events = events(&announcements(&[upgrade(), cancelled], Language::English));
    assert_eq!(value(&events[0], "UID"), value(&events[1], "UID"));
    assert_eq!([0, 1].map(|place| value(&events[place], "STATUS")), [Some(":CONFIRMED"), Some(":CANCELLED")]);
    assert_eq!(value(&events[1], "SEQUENCE"), Some(":2"));
}

#[test]
fn text_cannot_inject_lines() {
    let text = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:https://example.com/\u{202e}\0";
    let url = |url: &str| Some(url.to_owned());
    let attack =
        AnnouncementEvent { uid: text.into(), summary: text.into(), description: text.repeat(1000), ..upgrade() };
    let property_names = |work: AnnouncementEvent| {
        let events = events(&announcements(&[work], Language::Danish));
        assert_eq!(events.len(), 1);
        let name = |line: &String| line.split([':', ';']).next().unwrap().to_owned();
        events[0].iter().map(name).collect::<Vec<_>>().join(" ")
    };
    let usual = property_names(upgrade());
    assert_eq!(property_names(attack.clone()), usual);
    for address in ["javascript:alert(1)", "http://aura.dk", "https://aura.dk/\r\nATTACH:x", "https://aura.dk/ø", ""] {
        assert_eq!(
            property_names(AnnouncementEvent { url: url(address), ..attack.clone() }),
            usual.replace("URL ", ""),
            "{address}"
        );
    }
    let file = announcements(&[attack], Language::Danish).text;
    assert!(file.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn work_without_an_end_only_has_a_start() {
    for end in [None, Some(upgrade().start), Some(upgrade().start.plus_seconds(-60))] {
        let found = times(&events(&announcements(&[AnnouncementEvent { end, ..upgrade() }], Language::Danish)));
        assert_eq!(found, ["UID:announcement-2026-12-upgrade", "DTSTART;20261207T000000"]);
    }
}

#[test]
fn a_calendar_without_announcements_is_valid() {
    let empty = announcements(&[], Language::Danish);
    assert_eq!(events(&empty), [[""; 0]; 0]);
    assert!(empty.text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Copenhagen\r\n"));
}

#[test]
fn a_call_reminder_has_an_alarm_when_the_phone_opens() {
    let reminder =
        |language| call_reminder(&catalogue(&[]), Channel::FaultReport, at("2026-04-07T08:00+02:00"), language);
    assert_eq!(
        events(&reminder(Language::Danish)),
        [[
            "UID:call-fault-report-20260407T060000Z@serviceaftale.aura.dk",
            "DTSTAMP:20261121T230000Z",
            "LAST-MODIFIED:20261121T230000Z",
            "SEQUENCE:29921700",
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
