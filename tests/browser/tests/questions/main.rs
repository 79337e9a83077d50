//! Are the questions customers ask answered within three actions, wherever the browser thinks it is?
//!
//! Two browsers, 25 hours apart, ask the same table of questions. Each page is opened at the moment of asking with nothing
//! chosen, so that both agreements are answered; whatever is shown then and after each action must be true, and all that is
//! asked for must have been shown in the end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod table;

use std::cell::Cell;

use browser_tests::{Action, Channel, Failure, Outcome, Page, Shown, Site, Visit, Window};

use table::{
    ANOTHER_TIME, BASIS, DATE, Line, NOTICE_IS_NO_PROMISE, PRO, QUESTIONS, Question, SAID_WHEN_IT_MATTERS,
    STRICT_NOTICES, TIME, WHO_PAYS, Words, reading_of,
};

/// An action is a click, a key chord, or one field filled.
const ACTIONS: usize = 3;
/// A line that never changes.
const ALWAYS: &str = "open, always";
/// Inside an answer: it leans on a reading.
const LEANS_ON_A_READING: &str = "fortolkning";

/// The visitor, who counts.
struct Hand<'a> {
    page: &'a Page,
    taken: Cell<usize>,
}

impl<'a> Hand<'a> {
    /// Opens the page at that moment, with nothing chosen.
    async fn opens(page: &'a Page, now: &str) -> Outcome<Self> {
        page.open(&format!("/?at={}", now.replace('+', "%2B"))).await?;
        assert_eq!(page.shown().await?.agreements(), ["basis", "pro"], "{now}: nothing is chosen");
        Ok(Self { page, taken: Cell::new(0) })
    }

    async fn takes(&self, action: Action<'_>) -> Outcome {
        self.taken.update(|taken| taken + 1);
        assert!(self.taken.get() <= ACTIONS, "the answer takes more than {ACTIONS} actions");
        self.page.act(action).await
    }
}

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
    Visit::to(Site::release()?).in_zone(zone).within(300).run(async |page| {
        let mut wrong = Vec::new();
        for question in &QUESTIONS {
            let hand = Hand::opens(page, question.now).await?;
            assert_eq!(page.zone_and_hour("2026-03-09T13:00:00Z").await?, (zone.to_owned(), hour_there));
            let mut seen = vec![page.shown().await?];
            for action in question.actions {
                hand.takes(*action).await?;
                seen.push(page.shown().await?);
            }
            wrong.extend(mistakes(question, &seen));
        }
        none(wrong)
    })
}

/// All that lie months ahead, from one page: what is said of deadlines does not wait for the day.
#[test]
fn a_time_to_come_is_asked_about_in_three_actions() -> Outcome {
    Visit::to(Site::release()?).in_zone("America/Los_Angeles").within(300).run(async |page| {
        let mut wrong = Vec::new();
        for question in &QUESTIONS {
            let hand = Hand::opens(page, "2026-02-02T09:00:00+01:00").await?;
            // As a Dane writes it: 2026-04-03T15:00 is 3/4 2026 kl. 15.00.
            let (date, time) = question.now.split_once('T').unwrap();
            let [year, month, day] = date.split('-').collect::<Vec<_>>()[..] else { panic!("{date}") };
            hand.takes(ANOTHER_TIME).await?;
            hand.takes(Action::Fill(DATE, &format!("{day}/{month} {year}"))).await?;
            hand.takes(Action::Fill(TIME, &time[..5].replace(':', "."))).await?;
            let shown = page.shown().await?;
            assert_eq!(shown.agreements(), ["basis", "pro"]);
            wrong.extend(other_deadlines(question, &shown));
        }
        none(wrong)
    })
}

