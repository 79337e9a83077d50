//! Transcripts of response deadlines with their notes and alternatives.

use serviceaftale_core::answers::{Question, Report};
use serviceaftale_core::time::copenhagen;

use super::transcript::{Transcript, is_permanent, note};
use super::{check, check_question, instant};

#[test]
fn good_friday_afternoon() {
    check(
        Transcript::responses,
        "2026-04-03T15:00+02:00",
        &[
            "basis, Remote: Tue 2026-04-07 11:00",
            "  basis_remote_clock=work: Tue 2026-04-07 10:00",
            "  basis_remote_clock=phone: Sat 2026-04-04 13:00",
            "  basis_remote_clock=elapsed: Fri 2026-04-03 18:00",
            "basis, OnSite: Tue 2026-04-07 16:00",
            "  basis_technician_clock=elapsed: Fri 2026-04-03 23:00",
            "basis, phone opens: Sat 2026-04-04 10:00",
            "  weekday_holiday_phone=weekday: Fri 2026-04-03 15:00",
            "basis, same deadlines: Sat 2026-04-04 10:00 to Tue 2026-04-07 08:00",
            "basis, work not at Tue 2026-04-07 16:00, but from Wed 2026-04-08 07:00",
            "pro, Remote: Fri 2026-04-03 16:00",
            "pro, OnSite: Fri 2026-04-03 18:00",
        ],
    );
}

#[test]
fn friday_afternoon() {
    check(
        Transcript::responses,
        "2026-03-13T15:30+01:00",
        &[
            "basis, Remote: Mon 2026-03-16 10:30",
            "  basis_remote_clock=work: Mon 2026-03-16 10:00",
            "  basis_remote_clock=phone: Fri 2026-03-13 18:30",
            "  basis_remote_clock=elapsed: Fri 2026-03-13 18:30",
            "basis, OnSite: Mon 2026-03-16 15:30",
            "  basis_technician_clock=elapsed: Fri 2026-03-13 23:30",
            "basis, work not at Mon 2026-03-16 15:30, but from Tue 2026-03-17 07:00",
            "pro, Remote: Fri 2026-03-13 16:30",
            "pro, OnSite: Fri 2026-03-13 18:30",
        ],
    );
}

#[test]
fn tuesday_night() {
    check(
        Transcript::responses,
        "2026-03-10T02:00+01:00",
        &[
            "basis, Remote: Tue 2026-03-10 11:00",
            "  basis_remote_clock=work: Tue 2026-03-10 10:00",
            "  basis_remote_clock=elapsed: Tue 2026-03-10 05:00",
            "basis, OnSite: Tue 2026-03-10 16:00",
            "  basis_technician_clock=elapsed: Tue 2026-03-10 10:00",
            "basis, phone opens: Tue 2026-03-10 08:00",
            "basis, work not at Tue 2026-03-10 16:00, but from Wed 2026-03-11 07:00",
            "pro, Remote: Tue 2026-03-10 03:00",
            "pro, OnSite: Tue 2026-03-10 05:00",
        ],
    );
}

#[test]
fn saturday_morning() {
    check(
        Transcript::responses,
        "2026-03-14T11:00+01:00",
        &[
            "basis, Remote: Mon 2026-03-16 11:00",
            "  basis_remote_clock=work: Mon 2026-03-16 10:00",
            "  basis_remote_clock=phone: Sat 2026-03-14 14:00",
            "  basis_remote_clock=elapsed: Sat 2026-03-14 14:00",
            "basis, OnSite: Mon 2026-03-16 16:00",
            "  basis_technician_clock=elapsed: Sat 2026-03-14 19:00",
            "basis, same deadlines: Sat 2026-03-14 11:00 to Mon 2026-03-16 08:00",
            "basis, work not at Mon 2026-03-16 16:00, but from Tue 2026-03-17 07:00",
            "pro, Remote: Sat 2026-03-14 12:00",
            "pro, OnSite: Sat 2026-03-14 14:00",
        ],
    );
}

#[test]
fn the_day_before_christmas_eve() {
    check(
        Transcript::responses,
        "2026-12-23T14:00+01:00",
        &[
            "basis, Remote: Thu 2026-12-24 09:00",
            "  basis_remote_clock=phone: Wed 2026-12-23 17:00",
            "  basis_remote_clock=elapsed: Wed 2026-12-23 17:00",
            "  extra_closed_days=frist: Mon 2026-12-28 09:00",
            "  extra_closed_days=ab: Mon 2026-12-28 09:00",
            "  extra_closed_days=bank: Mon 2026-12-28 09:00",
            "basis, OnSite: Thu 2026-12-24 14:00",
            "  basis_technician_clock=elapsed: Wed 2026-12-23 22:00",
            "  extra_closed_days=frist: Mon 2026-12-28 14:00",
            "  extra_closed_days=ab: Mon 2026-12-28 14:00",
            "  extra_closed_days=bank: Mon 2026-12-28 14:00",
            "pro, Remote: Wed 2026-12-23 15:00",
            "pro, OnSite: Wed 2026-12-23 17:00",
        ],
    );
}

