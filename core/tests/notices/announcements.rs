//! Lists of announcements by time, place and agreement, and notice given in time.

use serviceaftale_core::answers::{
    AnnouncementFilter, AnnouncementRow, Announcements, NoticeTiming, WorkState, WorkUnderWay,
};
use serviceaftale_core::notices::{AreaMatch, Notices, PlaceQuery};
use serviceaftale_core::time::parse_iso_date;

use super::{at, catalogue, changed, notices, parse};

/// Checks the ids in the lists: under way, coming, cancelled, over. A question mark stands for [`AreaMatch::Unknown`].
fn check_lists(notices: &Notices, filter: &AnnouncementFilter, now: &str, expected: [&str; 4]) {
    let all = Announcements::compute(notices, filter, at(now));
    let ids = |rows: &Vec<AnnouncementRow>| {
        let ids: Vec<_> = rows
            .iter()
            .map(|row| match row.area_match {
                AreaMatch::Match => row.announcement.id.clone(),
                AreaMatch::Unknown => format!("{}?", row.announcement.id),
            })
            .collect();
        ids.join(" ")
    };
    assert_eq!([&all.under_way, &all.upcoming, &all.cancelled, &all.ended].map(ids), expected, "at {now}");
    assert_eq!(all.is_empty(), expected.concat().is_empty());
}

#[test]
fn lists_by_time() {
    let check = |now, expected| check_lists(&notices(), &AnnouncementFilter::default(), now, expected);
    check(
        "2026-04-08T12:00",
        ["", "odder-core aarhus-fibre new-postal-address", "skanderborg-switch", "hoerning-card"],
    );
    check("2026-04-13T00:00", ["odder-core", "aarhus-fibre new-postal-address", "skanderborg-switch", "hoerning-card"]);
    check(
        "2026-04-13T03:00",
        ["odder-cable odder-core", "aarhus-fibre new-postal-address", "skanderborg-switch", "hoerning-card"],
    );
    check("2026-04-13T06:00", ["odder-cable", "aarhus-fibre new-postal-address", "", "odder-core hoerning-card"]);
    // A day after the last update on an outage without a known end.
    check("2026-04-14T04:00", ["", "aarhus-fibre new-postal-address", "", "odder-cable odder-core hoerning-card"]);
    check("2026-04-14T22:00", ["", "aarhus-fibre new-postal-address", "", "odder-cable odder-core"]);
    check("2026-04-20T06:00", ["", "new-postal-address", "", "aarhus-fibre odder-cable"]);
    check("2026-06-01T00:00", ["", "", "", ""]);
}

