//! In which words is announced work told?

use serviceaftale_core::answers::{
    AnnouncementFilter, Announcements, Question, WorkState, WorkUnderWay, special_hours_rows,
};
use serviceaftale_core::messages::{AnnouncementWords, Language, announcements};
use serviceaftale_core::time::parse_iso_date;

use super::{at, catalogue, changed, notices, plain, read};

const DANISH: &AnnouncementWords = announcements(Language::Danish);
const ENGLISH: &AnnouncementWords = announcements(Language::English);

/// All that is said of work with that id, line by line.
fn told(say: &AnnouncementWords, id: &str, now: &str) -> Vec<String> {
    let (catalogue, notices, now) = (catalogue(), notices(), at(now));
    let all = Announcements::compute(&notices, &AnnouncementFilter::default(), now);
    let mut rows = [&all.under_way, &all.coming, &all.cancelled, &all.done].into_iter().flatten();
    let row = rows.find(|row| row.announcement.id == id).unwrap();
    let work = &row.announcement;
    let today = parse_iso_date("2026-04-08").unwrap();
    let mut told = vec![format!("{} · {}", say.kind(work.kind), say.state(row.state)), say.when(work, now)];
    told.extend(say.moved_from(work, now));
    told.push(say.places(work));
    told.extend(say.agreements(work, &catalogue));
    told.extend(say.downtime(work));
    told.push(say.published(work, now));
    told.extend(row.notice(&catalogue).map(|notice| say.notice(notice.answer, today)));
    told.extend(work.updates.iter().map(|update| say.update(update, now).join(": ")));
    told.extend(work.link.as_ref().map(|link| say.link(link)));
    told.iter().map(|line| plain(line)).collect()
}

#[test]
fn planned_work() {
    assert_eq!(
        told(DANISH, "odder-core", "2026-04-08T12:00"),
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
        told(ENGLISH, "odder-core", "2026-04-08T12:00"),
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
        told(DANISH, "aarhus-fibre", "2026-04-15T12:00"),
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
        told(DANISH, "odder-cable", "2026-04-13T05:00"),
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
fn what_goes_for_all() {
    assert_eq!(
        told(ENGLISH, "new-postal-address", "2026-04-13T05:00"),
        [
            "Announcement · Planned",
            "Friday 24 April, 12:00–13:00",
            "Affects all areas.",
            "Announced Wednesday 1 April at 12:00.",
            "Write to erhverv@aura.dk",
        ]
    );
    assert_eq!(
        told(DANISH, "hoerning-card", "2026-04-08T12:00")[..2],
        ["Akut arbejde · Afsluttet", "Tirsdag 7. april kl. 21.00–22.00"]
    );
    assert_eq!(told(DANISH, "hoerning-card", "2026-04-08T12:00")[3], "Forbindelsen ventes ikke at blive afbrudt.");
}

#[test]
fn what_heads_the_answer_to_how_things_stand() {
    let check = |changes: &[(&str, &str)], now: &str, strong: &str, rest: &str| {
        let (notices, now) = (read(&changed(changes)).0, at(now));
        let work = WorkUnderWay::compute(&notices, &AnnouncementFilter::default(), now).unwrap();
        let (said, then) = DANISH.now(&work, now);
        assert_eq!((said.as_str(), plain(&then).as_str()), (strong, rest));
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
fn hours_that_differ() {
    let (catalogue, notices) = (catalogue(), notices());
    let told = |say: &AnnouncementWords, today: &str| {
        let today = parse_iso_date(today).unwrap();
        let rows = special_hours_rows(&catalogue, &notices, &Question::default(), today);
        rows.iter().map(|row| plain(&say.one_off(row, today))).collect::<Vec<_>>()
    };
    assert_eq!(
        told(DANISH, "2026-04-30"),
        [
            "I morgen, fredag, personalemøde: åbent kl. 10–14 for generelle spørgsmål.",
            "Onsdag 23. december, juleafslutning: åbent kl. 8–12 for fejlmelding (Erhverv Basis).",
            "Onsdag 23. december, juleafslutning: lukket for abonnement og regning.",
            "Onsdag 23. december, juleafslutning: reaktionstiden tæller kl. 8–12 (Erhverv Basis).",
        ]
    );
    assert_eq!(
        told(ENGLISH, "2026-12-22")[1..],
        [
            "Tomorrow, Wednesday, Christmas closing: closed for subscription and billing.",
            "Tomorrow, Wednesday, Christmas closing: the response time counts 8–12 (Erhverv Basis).",
        ]
    );
}

#[test]
fn when_there_is_nothing_or_nothing_new() {
    let now = at("2026-04-13T12:00");
    assert_eq!(
        plain(&DANISH.not_renewed(at("2026-04-13T11:15"), now)),
        "Meddelelserne er hentet i dag kl. 11.15 (for 45 minutter siden) og kan ikke opdateres lige nu."
    );
    assert_eq!(
        plain(&DANISH.not_fetched(&catalogue().contact)),
        "Meddelelser om arbejde kan ikke hentes lige nu. Aftalens servicevinduer gælder stadig. Se aura.dk, eller ring 87 92 55 75."
    );
    assert_eq!(plain(&DANISH.nothing_there("8300 Odder")), "Der er ikke meldt noget ud for 8300 Odder.");
    assert_eq!(plain(&DANISH.more(20, 20)), "Vis 20 flere");
    assert_eq!(plain(&DANISH.more(51, 20)), "Vis 20 flere af 51");
    assert_eq!(DANISH.for_others(1), "1 meddelelse gælder andre steder eller aftaler.");
    assert_eq!(ENGLISH.for_others(3), "3 announcements are for other places or agreements.");
    assert_eq!(DANISH.state(WorkState::Over { confirmed: false }), "Tidsrummet er gået");
}