#[test]
fn christmas_day_on_a_saturday() {
    check(
        Transcript::responses,
        "2027-12-25T11:00+01:00",
        &[
            "basis, Remote: Mon 2027-12-27 11:00",
            "  basis_remote_clock=work: Mon 2027-12-27 10:00",
            "  basis_remote_clock=phone: Sat 2027-12-25 14:00",
            "  basis_remote_clock=elapsed: Sat 2027-12-25 14:00",
            "basis, OnSite: Mon 2027-12-27 16:00",
            "  basis_technician_clock=elapsed: Sat 2027-12-25 19:00",
            "basis, same deadlines: Sat 2027-12-25 11:00 to Mon 2027-12-27 08:00",
            "basis, work not at Mon 2027-12-27 16:00, but from Tue 2027-12-28 07:00",
            "pro, Remote: Sat 2027-12-25 12:00",
            "pro, OnSite: Sat 2027-12-25 14:00",
        ],
    );
}

#[test]
fn whit_monday_night() {
    check(
        Transcript::responses,
        "2026-05-25T03:00+02:00",
        &[
            "basis, Remote: Tue 2026-05-26 11:00",
            "  basis_remote_clock=work: Tue 2026-05-26 10:00",
            "  basis_remote_clock=elapsed: Mon 2026-05-25 06:00",
            "basis, OnSite: Tue 2026-05-26 16:00",
            "  basis_technician_clock=elapsed: Mon 2026-05-25 11:00",
            "basis, phone opens: Tue 2026-05-26 08:00",
            "  weekday_holiday_phone=weekday: Mon 2026-05-25 08:00",
            "  weekday_holiday_phone=weekend: Mon 2026-05-25 10:00",
            "basis, work not at Tue 2026-05-26 16:00, but from Wed 2026-05-27 07:00",
            "pro, Remote: Mon 2026-05-25 04:00",
            "pro, OnSite: Mon 2026-05-25 06:00",
        ],
    );
}

#[test]
fn easter_night_with_a_clock_change() {
    check(
        Transcript::responses,
        "2027-03-28T01:30+01:00",
        &[
            "basis, Remote: Tue 2027-03-30 11:00",
            "  basis_remote_clock=work: Tue 2027-03-30 10:00",
            "  basis_remote_clock=phone: Sun 2027-03-28 13:00",
            "  basis_remote_clock=elapsed: Sun 2027-03-28 05:30",
            "basis, OnSite: Tue 2027-03-30 16:00",
            "  basis_technician_clock=elapsed: Sun 2027-03-28 10:30",
            "basis, phone opens: Sun 2027-03-28 10:00",
            "  weekend_holiday_phone=closed: Tue 2027-03-30 08:00",
            "basis, same deadlines: Sun 2027-03-28 10:00 to Tue 2027-03-30 08:00",
            "basis, work not at Tue 2027-03-30 16:00, but from Wed 2027-03-31 07:00",
            "pro, Remote: Sun 2027-03-28 03:30",
            "pro, OnSite: Sun 2027-03-28 05:30",
            "pro, clock change: 3600 s",
        ],
    );
}

#[test]
fn monday_morning_during_maintenance() {
    check(
        Transcript::responses,
        "2026-03-09T06:20+01:00",
        &[
            "basis, Remote: Mon 2026-03-09 11:00",
            "  basis_remote_clock=work: Mon 2026-03-09 10:00",
            "  basis_remote_clock=elapsed: Mon 2026-03-09 09:20",
            "basis, OnSite: Mon 2026-03-09 16:00",
            "  basis_technician_clock=elapsed: Mon 2026-03-09 14:20",
            "basis, phone opens: Mon 2026-03-09 08:00",
            "basis, work not at Mon 2026-03-09 16:00, but from Tue 2026-03-10 07:00",
            "pro, Remote: Mon 2026-03-09 07:20",
            "pro, OnSite: Mon 2026-03-09 09:20",
        ],
    );
}

#[test]
fn wednesday_before_easter() {
    check(
        Transcript::responses,
        "2026-04-01T15:10+02:00",
        &[
            "basis, Remote: Tue 2026-04-07 10:10",
            "  basis_remote_clock=work: Tue 2026-04-07 10:00",
            "  basis_remote_clock=phone: Wed 2026-04-01 18:10",
            "  basis_remote_clock=elapsed: Wed 2026-04-01 18:10",
            "basis, OnSite: Tue 2026-04-07 15:10",
            "  basis_technician_clock=elapsed: Wed 2026-04-01 23:10",
            "basis, work not at Tue 2026-04-07 15:10, but from Wed 2026-04-08 07:00",
            "pro, Remote: Wed 2026-04-01 16:10",
            "pro, OnSite: Wed 2026-04-01 18:10",
        ],
    );
}

