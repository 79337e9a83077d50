//! Messages on announced work and special hours.

use serviceaftale_core::answers::{
    AnnouncementFilter, Announcements, Question, WorkState, WorkUnderWay, special_hours_rows,
};
use serviceaftale_core::messages::Language::{Danish, English};
use serviceaftale_core::messages::{Language, announcements};
use serviceaftale_core::time::parse_iso_date;

use super::{at, catalogue, changed, notices, parse, plain};

/// All messages on the announcement with that id.
fn lines(language: Language, id: &str, now: &str) -> Vec<String> {
    let (catalogue, notices, now) = (catalogue(), notices(), at(now));
    let all = Announcements::compute(&notices, &AnnouncementFilter::default(), now);
    let mut rows = [&all.under_way, &all.upcoming, &all.cancelled, &all.ended].into_iter().flatten();
    let row = rows.find(|row| row.announcement.id == id).unwrap();
    let work = &row.announcement;
    let today = parse_iso_date("2026-04-08").unwrap();
    let mut lines = vec![
        format!("{} · {}", announcements::kind(language, work.kind), announcements::state(language, row.state)),
        announcements::when(language, work, now),
    ];
    lines.extend(announcements::moved_from(language, work, now));
    lines.push(announcements::places(language, work));
    lines.extend(announcements::agreements(language, work, &catalogue));
    lines.extend(announcements::downtime(language, work));
    lines.push(announcements::published(language, work, now));
    lines.extend(row.notice_timing(&catalogue).map(|notice| announcements::notice(language, notice.answer, today)));
    lines.extend(work.updates.iter().map(|update| announcements::update(language, update, now).join(": ")));
    lines.extend(work.link.as_ref().map(|link| announcements::link(language, link)));
    lines.iter().map(|line| plain(line)).collect()
}

#[test]
fn planned_work() {
    assert_eq!(
        lines(Danish, "odder-core", "2026-04-08T12:00"),
        [
            "Planlagt arbejde · Planlagt",
            "Mandag 13. april kl. 0.00–6.00",
            "Gælder Odder og Hov (postnummer 8300).",
            "Forbindelsen kan være afbrudt i op til 30 minutter.",
            "Meldt ud torsdag 26. marts kl. 10.00.",
            "Varslet torsdag 26. marts, inden for aftalens varsel (senest onsdag 1. april).",
            "Læs mere på aura.dk",
        ]
    );
    assert_eq!(
        lines(English, "odder-core", "2026-04-08T12:00"),
        [
            "Planned work · Planned",
            "Monday 13 April, 00:00–06:00",
            "Affects Odder and Hov (postcode 8300).",
            "The connection may be down for up to 30 minutes.",
            "Announced Thursday 26 March at 10:00.",
            "Notified Thursday 26 March, within the notice of the agreement (by Wednesday 1 April).",
            "Read more at aura.dk",
        ]
    );
}

#[test]
fn moved_work() {
    assert_eq!(
        lines(Danish, "aarhus-fibre", "2026-04-15T12:00"),
        [
            "Planlagt arbejde · Flyttet",
            "Mandag 20. april kl. 0.00–4.00",
            "Flyttet fra mandag 6. april kl. 0.00.",
            "Gælder Århus C.",
            "Gælder kun Erhverv Pro.",
            "Forbindelsen kan være afbrudt i op til 2 timer.",
            "Meldt ud fredag 20. marts kl. 9.00.",
            "Varslet onsdag 15. april, senere end aftalens varsel (så vidt muligt senest mandag 13. april).",
            "I dag kl. 8.30: Flyttet på grund af påsken.",
        ]
    );
}

#[test]
fn an_outage() {
    assert_eq!(
        lines(Danish, "odder-cable", "2026-04-13T05:00"),
        [
            "Driftsstop · Er i gang",
            "Fra i dag kl. 2.20, sluttidspunktet er ikke meldt ud",
            "Gælder postnummer 8300 og 8350.",
            "Meldt ud i dag kl. 2.45.",
            "Aftalens varsel gælder arbejde i servicevinduet, ikke akut arbejde og driftsstop.",
            "I dag kl. 4.00: Kablet er fundet.",
            "I dag kl. 3.10: En tekniker er på vej.",
            "Ring +4587925575",
        ]
    );
}

#[test]
fn announcements_for_all_areas() {
    assert_eq!(
        lines(English, "new-postal-address", "2026-04-13T05:00"),
        [
            "Announcement · Planned",
            "Friday 24 April, 12:00–13:00",
            "Affects all areas.",
            "Announced Wednesday 1 April at 12:00.",
            "Write to erhverv@aura.dk",
        ]
    );
    assert_eq!(
        lines(Danish, "hoerning-card", "2026-04-08T12:00")[..2],
        ["Akut arbejde · Afsluttet", "Tirsdag 7. april kl. 21.00–22.00"]
    );
    assert_eq!(lines(Danish, "hoerning-card", "2026-04-08T12:00")[3], "Forbindelsen ventes ikke at blive afbrudt.");
}

