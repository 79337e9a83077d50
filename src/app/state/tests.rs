//! What is known after which events?

use serviceaftale_core::data::Value;
use serviceaftale_core::messages::Language;

use super::*;

fn state() -> State {
    let tree = Value::from_json(include_str!("../../../static/agreements.json")).unwrap();
    let catalogue = Rc::new(Catalogue::from_value(&tree).unwrap());
    let now: Timestamp = "2026-04-03T15:00:20+02:00".parse().unwrap();
    State::new(catalogue, Attributes::default(), now, Detailed::Awaited)
}

#[test]
fn a_choice_narrows_what_is_shown() {
    let shown = |state: &State| state.page().responses.agreements.len();
    let all = state();
    let one = all.clone().after(Msg::AgreementPicked("pro".into()));
    let all_again = one.clone().after(Msg::ComparisonPicked);
    assert_eq!((shown(&all), shown(&one), shown(&all_again)), (2, 1, 2));
    let unknown = one.after(Msg::AgreementPicked("gold".into()));
    assert_eq!(shown(&unknown), 2);
}

#[test]
fn a_choice_stands_until_the_host_page_asks_for_another() {
    let asks = |id: Option<&str>, language| {
        let question = Question::default().about(id.map(str::to_owned));
        let appearance = Appearance { language, ..Appearance::default() };
        Msg::AttributesRead(Attributes { question, appearance, frozen_at: None })
    };
    let chosen = state().after(Msg::AgreementPicked("pro".into()));
    let in_english = chosen.after(asks(None, Language::English));
    assert_eq!(in_english.question.agreement.as_deref(), Some("pro"));
    let other = in_english.after(asks(Some("basis"), Language::English));
    assert_eq!(other.question.agreement.as_deref(), Some("basis"));
}

#[test]
fn a_report_s_time_is_typed_and_stays_until_there_is_another() {
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    let draft = |time: &str| ReportDraft { date: "i dag".into(), time: time.into(), occurrence: None, entered: false };
    let check = |state: &State, report: Report, time: Option<&str>| {
        assert_eq!(state.question.report, report);
        assert_eq!(state.draft().map(|draft| draft.time.as_str()), time);
    };
    let nine = Report::At(at("2026-04-03T09:12+02:00"));
    let chosen = state().after(Msg::ReportChosen(nine));
    check(&chosen, nine, None);
    let typing = chosen.clone().after(Msg::ReportTyped { draft: draft("1"), report: None });
    check(&typing, nine, Some("1"));
    assert!(chosen != typing);
    let later = typing.after(Msg::TimePassed(at("2026-04-03T15:07+02:00")));
    check(&later, nine, Some("1"));
    let skipped = "2026-03-29T03:30+02:00".parse::<Timestamp>().ok();
    let entered = later.after(Msg::ReportTyped { draft: draft("2.30"), report: skipped });
    check(&entered, Report::At(skipped.unwrap()), Some("2.30"));
    check(&entered.after(Msg::ReportChosen(Report::Now)), Report::Now, None);
}

#[test]
fn an_agreement_that_is_picked_keeps_the_report_s_time() {
    let report = Report::At("2026-04-03T09:12+02:00".parse().unwrap());
    let draft = ReportDraft { date: "31/4".into(), time: "15".into(), occurrence: None, entered: true };
    let asked = |agreement: Option<&str>, report| {
        let question = Question { agreement: agreement.map(str::to_owned), report, ..Question::default() };
        Msg::AttributesRead(Attributes { question, ..Attributes::default() })
    };
    let picked = state()
        .after(Msg::ReportChosen(report))
        .after(Msg::ReportTyped { draft: draft.clone(), report: None })
        .after(Msg::AgreementPicked("pro".into()))
        // As the element tells it again, once its attribute says so.
        .after(asked(Some("pro"), Report::Now));
    let question = Question { agreement: Some("pro".into()), report, compare: false };
    assert_eq!((&picked.question, picked.draft()), (&question, Some(&draft)));
    let other = Report::At("2026-04-07T08:00+02:00".parse().unwrap());
    let asked_otherwise = picked.after(asked(Some("pro"), other));
    assert_eq!((asked_otherwise.question.report, asked_otherwise.draft()), (other, None));
}

#[test]
fn seconds_within_the_minute_change_nothing() {
    let before = state();
    let same = before.clone().after(Msg::TimePassed(before.now.plus_seconds(39)));
    let next = before.clone().after(Msg::TimePassed(before.now.plus_seconds(40)));
    assert!(before == same && before != next);
}

#[test]
fn another_language_is_another_page() {
    let danish = state();
    let appearance = Appearance { language: Language::English, ..Appearance::default() };
    let english = danish.clone().after(Msg::AttributesRead(Attributes { appearance, ..Attributes::default() }));
    assert!(danish != english);
}

