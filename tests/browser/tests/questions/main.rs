//! Customers' questions: each is answered correctly within three actions, in any time zone.
//!
//! Browsers in two time zones, 25 hours apart, run the same table of questions. Each page is opened at the simulated
//! time without a selected agreement, so that both are answered. Everything that is shown, at first and after each
//! action, must be correct, and the expected texts must have been shown at some point.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod table;

use std::cell::Cell;

use browser_tests::{Action, Channel, Failure, Outcome, Page, PageSnapshot, Session, Site, Window};

use table::{
    ANOTHER_TIME, BASIS, DATE, Line, NOTICE_IS_NO_PROMISE, PRO, QUESTIONS, Question, SPECIAL_CASES, STRICT_NOTICES,
    TIME, WHO_PAYS, Words, expand_interpretation,
};

/// The maximum number of actions. An action is a click, a key combination, or filling one field.
const MAX_ACTIONS: usize = 3;
/// The state of a channel that never changes.
const ALWAYS: &str = "open, always";
/// The mark of an answer that depends on an interpretation.
const INTERPRETATION_MARK: &str = "fortolkning";

/// A user whose actions are counted.
struct User<'a> {
    page: &'a Page,
    actions: Cell<usize>,
}

impl<'a> User<'a> {
    /// Opens the page at the simulated time, without a selected agreement.
    async fn open(page: &'a Page, now: &str) -> Outcome<Self> {
        page.open(&format!("/?at={}", now.replace('+', "%2B"))).await?;
        assert_eq!(page.snapshot().await?.agreements(), ["basis", "pro"], "{now}: an agreement is selected");
        Ok(Self { page, actions: Cell::new(0) })
    }

    async fn perform(&self, action: Action<'_>) -> Outcome {
        self.actions.update(|actions| actions + 1);
        assert!(self.actions.get() <= MAX_ACTIONS, "the answer needs more than {MAX_ACTIONS} actions");
        self.page.perform(action).await
    }
}

/// At 14:00 in Denmark it is early morning of the same day in Los Angeles.
#[test]
fn a_browser_in_los_angeles_answers_all_questions() -> Outcome {
    check_all_questions("America/Los_Angeles", 6)
}

/// At 14:00 in Denmark it is already the next day in Kiritimati.
#[test]
fn a_browser_in_kiritimati_answers_all_questions() -> Outcome {
    check_all_questions("Pacific/Kiritimati", 3)
}

fn check_all_questions(zone: &str, local_hour: u64) -> Outcome {
    Session::new(Site::release()?).in_time_zone(zone).with_timeout(300).run(async |page| {
        let mut wrong = Vec::new();
        for question in &QUESTIONS {
            let user = User::open(page, question.now).await?;
            assert_eq!(page.time_zone_and_hour("2026-03-09T13:00:00Z").await?, (zone.to_owned(), local_hour));
            let mut snapshots = vec![page.snapshot().await?];
            for action in question.actions {
                user.perform(*action).await?;
                snapshots.push(page.snapshot().await?);
            }
            wrong.extend(find_errors(question, &snapshots));
        }
        expect_none(wrong)
    })
}

/// All questions for a future time, months before, on one page.
#[test]
fn a_future_time_can_be_entered_in_three_actions() -> Outcome {
    Session::new(Site::release()?).in_time_zone("America/Los_Angeles").with_timeout(300).run(async |page| {
        let mut wrong = Vec::new();
        for question in &QUESTIONS {
            let user = User::open(page, "2026-02-02T09:00:00+01:00").await?;
            // In Danish notation: 2026-04-03T15:00 is 3/4 2026 kl. 15.00.
            let (date, time) = question.now.split_once('T').unwrap();
            let [year, month, day] = date.split('-').collect::<Vec<_>>()[..] else { panic!("{date}") };
            user.perform(ANOTHER_TIME).await?;
            user.perform(Action::Fill(DATE, &format!("{day}/{month} {year}"))).await?;
            user.perform(Action::Fill(TIME, &time[..5].replace(':', "."))).await?;
            let snapshot = page.snapshot().await?;
            assert_eq!(snapshot.agreements(), ["basis", "pro"]);
            wrong.extend(wrong_deadlines(question, &snapshot));
        }
        expect_none(wrong)
    })
}

/// Question 11.
#[test]
fn maintenance_windows_are_shown_with_their_last_day_of_notice() -> Outcome {
    Session::new(Site::release()?).in_time_zone("Pacific/Kiritimati").run(async |page| {
        let user = User::open(page, "2026-03-25T10:00:00+01:00").await?;
        let windows = page.windows().await?;
        let window = |start: &str, notice: &str| Window { start: start.to_owned(), notice: notice.to_owned() };
        let expected = [
            window("2026-03-30T00:00:00+02:00", "2026-03-23"),
            window("2026-04-06T00:00:00+02:00", "2026-03-26"),
            window("2026-04-13T00:00:00+02:00", "2026-04-01"),
        ];
        assert_eq!(windows.iter().take(3).collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
        expect_texts(page, &[NOTICE_IS_NO_PROMISE]).await?;
        for selector in ["[data-window='2026-03-30']", "[data-window='2026-04-06']", "[data-window='2026-04-13']"] {
            user.perform(expand_interpretation(selector)).await?;
        }
        expect_texts(page, &STRICT_NOTICES).await
    })
}

/// Question 12: no time, only a text, which is the same for both agreements.
#[test]
fn the_payment_for_a_call_out_is_explained_for_both_agreements() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        let user = User::open(page, "2026-03-10T10:00:00+01:00").await?;
        expect_texts(page, &WHO_PAYS).await?;
        for agreement in [BASIS, PRO] {
            user.perform(agreement).await?;
            expect_texts(page, &WHO_PAYS).await?;
        }
        Ok(())
    })
}