#[test]
fn an_ordinary_wednesday() {
    check(
        Transcript::responses,
        "2026-03-25T12:00+01:00",
        &[
            "basis, Remote: Wed 2026-03-25 15:00",
            "basis, OnSite: Thu 2026-03-26 12:00",
            "  basis_technician_clock=elapsed: Wed 2026-03-25 20:00",
            "pro, Remote: Wed 2026-03-25 13:00",
            "pro, OnSite: Wed 2026-03-25 15:00",
        ],
    );
}

/// `extra_closed_days` does not change the deadline on 23 December, only whether the next day is a working day.
#[test]
fn an_interpretation_changes_the_start_of_work_but_not_the_deadline() {
    check_question(
        Transcript::responses,
        "2026-12-22T15:10+01:00",
        &Question { agreement: Some("basis".to_owned()), ..Question::default() },
        &[
            "basis, Remote: Wed 2026-12-23 10:10",
            "  basis_remote_clock=work: Wed 2026-12-23 10:00",
            "  basis_remote_clock=phone: Tue 2026-12-22 18:10",
            "  basis_remote_clock=elapsed: Tue 2026-12-22 18:10",
            "basis, OnSite: Wed 2026-12-23 15:10",
            "  basis_technician_clock=elapsed: Tue 2026-12-22 23:10",
            "basis, work not at Wed 2026-12-23 15:10, but from Thu 2026-12-24 07:00",
            "  extra_closed_days=frist: Mon 2026-12-28 07:00",
            "  extra_closed_days=ab: Mon 2026-12-28 07:00",
            "  extra_closed_days=bank: Mon 2026-12-28 07:00",
        ],
    );
}

/// A past report has no notes on when to report.
#[test]
fn a_report_in_the_past() {
    check_question(
        Transcript::responses,
        "2026-03-16T10:30+01:00",
        &basis("2026-03-14T20:00+01:00"),
        &[
            "basis, Remote: Mon 2026-03-16 11:00",
            "  basis_remote_clock=work: Mon 2026-03-16 10:00",
            "  basis_remote_clock=phone: Sun 2026-03-15 13:00",
            "  basis_remote_clock=elapsed: Sat 2026-03-14 23:00",
            "basis, OnSite: Mon 2026-03-16 16:00",
            "  basis_technician_clock=elapsed: Sun 2026-03-15 04:00",
            "basis, work not at Mon 2026-03-16 16:00, but from Tue 2026-03-17 07:00",
        ],
    );
}

#[test]
fn a_deadline_has_passed_when_it_is_reached() {
    let passed = |answers: &Transcript| -> Vec<String> {
        let pro = &answers.page.responses.agreements[0];
        let answers = pro.deadlines.iter().map(|answer| format!("{:?}: {}", answer.mode, answer.passed));
        answers.chain(pro.notes.iter().filter(|note| !is_permanent(note)).map(note)).collect()
    };
    let question = Question { agreement: Some("pro".to_owned()), compare: false, report: at("2026-03-10T09:00+01:00") };
    let check = |now: &str, lines: &[&str]| check_question(passed, now, &question, lines);
    check("2026-03-10T09:59:59+01:00", &["Remote: false", "OnSite: false"]);
    check("2026-03-10T10:00+01:00", &["Remote: true", "OnSite: false", "passed: Remote"]);
    check("2026-03-10T11:59+01:00", &["Remote: true", "OnSite: false", "passed: Remote"]);
    check("2026-03-10T12:00+01:00", &["Remote: true", "OnSite: true", "passed: Remote", "passed: OnSite"]);
}

/// A report time keeps its seconds. A deadline is rounded up to the minute.
#[test]
fn seconds_of_report_times() {
    let deadlines = |answers: &Transcript| -> Vec<String> {
        let answers = &answers.page.responses.agreements[0].deadlines;
        answers.iter().map(|answer| copenhagen::rfc3339(answer.deadline)).collect()
    };
    let check_basis = |reported: &str, lines: &[&str]| {
        check_question(deadlines, "2026-03-10T08:00+01:00", &basis(reported), lines);
    };
    check_basis("2026-03-10T09:00:00+01:00", &["2026-03-10T12:00:00+01:00", "2026-03-11T09:00:00+01:00"]);
    check_basis("2026-03-10T09:00:01+01:00", &["2026-03-10T12:01:00+01:00", "2026-03-11T09:01:00+01:00"]);
    check_basis("2026-03-10T08:59:59+01:00", &["2026-03-10T12:00:00+01:00", "2026-03-11T09:00:00+01:00"]);
    check_basis("2026-03-10T15:59:59+01:00", &["2026-03-11T11:00:00+01:00", "2026-03-11T16:00:00+01:00"]);
    // The current time is rounded down to the minute.
    let now = |answers: &Transcript| vec![copenhagen::rfc3339(answers.page.responses.report)];
    check(now, "2026-03-10T09:00:59+01:00", &["2026-03-10T09:00:00+01:00"]);
}

fn basis(reported: &str) -> Question {
    Question { agreement: Some("basis".to_owned()), compare: false, report: at(reported) }
}

fn at(reported: &str) -> Report {
    Report::At(instant(reported))
}
