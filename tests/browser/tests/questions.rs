//! Are the questions customers ask answered, wherever the browser thinks it is?
//!
//! Two browsers, 25 hours apart, ask the same table of questions with no agreement chosen, so that both are answered.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Channel, Failure, Outcome, Page, Shown, Site, Visit, Window};

/// Some words that must stand together on one line of the page. This is the one place to align with the wording.
struct Words(&'static [&'static str]);

/// A later report has the same deadline.
const SAME_AS_TUESDAY: Words = Words(&["fristen er den samme", "i morgen kl. 10.00", "tirsdag 7. april kl. 8.00"]);
const SAME_AS_MONDAY: Words = Words(&["fristen er den samme", "mandag 16. marts kl. 8.00"]);
const SAME_AS_27_DECEMBER: Words = Words(&["fristen er den samme", "mandag 27. december kl. 8.00"]);
/// The deadline is not the visit: on-site work may come with the next repair hours.
const WORK_8_APRIL: Words = Words(&["arbejde på stedet", "onsdag 8. april kl. 7.00"]);
const WORK_17_MARCH: Words = Words(&["arbejde på stedet", "tirsdag 17. marts kl. 7.00"]);
/// The hours counted are real hours, and the clocks change among them.
const CLOCK_CHANGE: Words = Words(&["uret stilles frem"]);
/// The outage may be planned work; its announcement is on aura.dk.
const MAY_BE_PLANNED: Words = Words(&["kan være planlagt arbejde lige nu"]);
const SEE_WHETHER_ANNOUNCED: Words = Words(&["se på aura.dk", "varslet"]);
/// The outage is probably short: wait, then report.
const WAIT: Words = Words(&["vent 5 minutter"]);
const THEN_REPORT: Words = Words(&["stadig nede", "meld fejlen"]);
/// Only on the page when it is true; a quiet morning shows none of them.
const SAID_WHEN_IT_MATTERS: [Words; 7] = [
    Words(&["fristen er den samme"]),
    Words(&["arbejde på stedet"]),
    Words(&["uret stilles"]),
    MAY_BE_PLANNED,
    SEE_WHETHER_ANNOUNCED,
    WAIT,
    THEN_REPORT,
];
/// A notice is promised as far as possible, no further.
const NOTICE_IS_NO_PROMISE: Words = Words(&["varsle", "så vidt muligt"]);
/// Question 12: what the company pays, under both agreements, and what AURA covers. The sheet has no amount.
const WHO_PAYS: [Words; 7] = [
    Words(&["du betaler selv"]),
    Words(&["eget netværk", "udstyr"]),
    Words(&["fri adgang"]),
    Words(&["alle aftaler"]),
    Words(&["beløbet", "ikke"]),
    Words(&["forbindelsen fra aura"]),
    Words(&["udstyr", "aura har leveret"]),
];
/// Inside an answer: it leans on a reading.
const LEANS_ON_A_READING: &str = "fortolkning";

/// One question of the specification, with what the page must answer.
struct Question {
    asked: &'static str,
    /// The moment of asking, at which the fault is reported too.
    now: &'static str,
    basis: Deadlines,
    pro: Deadlines,
    /// Fault reports by phone under Basis; under Pro that line is always open.
    basis_phone: Line,
    /// General questions, the same under both agreements.
    general: Line,
    /// Subscription and billing, the same under both agreements.
    billing: Line,
    says: &'static [Words],
    /// Answers that are marked as leaning on a reading.
    marked: &'static [(&'static str, &'static str)],
}

struct Deadlines {
    remote: &'static str,
    on_site: &'static str,
}

