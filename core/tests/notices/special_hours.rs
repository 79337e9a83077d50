//! Effects of special hours.

use chrono::Days;
use serviceaftale_core::agreement::{Catalogue, Channel, ServiceMode};
use serviceaftale_core::answers::{
    Cause, LineKind, Page, PageDetails, PhoneState, Question, Report, account_lines, special_hours_rows,
};
use serviceaftale_core::calendar::DayKind;
use serviceaftale_core::data::Value;
use serviceaftale_core::notices::Notices;
use serviceaftale_core::time::parse_iso_date;

use super::{at, catalogue, notices, parse};

/// The catalogue with these special hours.
fn catalogue_with(items: &str) -> Catalogue {
    catalogue().with_special_hours(&parse_hours(items))
}

fn parse_hours(items: &str) -> Notices {
    let file = format!(r#"{{"formatVersion": 1, "notices": [], "oneOffHours": [{items}]}}"#);
    let (notices, problems) = parse(&Value::from_json(&file).unwrap());
    assert_eq!(problems, Vec::<String>::new());
    notices
}

const STAFF_DAY: &str = r#""why": {"da": "personaledag", "en": "staff day"}"#;

#[test]
fn the_phone_closes_early() {
    let changed = catalogue().with_special_hours(&notices());
    let basis = changed.agreement("basis").unwrap();
    let check =
        |channel, now, phone| assert_eq!(PhoneState::compute(basis, channel, at(now)), phone, "{channel:?} at {now}");
    check(Channel::FaultReport, "2026-12-23T11:00", PhoneState::Open { until: Some(at("2026-12-23T12:00")) });
    check(Channel::FaultReport, "2026-12-23T12:00", PhoneState::Closed { opens: Some(at("2026-12-24T08:00")) });
    check(Channel::Billing, "2026-12-23T11:00", PhoneState::Closed { opens: Some(at("2026-12-24T08:00")) });
    check(Channel::General, "2026-12-23T13:00", PhoneState::Open { until: Some(at("2026-12-23T20:00")) });
    check(Channel::General, "2026-05-01T09:00", PhoneState::Closed { opens: Some(at("2026-05-01T10:00")) });
    check(Channel::FaultReport, "2026-12-22T13:00", PhoneState::Open { until: Some(at("2026-12-22T20:00")) });
}

/// Special hours for all agreements do not close a phone that never closes. Those that name the agreement do, but its
/// response clock runs on.
#[test]
fn round_the_clock_hours_are_only_closed_by_naming_the_agreement() {
    let pro = |items: &str| {
        let changed = catalogue_with(items);
        let pro = changed.agreement("pro").unwrap().clone();
        (PhoneState::compute(&pro, Channel::FaultReport, at("2026-12-23T12:00")).is_open(), pro)
    };
    let all = format!(r#"{{"channel": "faultReports", "date": "2026-12-23", "hours": "closed", {STAFF_DAY}}}"#);
    let named = all.replace(r#""channel""#, r#""agreements": ["pro"], "channel""#);
    assert!(pro(&all).0);
    let (open, agreement) = pro(&named);
    assert!(!open);
    let report = at("2026-12-23T12:00");
    assert_eq!(agreement.remote.deadline(report).unwrap().at, at("2026-12-23T13:00"));
    assert!(agreement.repair.calendar.is_open(report));
}

#[test]
fn hours_of_named_agreements_override_those_for_all() {
    let all = format!(r#"{{"channel": "general", "date": "2026-12-23", "hours": "closed", {STAFF_DAY}}}"#);
    let named = all.replace(r#""closed""#, r#"["08:00-10:00"], "agreements": ["basis"]"#);
    for items in [format!("{all}, {named}"), format!("{named}, {all}")] {
        let changed = catalogue_with(&items);
        let open = |id| {
            PhoneState::compute(changed.agreement(id).unwrap(), Channel::General, at("2026-12-23T09:00")).is_open()
        };
        assert_eq!((open("basis"), open("pro")), (true, false));
    }
}

#[test]
fn overlapping_special_hours_are_a_problem() {
    let item = |agreements: &str, hours: &str| {
        format!(r#"{{"channel": "general", "date": "2026-12-23", "hours": {hours}, {agreements} {STAFF_DAY}}}"#)
    };
    let check = |one: &str, other: &str, valid: bool| {
        let items = format!("{}, {}", item(one, r#""closed""#), item(other, r#"["08:00-10:00"]"#));
        let file = format!(r#"{{"formatVersion": 1, "notices": [], "oneOffHours": [{items}]}}"#);
        let (notices, problems) = parse(&Value::from_json(&file).unwrap());
        assert_eq!((notices.special_hours.len(), problems.len()), if valid { (2, 0) } else { (1, 1) }, "{one} {other}");
        assert!(notices.special_hours[0].hours.is_empty(), "the first one is kept");
        for problem in problems {
            assert!(problem.starts_with("oneOffHours[1].date: found \"2026-12-23\""), "{problem}");
        }
    };
    let (basis, pro, both) =
        (r#""agreements": ["basis"],"#, r#""agreements": ["pro"],"#, r#""agreements": ["pro", "basis"],"#);
    check("", "", false);
    check(basis, both, false);
    check(basis, pro, true);
    check("", basis, true);
}

#[test]
fn the_response_clock_pauses_and_the_account_has_the_reason() {
    let (before, after) = (catalogue(), catalogue().with_special_hours(&notices()));
    let deadline = |catalogue: &Catalogue, id: &str, response| {
        catalogue.agreement(id).unwrap().target(response).deadline(at("2026-12-23T11:00")).unwrap()
    };
    assert_eq!(deadline(&before, "basis", ServiceMode::Remote).at, at("2026-12-23T14:00"));
    assert_eq!(deadline(&after, "basis", ServiceMode::Remote).at, at("2026-12-24T10:00"));
    assert_eq!(deadline(&before, "basis", ServiceMode::OnSite).at, at("2026-12-24T11:00"));
    assert_eq!(deadline(&after, "basis", ServiceMode::OnSite).at, at("2026-12-24T15:00"));
    assert_eq!(deadline(&after, "pro", ServiceMode::OnSite).at, at("2026-12-23T14:00"));
    let closed = format!(
        r#"{{"channel": "response", "date": "2026-12-23", "hours": "closed", {STAFF_DAY}, "agreements": ["basis"]}}"#
    );
    let all_day = catalogue_with(&closed);
    let account = deadline(&all_day, "basis", ServiceMode::Remote).account;
    let lines = account_lines(&account, all_day.agreement("basis").unwrap().remote.clock.weekly());
    let kind = lines.iter().map(|line| &line.kind).find(|kind| matches!(kind, LineKind::Paused(_))).unwrap();
    let LineKind::Paused(causes) = kind else { panic!() };
    assert!(matches!(causes.as_slice(), [Cause::Exception(reason)] if reason.da == "personaledag"), "{causes:?}");
}

/// Under the alternative in which the response clock runs while the phone is open, it pauses when the phone is closed.
#[test]
fn alternatives_have_the_special_hours_too() {
    let closed = format!(r#"{{"channel": "faultReports", "date": "2026-12-23", "hours": "closed", {STAFF_DAY}}}"#);
    let changed = catalogue_with(&closed);
    let mut seen = 0;
    for alternative in &changed.alternatives {
        let basis = alternative.catalogue.agreement("basis").unwrap();
        assert!(!basis.fault_reports.is_open(at("2026-12-23T11:00")), "{}", alternative.value.id);
        let remote = basis.remote.deadline(at("2026-12-23T11:00")).unwrap().at;
        let expected = match alternative.value.id.as_str() {
            "phone" => "2026-12-24T11:00",
            _ => continue,
        };
        assert_eq!(remote, at(expected));
        seen += 1;
    }
    assert_eq!(seen, 1);
    let question = Question { agreement: Some("basis".to_owned()), ..Question::default() };
    let page = Page::compute(&changed, &question, at("2026-12-23T11:00"));
    let line = &page.right_now.lines[0];
    assert_eq!(line.phone.answer, PhoneState::Closed { opens: Some(at("2026-12-24T08:00")) });
    // Whether 24 December is closed still depends on an interpretation.
    assert!(line.phone.alternatives.iter().all(|other| !other.answer.is_open()));
}

/// Agreements with the same usual hours share a column, unless one of them has special hours.
#[test]
fn the_week_has_special_hours_in_a_separate_column() {
    let item = format!(
        r#"{{"channel": "general", "date": "2026-12-23", "hours": "closed", {STAFF_DAY}, "agreements": ["basis"]}}"#
    );
    let columns = |catalogue: &Catalogue| {
        let hours = PageDetails::compute(catalogue, &Question::default(), at("2026-12-23T11:00")).hours;
        let general: Vec<_> =
            hours.columns.iter().filter(|column| column.channel == Channel::General).cloned().collect();
        (general.len(), hours)
    };
    assert_eq!(columns(&catalogue()).0, 1);
    let (general, hours) = columns(&catalogue_with(&item));
    assert_eq!(general, 2);
    let wednesday = hours.days.iter().find(|day| day.is_today).unwrap();
    let differs = wednesday
        .hours
        .iter()
        .filter(|hours| matches!(&hours.kind, DayKind::Exception(reason) if reason.en == "staff day"));
    assert_eq!(differs.count(), 1);
}

#[test]
fn a_fault_report_during_special_hours_waits_for_the_phone() {
    let changed = catalogue().with_special_hours(&notices());
    let question = Question { agreement: Some("basis".to_owned()), compare: false, report: Report::Now };
    let notes = |catalogue: &Catalogue| {
        Page::compute(catalogue, &question, at("2026-12-23T13:00")).responses.agreements[0].notes.clone()
    };
    let opens = serviceaftale_core::answers::Note::PhoneOpens(at("2026-12-24T08:00"));
    assert!(!notes(&catalogue()).contains(&opens));
    assert!(notes(&changed).contains(&opens));
}

#[test]
fn special_hours_only_change_the_hours_of_agreements() {
    let (catalogue, notices) = (catalogue(), notices());
    let unchanged = catalogue.with_special_hours(&Notices::default());
    assert_eq!(unchanged.agreements, catalogue.agreements);
    let changed = catalogue.with_special_hours(&notices);
    assert_ne!(changed.agreements, catalogue.agreements);
    assert_eq!(changed.maintenance, catalogue.maintenance);
    assert_eq!(changed.alternatives.len(), catalogue.alternatives.len());
}

#[test]
fn rows_of_special_hours() {
    let (catalogue, notices) = (catalogue(), notices());
    let rows = |agreement: Option<&str>, today: &str| {
        let question = Question::default().with_agreement(agreement.map(str::to_owned));
        let rows = special_hours_rows(&catalogue, &notices, &question, parse_iso_date(today).unwrap());
        let lines = rows
            .iter()
            .map(|row| format!("{} {:?} {:?} {}", row.hours.date, row.hours.kind, row.agreements, row.is_today));
        lines.collect::<Vec<_>>()
    };
    assert_eq!(
        rows(None, "2026-05-01"),
        [
            "2026-05-01 General [] true",
            r#"2026-12-23 FaultReports ["Erhverv Basis"] false"#,
            "2026-12-23 Billing [] false",
            r#"2026-12-23 ResponseTime ["Erhverv Basis"] false"#,
        ]
    );
    assert_eq!(rows(Some("pro"), "2026-05-02"), ["2026-12-23 Billing [] false"]);
    let after = parse_iso_date("2026-12-23").unwrap() + Days::new(1);
    assert_eq!(rows(None, &after.to_string()), Vec::<String>::new());
}