/// Question 11.
#[test]
fn the_next_windows_come_with_their_last_day_of_notice() -> Outcome {
    Visit::to(Site::release()?).in_zone("Pacific/Kiritimati").run(async |page| {
        let hand = Hand::opens(page, "2026-03-25T10:00:00+01:00").await?;
        let windows = page.windows().await?;
        let window = |start: &str, notice: &str| Window { start: start.to_owned(), notice: notice.to_owned() };
        let expected = [
            window("2026-03-30T00:00:00+02:00", "2026-03-23"),
            window("2026-04-06T00:00:00+02:00", "2026-03-26"),
            window("2026-04-13T00:00:00+02:00", "2026-04-01"),
        ];
        assert_eq!(windows.iter().take(3).collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
        must_say(page, &[NOTICE_IS_NO_PROMISE]).await?;
        for what in ["[data-window='2026-03-30']", "[data-window='2026-04-06']", "[data-window='2026-04-13']"] {
            hand.takes(reading_of(what)).await?;
        }
        must_say(page, &STRICT_NOTICES).await
    })
}

/// Question 12: it has no time in it, only words, and the same ones under both agreements.
#[test]
fn who_pays_for_a_call_out_is_said_under_either_agreement() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        let hand = Hand::opens(page, "2026-03-10T10:00:00+01:00").await?;
        must_say(page, &WHO_PAYS).await?;
        for agreement in [BASIS, PRO] {
            hand.takes(agreement).await?;
            must_say(page, &WHO_PAYS).await?;
        }
        Ok(())
    })
}

#[test]
fn a_quiet_morning_brings_up_none_of_the_special_cases() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        Hand::opens(page, "2026-03-10T10:00:00+01:00").await?;
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

/// Everything that was shown otherwise than the table has it, or was never shown.
fn mistakes(question: &Question, seen: &[Shown]) -> Vec<String> {
    let mut wrong: Vec<String> = seen.iter().flat_map(|shown| contradictions(question, shown)).collect();
    for words in question.says {
        if !seen.iter().any(|shown| shown.has_line_with(words.0)) {
            wrong.push(format!("{}: no line has all of {:?}", question.asked, words.0));
        }
    }
    if !wrong.is_empty() {
        let shown: Vec<String> = seen.iter().map(Shown::text).collect();
        wrong.push(format!("{} was shown as:\n{}", question.asked, shown.join("\n--- and then:\n")));
    }
    wrong
}

/// What is shown otherwise of the agreements that are shown.
fn contradictions(question: &Question, shown: &Shown) -> Vec<String> {
    let mut wrong = other_deadlines(question, shown);
    for agreement in shown.agreements() {
        let phone = if agreement == "basis" { in_words(&question.basis_phone) } else { ALWAYS.to_owned() };
        let lines = [("general", in_words(&question.general)), ("billing", in_words(&question.billing))];
        for (kind, expected) in [("fault-report", phone)].into_iter().chain(lines) {
            let found = shown.channel(&agreement, kind).map(said);
            wrong.extend(other(question, &format!("{agreement} {kind}"), found, &expected));
        }
    }
    for (agreement, kind) in question.marked {
        let text = shown.answer_text(agreement, kind).unwrap_or_default();
        if !text.to_lowercase().contains(LEANS_ON_A_READING) {
            wrong
                .push(format!("{}: {agreement} {kind} is not marked \"{LEANS_ON_A_READING}\": {text}", question.asked));
        }
    }
    wrong
}

/// The deadlines that are shown otherwise, of the agreements that are shown.
fn other_deadlines(question: &Question, shown: &Shown) -> Vec<String> {
    let mut wrong = Vec::new();
    for agreement in shown.agreements() {
        let deadlines = if agreement == "basis" { &question.basis } else { &question.pro };
        for (kind, expected) in [("remote", deadlines.remote), ("on-site", deadlines.on_site)] {
            wrong.extend(other(question, &format!("{agreement} {kind}"), shown.answer(&agreement, kind), expected));
        }
    }
    wrong
}

fn other(question: &Question, what: &str, found: Outcome<String>, expected: &str) -> Option<String> {
    let found = found.unwrap_or_else(|failure| failure.to_string());
    (found != expected).then(|| format!("{}: {what}: expected {expected}, found {found}", question.asked))
}

fn said(channel: Channel) -> String {
    let state = if channel.open { "open" } else { "closed" };
    channel.until.map_or_else(|| format!("{state}, always"), |until| format!("{state} until {until}"))
}

fn in_words(line: &Line) -> String {
    match line {
        Line::OpenUntil(until) => format!("open until {until}"),
        Line::ClosedUntil(until) => format!("closed until {until}"),
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