enum Line {
    OpenUntil(&'static str),
    ClosedUntil(&'static str),
}
use Line::{ClosedUntil, OpenUntil};

const QUESTIONS: [Question; 10] = [
    Question {
        asked: "1: Good Friday, 15:00",
        now: "2026-04-03T15:00:00+02:00",
        basis: Deadlines { remote: "2026-04-07T11:00:00+02:00", on_site: "2026-04-07T16:00:00+02:00" },
        pro: Deadlines { remote: "2026-04-03T16:00:00+02:00", on_site: "2026-04-03T18:00:00+02:00" },
        basis_phone: ClosedUntil("2026-04-04T10:00:00+02:00"),
        general: ClosedUntil("2026-04-04T10:00:00+02:00"),
        billing: ClosedUntil("2026-04-07T08:00:00+02:00"),
        says: &[SAME_AS_TUESDAY, WORK_8_APRIL],
        marked: &[],
    },
    Question {
        asked: "2: Friday 13 March, 15:30",
        now: "2026-03-13T15:30:00+01:00",
        basis: Deadlines { remote: "2026-03-16T10:30:00+01:00", on_site: "2026-03-16T15:30:00+01:00" },
        pro: Deadlines { remote: "2026-03-13T16:30:00+01:00", on_site: "2026-03-13T18:30:00+01:00" },
        basis_phone: OpenUntil("2026-03-13T20:00:00+01:00"),
        general: OpenUntil("2026-03-13T20:00:00+01:00"),
        billing: ClosedUntil("2026-03-16T08:00:00+01:00"),
        says: &[WORK_17_MARCH],
        marked: &[],
    },
    Question {
        asked: "3: a Tuesday, 02:00",
        now: "2026-03-10T02:00:00+01:00",
        basis: Deadlines { remote: "2026-03-10T11:00:00+01:00", on_site: "2026-03-10T16:00:00+01:00" },
        pro: Deadlines { remote: "2026-03-10T03:00:00+01:00", on_site: "2026-03-10T05:00:00+01:00" },
        basis_phone: ClosedUntil("2026-03-10T08:00:00+01:00"),
        general: ClosedUntil("2026-03-10T08:00:00+01:00"),
        billing: ClosedUntil("2026-03-10T08:00:00+01:00"),
        says: &[],
        marked: &[],
    },
    Question {
        asked: "4: a Saturday, 11:00",
        now: "2026-03-14T11:00:00+01:00",
        basis: Deadlines { remote: "2026-03-16T11:00:00+01:00", on_site: "2026-03-16T16:00:00+01:00" },
        pro: Deadlines { remote: "2026-03-14T12:00:00+01:00", on_site: "2026-03-14T14:00:00+01:00" },
        basis_phone: OpenUntil("2026-03-14T14:00:00+01:00"),
        general: OpenUntil("2026-03-14T14:00:00+01:00"),
        billing: ClosedUntil("2026-03-16T08:00:00+01:00"),
        says: &[SAME_AS_MONDAY],
        marked: &[],
    },
    Question {
        asked: "5: 23 December, 14:00",
        now: "2026-12-23T14:00:00+01:00",
        basis: Deadlines { remote: "2026-12-24T09:00:00+01:00", on_site: "2026-12-24T14:00:00+01:00" },
        pro: Deadlines { remote: "2026-12-23T15:00:00+01:00", on_site: "2026-12-23T17:00:00+01:00" },
        basis_phone: OpenUntil("2026-12-23T20:00:00+01:00"),
        general: OpenUntil("2026-12-23T20:00:00+01:00"),
        billing: OpenUntil("2026-12-23T16:00:00+01:00"),
        says: &[],
        marked: &[("basis", "remote"), ("basis", "on-site")],
    },
    Question {
        asked: "6: Christmas Day on a Saturday, 11:00",
        now: "2027-12-25T11:00:00+01:00",
        basis: Deadlines { remote: "2027-12-27T11:00:00+01:00", on_site: "2027-12-27T16:00:00+01:00" },
        pro: Deadlines { remote: "2027-12-25T12:00:00+01:00", on_site: "2027-12-25T14:00:00+01:00" },
        basis_phone: OpenUntil("2027-12-25T14:00:00+01:00"),
        general: OpenUntil("2027-12-25T14:00:00+01:00"),
        billing: ClosedUntil("2027-12-27T08:00:00+01:00"),
        says: &[SAME_AS_27_DECEMBER],
        marked: &[],
    },
    Question {
        asked: "7: Whit Monday, 03:00",
        now: "2026-05-25T03:00:00+02:00",
        basis: Deadlines { remote: "2026-05-26T11:00:00+02:00", on_site: "2026-05-26T16:00:00+02:00" },
        pro: Deadlines { remote: "2026-05-25T04:00:00+02:00", on_site: "2026-05-25T06:00:00+02:00" },
        basis_phone: ClosedUntil("2026-05-26T08:00:00+02:00"),
        general: ClosedUntil("2026-05-26T08:00:00+02:00"),
        billing: ClosedUntil("2026-05-26T08:00:00+02:00"),
        says: &[MAY_BE_PLANNED, SEE_WHETHER_ANNOUNCED],
        marked: &[],
    },
    Question {
        asked: "8: the night of Easter 2027, 01:30, half an hour before the clocks change",
        now: "2027-03-28T01:30:00+01:00",
        basis: Deadlines { remote: "2027-03-30T11:00:00+02:00", on_site: "2027-03-30T16:00:00+02:00" },
        pro: Deadlines { remote: "2027-03-28T03:30:00+02:00", on_site: "2027-03-28T05:30:00+02:00" },
        basis_phone: ClosedUntil("2027-03-28T10:00:00+02:00"),
        general: ClosedUntil("2027-03-28T10:00:00+02:00"),
        billing: ClosedUntil("2027-03-30T08:00:00+02:00"),
        says: &[CLOCK_CHANGE],
        marked: &[],
    },
    Question {
        asked: "9: a Monday, 06:20",
        now: "2026-03-09T06:20:00+01:00",
        basis: Deadlines { remote: "2026-03-09T11:00:00+01:00", on_site: "2026-03-09T16:00:00+01:00" },
        pro: Deadlines { remote: "2026-03-09T07:20:00+01:00", on_site: "2026-03-09T09:20:00+01:00" },
        basis_phone: ClosedUntil("2026-03-09T08:00:00+01:00"),
        general: ClosedUntil("2026-03-09T08:00:00+01:00"),
        billing: ClosedUntil("2026-03-09T08:00:00+01:00"),
        says: &[WAIT, THEN_REPORT],
        marked: &[],
    },
    Question {
        asked: "10: the Wednesday before Easter, 15:10",
        now: "2026-04-01T15:10:00+02:00",
        basis: Deadlines { remote: "2026-04-07T10:10:00+02:00", on_site: "2026-04-07T15:10:00+02:00" },
        pro: Deadlines { remote: "2026-04-01T16:10:00+02:00", on_site: "2026-04-01T18:10:00+02:00" },
        basis_phone: OpenUntil("2026-04-01T20:00:00+02:00"),
        general: OpenUntil("2026-04-01T20:00:00+02:00"),
        billing: OpenUntil("2026-04-01T16:00:00+02:00"),
        says: &[WORK_8_APRIL],
        marked: &[],
    },
];

/// 14:00 in Denmark: early morning of the same day here ...
#[test]
fn a_browser_in_los_angeles_answers_them_all() -> Outcome {
    asked_from("America/Los_Angeles", 6)
}

/// ... and already the next day here.
#[test]
fn a_browser_in_kiritimati_answers_them_all() -> Outcome {
    asked_from("Pacific/Kiritimati", 3)
}

fn asked_from(zone: &str, hour_there: u64) -> Outcome {
    Visit::to(Site::release()?).in_zone(zone).run(async |page| {
        let mut wrong = Vec::new();
        for question in &QUESTIONS {
            page.open(&at(question.now)).await?;
            assert_eq!(page.zone_and_hour("2026-03-09T13:00:00Z").await?, (zone.to_owned(), hour_there));
            wrong.extend(mistakes(question, &page.shown().await?));
        }
        none(wrong)
    })
}

/// Question 11.
#[test]
fn the_next_windows_come_with_their_last_day_of_notice() -> Outcome {
    Visit::to(Site::release()?).in_zone("Pacific/Kiritimati").run(async |page| {
        page.open(&at("2026-03-25T10:00:00+01:00")).await?;
        let windows = page.windows().await?;
        let window = |start: &str, notice: &str| Window { start: start.to_owned(), notice: notice.to_owned() };
        let expected = [
            window("2026-03-30T00:00:00+02:00", "2026-03-23"),
            window("2026-04-06T00:00:00+02:00", "2026-03-26"),
            window("2026-04-13T00:00:00+02:00", "2026-04-01"),
        ];
        assert_eq!(windows.iter().take(3).collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
        must_say(page, &[NOTICE_IS_NO_PROMISE]).await
    })
}

/// Question 12: it has no time in it, only words, and the same ones under both agreements.
#[test]
fn who_pays_for_a_call_out_is_said_under_either_agreement() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        for agreement in ["basis", "pro"] {
            page.open(&format!("/?agreement={agreement}")).await?;
            page.unfold().await?;
            must_say(page, &WHO_PAYS).await?;
        }
        Ok(())
    })
}

