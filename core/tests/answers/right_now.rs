//! Transcripts of the phone lines with their alternatives.

use serviceaftale_core::agreement::Channel;
use serviceaftale_core::answers::Question;

use super::transcript::{self, Transcript};
use super::{check, check_question};

#[test]
fn good_friday_afternoon() {
    check(
        Transcript::right_now,
        "2026-04-03T15:00+02:00",
        &[
            "today is GoodFriday",
            "fault reports of basis: closed until Sat 2026-04-04 10:00",
            "  weekday_holiday_phone=weekday: open until Fri 2026-04-03 20:00",
            "fault reports of pro: always open, or by e-mail",
            "general of all: closed until Sat 2026-04-04 10:00",
            "  weekday_holiday_phone=weekday: open until Fri 2026-04-03 20:00",
            "billing of all: closed until Tue 2026-04-07 08:00",
            "  billing_on_holiday=open: closed until Mon 2026-04-06 08:00",
        ],
    );
}

#[test]
fn friday_afternoon() {
    check(
        Transcript::right_now,
        "2026-03-13T15:30+01:00",
        &[
            "fault reports of basis: open until Fri 2026-03-13 20:00",
            "fault reports of pro: always open, or by e-mail",
            "general of all: open until Fri 2026-03-13 20:00",
            "billing of all: closed until Mon 2026-03-16 08:00",
        ],
    );
}

#[test]
fn tuesday_night() {
    check(
        Transcript::right_now,
        "2026-03-10T02:00+01:00",
        &[
            "fault reports of basis: closed until Tue 2026-03-10 08:00",
            "fault reports of pro: always open, or by e-mail",
            "general of all: closed until Tue 2026-03-10 08:00",
            "billing of all: closed until Tue 2026-03-10 08:00",
        ],
    );
}

#[test]
fn saturday_morning() {
    check(
        Transcript::right_now,
        "2026-03-14T11:00+01:00",
        &[
            "fault reports of basis: open until Sat 2026-03-14 14:00",
            "fault reports of pro: always open, or by e-mail",
            "general of all: open until Sat 2026-03-14 14:00",
            "billing of all: closed until Mon 2026-03-16 08:00",
        ],
    );
}

#[test]
fn the_day_before_christmas_eve() {
    check(
        Transcript::right_now,
        "2026-12-23T14:00+01:00",
        &[
            "fault reports of basis: open until Wed 2026-12-23 20:00",
            "fault reports of pro: always open, or by e-mail",
            "general of all: open until Wed 2026-12-23 20:00",
            "billing of all: open until Wed 2026-12-23 16:00",
        ],
    );
}

#[test]
fn christmas_day_on_a_saturday() {
    check(
        Transcript::right_now,
        "2027-12-25T11:00+01:00",
        &[
            "today is ChristmasDay",
            "fault reports of basis: open until Sat 2027-12-25 14:00",
            "  weekend_holiday_phone=closed: closed until Mon 2027-12-27 08:00",
            "fault reports of pro: always open, or by e-mail",
            "general of all: open until Sat 2027-12-25 14:00",
            "  weekend_holiday_phone=closed: closed until Mon 2027-12-27 08:00",
            "billing of all: closed until Mon 2027-12-27 08:00",
        ],
    );
}

#[test]
fn whit_monday_night() {
    check(
        Transcript::right_now,
        "2026-05-25T03:00+02:00",
        &[
            "today is WhitMonday",
            "maintenance window until Mon 2026-05-25 06:00",
            "fault reports of basis: closed until Tue 2026-05-26 08:00",
            "  weekday_holiday_phone=weekday: closed until Mon 2026-05-25 08:00",
            "  weekday_holiday_phone=weekend: closed until Mon 2026-05-25 10:00",
            "fault reports of pro: always open, or by e-mail",
            "general of all: closed until Tue 2026-05-26 08:00",
            "  weekday_holiday_phone=weekday: closed until Mon 2026-05-25 08:00",
            "  weekday_holiday_phone=weekend: closed until Mon 2026-05-25 10:00",
            "billing of all: closed until Tue 2026-05-26 08:00",
            "  billing_on_holiday=open: closed until Mon 2026-05-25 08:00",
        ],
    );
}

#[test]
fn easter_night_with_a_clock_change() {
    check(
        Transcript::right_now,
        "2027-03-28T01:30+01:00",
        &[
            "today is EasterSunday",
            "fault reports of basis: closed until Sun 2027-03-28 10:00",
            "  weekend_holiday_phone=closed: closed until Tue 2027-03-30 08:00",
            "fault reports of pro: always open, or by e-mail",
            "general of all: closed until Sun 2027-03-28 10:00",
            "  weekend_holiday_phone=closed: closed until Tue 2027-03-30 08:00",
            "billing of all: closed until Tue 2027-03-30 08:00",
            "  billing_on_holiday=open: closed until Mon 2027-03-29 08:00",
        ],
    );
}