#[test]
fn states() {
    let check = |id: &str, changes: &[(&str, &str)], now: &str, state: Option<WorkState>| {
        let (notices, problems) = parse(&changed(changes));
        assert!(problems.is_empty(), "{problems:?}");
        let announcement = notices.announcements.iter().find(|announcement| announcement.id == id).unwrap();
        assert_eq!(WorkState::compute(announcement, at(now)), state, "{id} {changes:?} at {now}");
    };
    let status = |status| [("notices[odder-core].status", status)];
    let (under_way, late) = (WorkState::UnderWay { overdue: false }, WorkState::UnderWay { overdue: true });
    let (done, passed) = (WorkState::Ended { confirmed: true }, WorkState::Ended { confirmed: false });
    check("odder-core", &[], "2026-04-12T23:59:59", Some(WorkState::Planned));
    check("odder-core", &status(r#""moved""#), "2026-04-12T23:59:59", Some(WorkState::Moved));
    check("odder-core", &status(r#""underWay""#), "2026-04-12T23:59:59", Some(WorkState::Planned));
    check("odder-core", &[], "2026-04-13T00:00", Some(under_way));
    check("odder-core", &status(r#""moved""#), "2026-04-13T05:59:59", Some(under_way));
    check("odder-core", &status(r#""done""#), "2026-04-13T03:00", Some(done));
    check("odder-core", &status(r#""done""#), "2026-04-12T23:59:59", Some(WorkState::Planned));
    check("odder-core", &status(r#""cancelled""#), "2026-04-13T05:59:59", Some(WorkState::Cancelled));
    check("odder-core", &status(r#""cancelled""#), "2026-04-13T06:00", None);
    check("odder-core", &[], "2026-04-13T06:00", Some(passed));
    check("odder-core", &[], "2026-04-20T05:59:59", Some(passed));
    check("odder-core", &[], "2026-04-20T06:00", None);
    check("odder-core", &status(r#""done""#), "2026-04-20T06:00", None);
    check("odder-core", &status(r#""underWay""#), "2026-04-13T06:00", Some(late));
    check("odder-core", &status(r#""underWay""#), "2026-04-14T05:59:59", Some(late));
    check("odder-core", &status(r#""underWay""#), "2026-04-14T06:00", Some(passed));
    check("odder-cable", &[], "2026-04-13T02:19:59", None);
    check("odder-cable", &[], "2026-04-13T02:20", Some(under_way));
    check("odder-cable", &[], "2026-04-14T03:59:59", Some(under_way));
    check("odder-cable", &[], "2026-04-14T04:00", Some(passed));
    check("odder-cable", &[("notices[odder-cable].status", r#""done""#)], "2026-04-13T12:00", Some(done));
}

#[test]
fn lists_by_place_and_agreement() {
    let check = |typed: &str, agreement: Option<&str>, expected| {
        let filter = AnnouncementFilter { place: PlaceQuery::parse(typed), agreement: agreement.map(str::to_owned) };
        check_lists(&notices(), &filter, "2026-04-13T03:00", expected);
    };
    let others = "aarhus-fibre? new-postal-address";
    check("8300", None, ["odder-cable odder-core", others, "", ""]);
    check(" 8300  odder ", None, ["odder-cable odder-core", "new-postal-address", "", ""]);
    check("8350", None, ["odder-cable", others, "", ""]);
    check("83", None, ["odder-cable odder-core", others, "", "hoerning-card"]);
    // Announcements with postcodes only may or may not match a name. They come after those that match.
    check("odder", None, ["odder-core odder-cable?", "new-postal-address", "skanderborg-switch?", ""]);
    check("HØRNING", None, ["odder-cable?", "new-postal-address", "skanderborg-switch?", "hoerning-card"]);
    check("aarhus", None, ["odder-cable?", "aarhus-fibre new-postal-address", "skanderborg-switch?", ""]);
    check("Århus", None, ["odder-cable?", "aarhus-fibre new-postal-address", "skanderborg-switch?", ""]);
    check("8660", None, ["", others, "skanderborg-switch", ""]);
    check("", Some("basis"), ["odder-cable odder-core", "new-postal-address", "skanderborg-switch", "hoerning-card"]);
    check("9990", Some("basis"), ["", "new-postal-address", "", ""]);
}

#[test]
fn announcements_for_others_are_counted() {
    let filter = AnnouncementFilter { place: PlaceQuery::parse("8660"), agreement: Some("basis".to_owned()) };
    assert_eq!(Announcements::compute(&notices(), &filter, at("2026-04-13T03:00")).excluded, 4);
    assert_eq!(Announcements::compute(&notices(), &AnnouncementFilter::default(), at("2026-04-13T03:00")).excluded, 0);
}

#[test]
fn the_most_urgent_heads_the_answer() {
    let check = |changes: &[(&str, &str)], typed: &str, now: &str, expected: Option<(&str, bool, usize)>| {
        let (notices, _) = parse(&changed(changes));
        let filter = AnnouncementFilter { place: PlaceQuery::parse(typed), agreement: None };
        let work = WorkUnderWay::compute(&notices, &filter, at(now));
        let found = work.as_ref().map(|work| (work.announcement.id.as_str(), work.overdue, work.others));
        assert_eq!(found, expected, "{changes:?} for {typed} at {now}");
    };
    check(&[], "", "2026-04-12T12:00", None);
    check(&[], "", "2026-04-13T01:00", Some(("odder-core", false, 0)));
    check(&[], "", "2026-04-13T03:00", Some(("odder-cable", false, 1)));
    check(&[], "odder", "2026-04-13T03:00", Some(("odder-core", false, 1)));
    check(&[], "8660", "2026-04-13T03:00", None);
    let until_three = [
        ("notices[odder-core].end", r#""2026-04-13T01:00""#),
        ("notices[odder-core].status", r#""underWay""#),
        ("notices[odder-cable].status", r#""done""#),
    ];
    check(&until_three, "", "2026-04-13T02:30", Some(("odder-core", true, 0)));
    // Otherwise the later start comes first.
    let both = [
        ("notices[skanderborg-switch].status", r#""planned""#),
        ("notices[skanderborg-switch].start", r#""2026-04-12T23:00""#),
    ];
    check(&both, "", "2026-04-13T01:00", Some(("odder-core", false, 1)));
}

#[test]
fn notice_follows_the_rule_of_the_agreement() {
    let catalogue = catalogue();
    let check = |id: &str, changes: &[(&str, &str)], expected: Option<(bool, &str, &str)>| {
        let (notices, problems) = parse(&changed(changes));
        assert!(problems.is_empty(), "{problems:?}");
        let announcement = notices.announcements.iter().find(|announcement| announcement.id == id).unwrap();
        let date = |text| parse_iso_date(text).unwrap();
        let expected = expected.map(|(in_time, given, last_day)| {
            let (given, last_day) = (date(given), date(last_day));
            if in_time { NoticeTiming::InTime { given, last_day } } else { NoticeTiming::Late { given, last_day } }
        });
        assert_eq!(NoticeTiming::compute(&catalogue, announcement), expected, "{id} {changes:?}");
    };
    let published = |at| [("notices[odder-core].publishedAt", at)];
    // There are only four working days between Easter and 13 April.
    check("odder-core", &[], Some((true, "2026-03-26", "2026-04-01")));
    check("odder-core", &published(r#""2026-04-01T23:59:59""#), Some((true, "2026-04-01", "2026-04-01")));
    check("odder-core", &published(r#""2026-04-02T00:00""#), Some((false, "2026-04-02", "2026-04-01")));
    // The date is in Danish time, whatever the offset in the file.
    check("odder-core", &published(r#""2026-04-01T22:00Z""#), Some((false, "2026-04-02", "2026-04-01")));
    // Moved work needs notice of its new time.
    check("aarhus-fibre", &[], Some((false, "2026-04-15", "2026-04-13")));
    check(
        "aarhus-fibre",
        &[("notices[aarhus-fibre].moved.at", r#""2026-04-13T12:00""#)],
        Some((true, "2026-04-13", "2026-04-13")),
    );
    check("odder-core", &[("notices[odder-core].status", r#""moved""#)], None);
    check("new-postal-address", &[], None);
    let (notices, _) = parse(&changed(&[]));
    for id in ["odder-cable", "hoerning-card"] {
        let announcement = notices.announcements.iter().find(|announcement| announcement.id == id).unwrap();
        assert_eq!(NoticeTiming::compute(&catalogue, announcement), Some(NoticeTiming::NotRequired));
    }
}

#[test]
fn notice_depends_on_the_interpretation_of_its_rule() {
    let catalogue = catalogue();
    let (notices, _) = parse(&changed(&[("notices[odder-core].publishedAt", r#""2026-04-01T10:00""#)]));
    let all = Announcements::compute(&notices, &AnnouncementFilter::default(), at("2026-04-13T03:00"));
    let row = all.under_way.iter().find(|row| row.announcement.id == "odder-core").unwrap();
    let others = row.notice_timing(&catalogue).unwrap().alternatives;
    let clear = others.iter().find(|other| other.value.id == "clear").unwrap();
    let date = |text| parse_iso_date(text).unwrap();
    assert_eq!(clear.answer, NoticeTiming::Late { given: date("2026-04-01"), last_day: date("2026-03-31") });
    assert!(all.cancelled.iter().all(|row| row.notice_timing(&catalogue).is_none()));
    assert!(all.ended.iter().all(|row| row.notice_timing(&catalogue).is_none()));
}

#[test]
fn the_latest_update_comes_first() {
    let notices = notices();
    let cable = notices.announcements.iter().find(|announcement| announcement.id == "odder-cable").unwrap();
    let updates: Vec<_> = cable.updates.iter().map(|update| update.text.en.as_str()).collect();
    assert_eq!(updates, ["The cable has been found.", "A technician is on the way."]);
    assert_eq!(cable.changed_at(), at("2026-04-13T04:00"));
}