#[test]
fn a_quiet_morning_brings_up_none_of_the_special_cases() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        page.open(&at("2026-03-10T10:00:00+01:00")).await?;
        let shown = page.shown().await?;
        let said = SAID_WHEN_IT_MATTERS.iter().filter(|words| shown.has_line_with(words.0));
        none(said.map(|words| format!("says {:?}, which is not so at 10:00 on a Tuesday", words.0)).collect())
    })
}

/// Good Friday, typed without an offset: 15:00 on the clocks of Denmark, not of the browser.
#[test]
fn a_report_time_without_offset_is_danish() -> Outcome {
    Visit::to(Site::release()?).in_zone("America/Los_Angeles").run(async |page| {
        page.open("/?at=2026-04-07T12:00:00%2B02:00&reported=2026-04-03T15:00").await?;
        let shown = page.shown().await?;
        assert_eq!(shown.answer("basis", "on-site")?, "2026-04-07T16:00:00+02:00");
        assert_eq!(shown.answer("pro", "on-site")?, "2026-04-03T18:00:00+02:00");
        Ok(())
    })
}

/// The page at a moment, the fault being reported at that moment.
fn at(now: &str) -> String {
    let now = now.replace('+', "%2B");
    format!("/?at={now}&reported={now}")
}

/// Everything that the page answers otherwise than the table.
fn mistakes(question: &Question, shown: &Shown) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut compare = |what: &str, found: Result<String, Failure>, expected: &str| {
        let found = found.unwrap_or_else(|failure| failure.to_string());
        if found != expected {
            wrong.push(format!("{}: {what}: expected {expected}, found {found}", question.asked));
        }
    };
    for (agreement, deadlines) in [("basis", &question.basis), ("pro", &question.pro)] {
        compare(&format!("{agreement} remote"), shown.answer(agreement, "remote"), deadlines.remote);
        compare(&format!("{agreement} on-site"), shown.answer(agreement, "on-site"), deadlines.on_site);
        for (kind, line) in [("general", &question.general), ("billing", &question.billing)] {
            compare(&format!("{agreement} {kind}"), shown.channel(agreement, kind).map(said), &in_words(line));
        }
    }
    compare("basis phone", shown.channel("basis", "fault-report").map(said), &in_words(&question.basis_phone));
    compare("pro phone", shown.channel("pro", "fault-report").map(said), "open, always");
    for words in question.says {
        if !shown.has_line_with(words.0) {
            wrong.push(format!("{}: no line has all of {:?}", question.asked, words.0));
        }
    }
    for (agreement, kind) in question.marked {
        let text = shown.answer_text(agreement, kind).unwrap_or_default();
        if !text.to_lowercase().contains(LEANS_ON_A_READING) {
            wrong
                .push(format!("{}: {agreement} {kind} is not marked \"{LEANS_ON_A_READING}\": {text}", question.asked));
        }
    }
    if wrong.is_empty() {
        wrong
    } else {
        [wrong, vec![format!("{} was shown as:\n{}", question.asked, shown.text())]].concat()
    }
}

fn said(channel: Channel) -> String {
    let state = if channel.open { "open" } else { "closed" };
    channel.until.map_or_else(|| format!("{state}, always"), |until| format!("{state} until {until}"))
}

fn in_words(line: &Line) -> String {
    match line {
        OpenUntil(until) => format!("open until {until}"),
        ClosedUntil(until) => format!("closed until {until}"),
    }
}

async fn must_say(page: &Page, all: &[Words]) -> Outcome {
    let shown = page.shown().await?;
    let missing = all.iter().filter(|words| !shown.has_line_with(words.0));
    let missing: Vec<String> = missing.map(|words| format!("no line has all of {:?}", words.0)).collect();
    none(missing).map_err(|failure| failure.and(&shown.text()))
}

fn none(wrong: Vec<String>) -> Outcome {
    if wrong.is_empty() { Ok(()) } else { Err(Failure::new(wrong.join("\n"))) }
}