#[test]
fn monday_morning_during_maintenance() {
    check(
        Transcript::right_now,
        "2026-03-09T06:20+01:00",
        &[
            "5 min. of maintenance until Mon 2026-03-09 07:00, report after Mon 2026-03-09 06:25",
            "fault reports of basis: closed until Mon 2026-03-09 08:00",
            "fault reports of pro: always open, or by e-mail",
            "general of all: closed until Mon 2026-03-09 08:00",
            "billing of all: closed until Mon 2026-03-09 08:00",
        ],
    );
}

#[test]
fn wednesday_before_easter() {
    check(
        Transcript::right_now,
        "2026-04-01T15:10+02:00",
        &[
            "fault reports of basis: open until Wed 2026-04-01 20:00",
            "fault reports of pro: always open, or by e-mail",
            "general of all: open until Wed 2026-04-01 20:00",
            "billing of all: open until Wed 2026-04-01 16:00",
        ],
    );
}

#[test]
fn an_ordinary_wednesday() {
    check(
        Transcript::right_now,
        "2026-03-25T12:00+01:00",
        &[
            "fault reports of basis: open until Wed 2026-03-25 20:00",
            "fault reports of pro: always open, or by e-mail",
            "general of all: open until Wed 2026-03-25 20:00",
            "billing of all: open until Wed 2026-03-25 16:00",
        ],
    );
}

/// Days that are not public holidays but closed days under some interpretations.
#[test]
fn days_that_only_an_interpretation_closes() {
    let closed_by = |now: &str, expected: &[(&str, &str)]| {
        let alternatives = |answers: &Transcript| -> Vec<String> {
            let phone = answers.page.right_now.lines.iter().find(|line| line.channel == Channel::FaultReport).unwrap();
            answers.alternatives(&phone.phone, transcript::phone)
        };
        let lines: Vec<_> = expected
            .iter()
            .map(|(value, opens)| format!("  extra_closed_days={value}: closed until {opens}"))
            .collect();
        check(alternatives, now, &lines.iter().map(String::as_str).collect::<Vec<_>>());
    };
    closed_by("2026-04-30T10:00+02:00", &[]);
    closed_by("2026-05-01T10:00+02:00", &[("ab", "Sat 2026-05-02 10:00")]);
    closed_by("2026-05-15T10:00+02:00", &[("bank", "Sat 2026-05-16 10:00")]); // after Ascension
    let constitution_day = "Sat 2026-06-06 10:00";
    closed_by(
        "2026-06-05T10:00+02:00",
        &[("frist", constitution_day), ("ab", constitution_day), ("bank", constitution_day)],
    );
    let after_christmas = "Sat 2026-12-26 10:00";
    closed_by(
        "2026-12-24T10:00+01:00",
        &[("frist", after_christmas), ("ab", after_christmas), ("bank", after_christmas)],
    );
    // On a Saturday the weekend hours apply in any case.
    closed_by("2027-05-01T10:00+02:00", &[]);
}

#[test]
fn the_question_selects_one_agreement_or_all() {
    let choose_or_compare = |agreement: Option<&str>, compare: bool, lines: &[&str]| {
        let question = Question { agreement: agreement.map(str::to_owned), compare, ..Question::default() };
        let shown = |answers: &Transcript| -> Vec<String> {
            let chosen = answers.page.choices.agreements.iter().filter(|choice| choice.chosen);
            let chosen: Vec<_> = chosen.map(|choice| choice.name.clone()).collect();
            let shown = answers.page.responses.agreements.iter();
            let shown: Vec<_> = shown.map(|agreement| agreement.name.clone()).collect();
            vec![format!("chosen {chosen:?}"), format!("shown {shown:?}")]
        };
        check_question(shown, "2026-03-10T09:00+01:00", &question, lines);
    };
    let choose = |agreement: Option<&str>, lines: &[&str]| choose_or_compare(agreement, false, lines);
    let all = &["chosen []", r#"shown ["Erhverv Basis", "Erhverv Pro"]"#];
    choose(None, all);
    choose(Some("gold"), all);
    choose(Some(""), all);
    choose(Some("basis"), &[r#"chosen ["Erhverv Basis"]"#, r#"shown ["Erhverv Basis"]"#]);
    choose(Some("pro"), &[r#"chosen ["Erhverv Pro"]"#, r#"shown ["Erhverv Pro"]"#]);
    choose_or_compare(Some("pro"), true, all);
}
