//! Transcripts of the next maintenance windows and public holidays.

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::Question;

use super::transcript::Transcript;
use super::{check, file, instant};

#[test]
fn windows_before_christmas() {
    check(
        Transcript::windows,
        "2026-12-23T14:00+01:00",
        &[
            "Mon 2026-12-28 00:00 to Mon 2026-12-28 06:00, notice was by 2026-12-18",
            "  extra_closed_days=frist: notice by 2026-12-17",
            "  extra_closed_days=ab: notice by 2026-12-17",
            "  extra_closed_days=bank: notice by 2026-12-17",
            "  notice_count=clear: notice by 2026-12-17",
            "Mon 2027-01-04 00:00 to Mon 2027-01-04 06:00, notice by 2026-12-24",
            "  extra_closed_days=frist: notice by 2026-12-22",
            "  extra_closed_days=ab: notice by 2026-12-22",
            "  extra_closed_days=bank: notice by 2026-12-22",
            "  notice_count=clear: notice by 2026-12-23",
            "Mon 2027-01-11 00:00 to Mon 2027-01-11 06:00, notice by 2027-01-04",
            "  notice_count=clear: notice by 2026-12-31",
        ],
    );
}

#[test]
fn windows_while_one_is_open() {
    check(
        Transcript::windows,
        "2026-05-25T03:00+02:00",
        &[
            "Mon 2026-05-25 00:00 to Mon 2026-05-25 06:00, under way, notice was by 2026-05-18",
            "  notice_count=clear: notice by 2026-05-15",
            "  service_window_on_holiday=skipped: no window",
            "Mon 2026-06-01 00:00 to Mon 2026-06-01 06:00, notice was by 2026-05-22",
            "  notice_count=clear: notice by 2026-05-21",
            "Mon 2026-06-08 00:00 to Mon 2026-06-08 06:00, notice by 2026-06-01",
            "  extra_closed_days=frist: notice by 2026-05-29",
            "  extra_closed_days=ab: notice by 2026-05-29",
            "  extra_closed_days=bank: notice by 2026-05-29",
            "  notice_count=clear: notice by 2026-05-29",
        ],
    );
}

#[test]
fn windows_around_easter() {
    check(
        Transcript::windows,
        "2026-03-25T12:00+01:00",
        &[
            "Mon 2026-03-30 00:00 to Mon 2026-03-30 06:00, notice was by 2026-03-23",
            "  notice_count=clear: notice by 2026-03-20",
            "Mon 2026-04-06 00:00 to Mon 2026-04-06 06:00, notice by 2026-03-26",
            "  notice_count=clear: notice by 2026-03-25",
            "  service_window_on_holiday=skipped: no window",
            "Mon 2026-04-13 00:00 to Mon 2026-04-13 06:00, notice by 2026-04-01",
            "  notice_count=clear: notice by 2026-03-31",
        ],
    );
}

#[test]
fn notice_is_in_time_on_the_last_day() {
    let second_window =
        |answers: &Transcript| answers.windows().into_iter().filter(|line| line.contains("04-13 06:00")).collect();
    let window = "Mon 2026-04-13 00:00 to Mon 2026-04-13 06:00";
    check(second_window, "2026-04-01T23:59+02:00", &[&format!("{window}, notice by 2026-04-01")]);
    check(second_window, "2026-04-02T00:00+02:00", &[&format!("{window}, notice was by 2026-04-01")]);
}

#[test]
fn agreements_with_the_same_hours_share_a_column() {
    // Also in a catalogue without alternatives.
    let catalogue = Catalogue::from_value_with(&file(), &[]).unwrap();
    let lines = Transcript::compute(&catalogue, &Question::default(), instant("2026-03-10T09:00+01:00")).holidays();
    assert_eq!(
        lines[0],
        "fault reports of Erhverv Basis, fault reports of Erhverv Pro, general of all, billing of all"
    );
}