#[test]
fn the_shown_time_is_the_customer_s_until_the_host_page_asks_for_another() {
    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }
    let asks = |frozen_at: Option<&str>, agreement: Option<&str>| {
        let question = Question::default().about(agreement.map(str::to_owned));
        let frozen_at = frozen_at.map(at);
        Msg::AttributesRead(Attributes { question, frozen_at, ..Attributes::default() })
    };
    let (friday, saturday) = ("2026-04-03T20:30+02:00", "2026-04-04T11:00+02:00");
    let check = |state: &State, shown: Option<&str>| {
        assert_eq!(state.shown_at, shown.map(at));
        assert_eq!(state.page().now, shown.map_or(state.now.start_of_minute(), at));
    };
    let shown = state().after(Msg::TimeShown(at(friday)));
    check(&shown, Some(friday));
    let asked_the_same = shown.after(asks(None, Some("pro")));
    check(&asked_the_same, Some(friday));
    let asked = asked_the_same.after(asks(Some(saturday), Some("pro")));
    check(&asked, Some(saturday));
    let back = asked.after(Msg::NowShown);
    check(&back, None);
    assert_eq!(back.question.agreement.as_deref(), Some("pro"));
    check(&back.after(asks(None, Some("pro"))), None);
}

#[test]
fn the_next_customer_finds_nothing_of_the_last_one() {
    let at: Timestamp = "2026-12-24T14:00+01:00".parse().unwrap();
    let used = state()
        .after(Msg::TypeSized { large: true })
        .after(Msg::TimeShown(at))
        .after(Msg::AgreementPicked("basis".into()))
        .after(Msg::ReportChosen(Report::At(at)))
        .after(Msg::StartedOver);
    assert_eq!((&used.question, used.shown_at), (&Question::default(), None));
    assert!(used.has_large_type(), "the projector is the same");
}

#[test]
fn what_was_copied_is_what_was_asked_for_last_and_is_said_for_a_minute() {
    let check = |asked: Msg, expected: Copied| {
        let asked = state().after(asked);
        assert_eq!(asked.copied(), None);
        let copied = asked.after(Msg::WasCopied);
        assert_eq!(copied.copied(), Some(expected));
        let later = copied.now.plus_seconds(60);
        assert_eq!(copied.clone().after(Msg::TimePassed(later)).copied(), None);
        assert_eq!(copied.after(Msg::TimeShown(later)).copied(), None);
    };
    let sends = |way| Msg::SendPressed { way, text: String::new(), query: String::new() };
    check(Msg::CopyPressed("+4587925575".into()), Copied::Number);
    check(sends(ShareMethod::Text), Copied::Text);
    check(sends(ShareMethod::Link), Copied::Link);
}

#[test]
fn more_announcements_come_to_the_list_that_they_were_asked_for_in() {
    let most = |state: &State| {
        [Listed::UnderWay, Listed::Coming, Listed::Cancelled, Listed::Done].map(|of| state.most_announcements(of))
    };
    let first = state();
    let more = first.clone().after(Msg::MoreAnnouncementsWanted(Listed::Coming));
    let all = more.clone().after(Msg::MoreAnnouncementsWanted(Listed::Done));
    assert_eq!([most(&first), most(&more), most(&all)], [[5, 5, 5, 5], [5, 15, 5, 5], [5, 15, 5, 15]]);
    assert_eq!(most(&all.after(Msg::StartedOver)), [5; 4]);
}

/// What is drawn from the without_drafts state is left alone while somebody types, and drawn again when an answer changes.
#[test]
fn what_is_typed_settles_nothing() {
    let before = state();
    let draft = ReportDraft { date: "i".to_owned(), time: String::new(), occurrence: None, entered: false };
    for event in [
        Msg::PlaceTyped("8300".to_owned()),
        Msg::MoreAnnouncementsWanted(Listed::Coming),
        Msg::ReportTyped { draft, report: None },
        Msg::WasCopied,
    ] {
        let after = before.clone().after(event.clone());
        assert!(after != before && after.without_drafts() == before.without_drafts(), "{event:?}");
    }
    for event in [
        Msg::AgreementPicked("pro".to_owned()),
        Msg::TimeShown(before.now().plus_seconds(3_600)),
        Msg::FeedFetched(Feed { failed: true, ..Feed::default() }),
    ] {
        let after = before.clone().after(event.clone());
        assert!(after.without_drafts() != before.without_drafts(), "{event:?}");
    }
}

#[test]
fn a_frozen_time_stays() {
    let at: Timestamp = "2026-03-14T11:00+01:00".parse().unwrap();
    let frozen = state().after(Msg::AttributesRead(Attributes { frozen_at: Some(at), ..Attributes::default() }));
    let later = frozen.clone().after(Msg::TimePassed(frozen.now.plus_seconds(86_400)));
    assert!(frozen == later);
    assert_eq!(later.page().now, at);
}