#[test]
fn an_ordinary_morning_shows_none_of_the_special_cases() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        User::open(page, "2026-03-10T10:00:00+01:00").await?;
        let snapshot = page.snapshot().await?;
        let shown = SPECIAL_CASES.iter().filter(|words| snapshot.has_line_with(words.0));
        expect_none(
            shown.map(|words| format!("shows {:?}, which is not true at 10:00 on a Tuesday", words.0)).collect(),
        )
    })
}

/// Good Friday without an offset: 15:00 in Denmark, not in the browser's time zone.
#[test]
fn a_report_time_without_offset_is_danish() -> Outcome {
    Session::new(Site::release()?).in_time_zone("America/Los_Angeles").run(async |page| {
        page.open("/?at=2026-04-07T12:00:00%2B02:00&reported=2026-04-03T15:00").await?;
        let snapshot = page.snapshot().await?;
        assert_eq!(snapshot.answer("basis", "on-site")?, "2026-04-07T16:00:00+02:00");
        assert_eq!(snapshot.answer("pro", "on-site")?, "2026-04-03T18:00:00+02:00");
        Ok(())
    })
}

/// Wrong answers in any snapshot, and expected texts that no snapshot shows.
fn find_errors(question: &Question, snapshots: &[PageSnapshot]) -> Vec<String> {
    let mut wrong: Vec<String> = snapshots.iter().flat_map(|snapshot| wrong_answers(question, snapshot)).collect();
    for words in question.texts {
        if !snapshots.iter().any(|snapshot| snapshot.has_line_with(words.0)) {
            wrong.push(format!("{}: no line contains all of {:?}", question.name, words.0));
        }
    }
    if !wrong.is_empty() {
        let texts: Vec<String> = snapshots.iter().map(PageSnapshot::text).collect();
        wrong.push(format!("{}: the page showed:\n{}", question.name, texts.join("\n--- after the next action:\n")));
    }
    wrong
}

/// Wrong answers for the displayed agreements.
fn wrong_answers(question: &Question, snapshot: &PageSnapshot) -> Vec<String> {
    let mut wrong = wrong_deadlines(question, snapshot);
    for agreement in snapshot.agreements() {
        let phone = if agreement == "basis" { describe_expected(&question.basis_phone) } else { ALWAYS.to_owned() };
        let lines =
            [("general", describe_expected(&question.general)), ("billing", describe_expected(&question.billing))];
        for (kind, expected) in [("fault-report", phone)].into_iter().chain(lines) {
            let found = snapshot.channel(&agreement, kind).map(describe_channel);
            wrong.extend(mismatch(question, &format!("{agreement} {kind}"), found, &expected));
        }
    }
    for (agreement, kind) in question.marked {
        let text = snapshot.answer_text(agreement, kind).unwrap_or_default();
        if !text.to_lowercase().contains(INTERPRETATION_MARK) {
            wrong
                .push(format!("{}: {agreement} {kind} is not marked \"{INTERPRETATION_MARK}\": {text}", question.name));
        }
    }
    wrong
}

/// Wrong deadlines for the displayed agreements.
fn wrong_deadlines(question: &Question, snapshot: &PageSnapshot) -> Vec<String> {
    let mut wrong = Vec::new();
    for agreement in snapshot.agreements() {
        let deadlines = if agreement == "basis" { &question.basis } else { &question.pro };
        for (kind, expected) in [("remote", deadlines.remote), ("on-site", deadlines.on_site)] {
            wrong.extend(mismatch(
                question,
                &format!("{agreement} {kind}"),
                snapshot.answer(&agreement, kind),
                expected,
            ));
        }
    }
    wrong
}

fn mismatch(question: &Question, answer: &str, found: Outcome<String>, expected: &str) -> Option<String> {
    let found = found.unwrap_or_else(|failure| failure.to_string());
    (found != expected).then(|| format!("{}: {answer}: expected {expected}, found {found}", question.name))
}

fn describe_channel(channel: Channel) -> String {
    let state = if channel.open { "open" } else { "closed" };
    channel.until.map_or_else(|| format!("{state}, always"), |until| format!("{state} until {until}"))
}

fn describe_expected(line: &Line) -> String {
    match line {
        Line::OpenUntil(until) => format!("open until {until}"),
        Line::ClosedUntil(until) => format!("closed until {until}"),
    }
}

async fn expect_texts(page: &Page, all: &[Words]) -> Outcome {
    let snapshot = page.snapshot().await?;
    let missing = all.iter().filter(|words| !snapshot.has_line_with(words.0));
    let missing: Vec<String> = missing.map(|words| format!("no line contains all of {:?}", words.0)).collect();
    expect_none(missing).map_err(|failure| failure.with_context(&snapshot.text()))
}

fn expect_none(wrong: Vec<String>) -> Outcome {
    if wrong.is_empty() { Ok(()) } else { Err(Failure::new(wrong.join("\n"))) }
}