#[test]
fn headline_of_work_under_way() {
    let check = |changes: &[(&str, &str)], now: &str, expected_headline: &str, expected_details: &str| {
        let (notices, now) = (parse(&changed(changes)).0, at(now));
        let work = WorkUnderWay::compute(&notices, &AnnouncementFilter::default(), now).unwrap();
        let (headline, details) = announcements::now(Danish, &work, now);
        assert_eq!((headline.as_str(), plain(&details).as_str()), (expected_headline, expected_details));
    };
    const REPORT: &str = "Er din forbindelse stadig nede bagefter, eller er du i tvivl, så meld fejlen.";
    check(
        &[],
        "2026-04-13T01:00",
        "Der er planlagt arbejde i gang.",
        &format!("Opgradering af software i centralen i Odder. Det ventes at vare til kl. 6.00. {REPORT}"),
    );
    check(
        &[],
        "2026-04-13T03:00",
        "Der er meldt driftsstop.",
        &format!(
            "Et fiberkabel er gravet over ved Odder. Sluttidspunktet er ikke meldt ud. {REPORT} 1 anden meddelelse er også aktuel."
        ),
    );
    check(
        &[("notices[odder-core].status", r#""underWay""#), ("notices[odder-core].what.da", r#""Venter.""#)],
        "2026-04-13T06:30",
        "Der er meldt driftsstop.",
        &format!(
            "Et fiberkabel er gravet over ved Odder. Sluttidspunktet er ikke meldt ud. {REPORT} 1 anden meddelelse er også aktuel."
        ),
    );
    check(
        &[
            ("notices[odder-core].status", r#""underWay""#),
            ("notices[odder-core].what.da", r#""Venter.""#),
            ("notices[odder-cable].status", r#""done""#),
        ],
        "2026-04-13T06:30",
        "Der er planlagt arbejde i gang.",
        &format!("Venter. Det skulle være slut kl. 6.00, men er ikke meldt afsluttet. {REPORT}"),
    );
    check(
        &[("notices[odder-core].end", r#""2026-04-14T06:00""#)],
        "2026-04-13T01:00",
        "Der er planlagt arbejde i gang.",
        &format!("Opgradering af software i centralen i Odder. Det ventes at vare til i morgen kl. 6.00. {REPORT}"),
    );
}

#[test]
fn special_hours() {
    let (catalogue, notices) = (catalogue(), notices());
    let lines = |language: Language, today: &str| {
        let today = parse_iso_date(today).unwrap();
        let rows = special_hours_rows(&catalogue, &notices, &Question::default(), today);
        rows.iter().map(|row| plain(&announcements::special_hours(language, row, today))).collect::<Vec<_>>()
    };
    assert_eq!(
        lines(Danish, "2026-04-30"),
        [
            "I morgen, fredag, personalemøde: åbent kl. 10–14 for generelle spørgsmål.",
            "Onsdag 23. december, juleafslutning: åbent kl. 8–12 for fejlmelding (Erhverv Basis).",
            "Onsdag 23. december, juleafslutning: lukket for abonnement og regning.",
            "Onsdag 23. december, juleafslutning: reaktionstiden tæller kl. 8–12 (Erhverv Basis).",
        ]
    );
    assert_eq!(
        lines(English, "2026-12-22")[1..],
        [
            "Tomorrow, Wednesday, Christmas closing: closed for subscription and billing.",
            "Tomorrow, Wednesday, Christmas closing: the response time counts 8–12 (Erhverv Basis).",
        ]
    );
}

#[test]
fn missing_and_outdated_announcements() {
    let now = at("2026-04-13T12:00");
    assert_eq!(
        plain(&announcements::not_renewed(Danish, at("2026-04-13T11:15"), now)),
        "Meddelelserne er hentet i dag kl. 11.15 (for 45 minutter siden) og kan ikke opdateres lige nu."
    );
    assert_eq!(
        plain(&announcements::not_fetched(Danish, &catalogue().contact)),
        "Meddelelser om arbejde kan ikke hentes lige nu. Aftalens servicevinduer gælder stadig. Se aura.dk, eller ring 87 92 55 75."
    );
    assert_eq!(
        plain(&announcements::nothing_there(Danish, "8300 Odder")),
        "Der er ikke meldt noget ud for 8300 Odder."
    );
    assert_eq!(plain(&announcements::more(Danish, 20, 20)), "Vis 20 flere");
    assert_eq!(plain(&announcements::more(Danish, 51, 20)), "Vis 20 flere af 51");
    assert_eq!(announcements::for_others(Danish, 1), "1 meddelelse gælder andre steder eller aftaler.");
    assert_eq!(announcements::for_others(English, 3), "3 announcements are for other places or agreements.");
    assert_eq!(announcements::state(Danish, WorkState::Ended { confirmed: false }), "Tidsrummet er gået");
}