#[test]
fn holidays_after_good_friday() {
    check(
        Transcript::holidays,
        "2026-04-03T15:00+02:00",
        &[
            "fault reports of Erhverv Basis, fault reports of Erhverv Pro, general of all, billing of all",
            "2026-04-05 EasterSunday: 10:00-14:00, 00:00-24:00, 10:00-14:00, closed",
            "  weekend_holiday_phone=closed: closed, 00:00-24:00, closed, closed",
            "2026-04-06 EasterMonday: closed, 00:00-24:00, closed, closed",
            "  weekday_holiday_phone=weekday: 08:00-20:00, 00:00-24:00, 08:00-20:00, closed",
            "  weekday_holiday_phone=weekend: 10:00-14:00, 00:00-24:00, 10:00-14:00, closed",
            "  billing_on_holiday=open: closed, 00:00-24:00, closed, 08:00-16:00",
            "2026-05-14 AscensionDay: closed, 00:00-24:00, closed, closed",
            "  weekday_holiday_phone=weekday: 08:00-20:00, 00:00-24:00, 08:00-20:00, closed",
            "  weekday_holiday_phone=weekend: 10:00-14:00, 00:00-24:00, 10:00-14:00, closed",
            "  billing_on_holiday=open: closed, 00:00-24:00, closed, 08:00-16:00",
            "2026-05-24 WhitSunday: 10:00-14:00, 00:00-24:00, 10:00-14:00, closed",
            "  weekend_holiday_phone=closed: closed, 00:00-24:00, closed, closed",
        ],
    );
}

#[test]
fn holidays_after_christmas_day() {
    check(
        Transcript::holidays,
        "2027-12-25T11:00+01:00",
        &[
            "fault reports of Erhverv Basis, fault reports of Erhverv Pro, general of all, billing of all",
            "2027-12-26 SecondChristmasDay: 10:00-14:00, 00:00-24:00, 10:00-14:00, closed",
            "  weekend_holiday_phone=closed: closed, 00:00-24:00, closed, closed",
            "2028-01-01 NewYearsDay: 10:00-14:00, 00:00-24:00, 10:00-14:00, closed",
            "  weekend_holiday_phone=closed: closed, 00:00-24:00, closed, closed",
            "2028-04-13 MaundyThursday: closed, 00:00-24:00, closed, closed",
            "  weekday_holiday_phone=weekday: 08:00-20:00, 00:00-24:00, 08:00-20:00, closed",
            "  weekday_holiday_phone=weekend: 10:00-14:00, 00:00-24:00, 10:00-14:00, closed",
            "  billing_on_holiday=open: closed, 00:00-24:00, closed, 08:00-16:00",
            "2028-04-14 GoodFriday: closed, 00:00-24:00, closed, closed",
            "  weekday_holiday_phone=weekday: 08:00-20:00, 00:00-24:00, 08:00-20:00, closed",
            "  weekday_holiday_phone=weekend: 10:00-14:00, 00:00-24:00, 10:00-14:00, closed",
            "  billing_on_holiday=open: closed, 00:00-24:00, closed, 08:00-15:00",
        ],
    );
}

/// The coverage is the same for every agreement, and the sheet has no amount.
#[test]
fn coverage() {
    let customer_pays =
        |answers: &Transcript| answers.reference.coverage.customer_pays.iter().map(|fact| fact.en.clone()).collect();
    check(
        customer_pays,
        "2026-03-10T09:00+01:00",
        &[
            "The whole call-out when the fault is in your own network or equipment",
            "The call-out when AURA's technician has no free access",
        ],
    );
    let note = |answers: &Transcript| vec![answers.reference.coverage.customer_pays_note.en.clone()];
    check(note, "2026-03-10T09:00+01:00", &["This holds for every agreement. The amount is not in the agreement."]);
}

#[test]
fn data_is_overdue_on_the_day_after_the_review_date() {
    let overdue = |answers: &Transcript| vec![answers.page.data.review_overdue.to_string()];
    check(overdue, "2027-11-30T23:59:59+01:00", &["false"]);
    check(overdue, "2027-12-01T00:00:00+01:00", &["true"]);
}
