//! State and effects after messages.

use std::rc::Rc;

use serviceaftale_core::addresses::Address;
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::Value;
use serviceaftale_core::ics::CalendarRequest;
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::Notices;
use serviceaftale_core::report_input::ReportDraft;

use super::*;
use crate::app::{AnnouncementList, Persistence};

fn at(text: &str) -> Timestamp {
    text.parse::<Timestamp>().unwrap()
}

fn catalogue() -> Rc<Catalogue> {
    let tree = Value::from_json(include_str!("../../../static/agreements.json")).unwrap();
    Rc::new(Catalogue::from_value(&tree).unwrap())
}

fn state() -> State {
    State::new(catalogue(), at("2026-04-03T15:00:20+02:00"), LazyStatus::Ready)
}

/// The state after these messages, whatever their effects.
fn after(state: &State, messages: impl IntoIterator<Item = Msg>) -> State {
    let mut state = state.clone();
    for msg in messages {
        update(&mut state, msg);
    }
    state
}

/// The host page writes these attributes.
fn attributes(pairs: &[(&str, &str)]) -> Msg {
    let present = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Msg::AttributesChanged(RawAttributes { present, ..RawAttributes::default() })
}

fn draft(date: &str, time: &str) -> ReportDraft {
    ReportDraft { date: date.into(), time: time.into(), occurrence: None, entered: false }
}

fn picked(id: &str) -> Msg {
    Msg::AgreementPicked(id.into())
}

fn mirror(agreement: Option<&str>, compare: bool) -> Vec<Effect> {
    vec![Effect::MirrorChoice { agreement: agreement.map(str::to_owned), compare }]
}

#[test]
fn a_choice_narrows_what_is_shown() {
    let shown = |state: &State| state.page().responses.agreements.len();
    let all = state();
    let one = after(&all, [picked("pro")]);
    let compared = after(&one, [Msg::ComparisonPicked]);
    let unknown = after(&one, [picked("gold")]);
    assert_eq!([&all, &one, &compared, &unknown].map(shown), [2, 1, 2, 2]);
}

#[test]
fn a_choice_is_mirrored_to_the_attributes() {
    let mut chosen = state();
    assert_eq!(update(&mut chosen, picked("pro")), mirror(Some("pro"), false));
    assert_eq!(update(&mut chosen, Msg::ComparisonPicked), mirror(None, true));
    assert_eq!(update(&mut chosen, Msg::DemoRestarted), mirror(None, false));
    assert_eq!(chosen.question, Question::default());
}

#[test]
fn the_mirrored_choice_is_no_wish_of_the_host_page() {
    let chosen = after(&state(), [picked("pro")]);
    let mut read = chosen.clone();
    assert_eq!(update(&mut read, attributes(&[("agreement", "pro")])), []);
    assert!(read == chosen, "nothing to render again");
    // New agreements are parsed with the mirrored attributes, not with those before the choice.
    assert_eq!(after(&chosen, [Msg::AgreementsLoaded(catalogue())]).question.agreement.as_deref(), Some("pro"));
}

#[test]
fn a_choice_stands_until_the_host_page_asks_for_another() {
    let agreement = |state: &State| state.question.agreement.clone();
    let chosen = after(&state(), [picked("pro")]);
    let in_english = after(&chosen, [attributes(&[("agreement", "pro"), ("lang", "en")])]);
    assert_eq!(in_english.appearance().language, Language::English);
    assert_eq!(agreement(&in_english).as_deref(), Some("pro"));
    let other = after(&in_english, [attributes(&[("agreement", "basis"), ("lang", "en")])]);
    assert_eq!(agreement(&other).as_deref(), Some("basis"));
    let removed = after(&other, [attributes(&[("lang", "en")])]);
    assert_eq!(agreement(&removed), None);
}

#[test]
fn an_attribute_problem_is_reported_once_until_another_element_takes_the_page() {
    let problem = "attribute agreement: found \"gold\", expected basis | pro".to_owned();
    let mut state = state();
    assert_eq!(update(&mut state, attributes(&[("agreement", "gold")])), [Effect::ReportAttribute(problem.clone())]);
    assert_eq!(update(&mut state, attributes(&[("agreement", "gold"), ("lang", "en")])), []);
    update(&mut state, Msg::ElementReplaced { agreements: catalogue(), now: at("2026-04-03T15:00+02:00") });
    assert_eq!(update(&mut state, attributes(&[("agreement", "gold")])), [Effect::ReportAttribute(problem)]);
}

#[test]
fn an_attribute_problem_that_the_host_finds_is_reported_once_and_not_remembered_for_ever() {
    let mut state = state();
    let found = |number: usize| Msg::AttributeUnusable(number.to_string());
    let reported = |number: usize| vec![Effect::ReportAttribute(number.to_string())];
    for number in 0..1_000 {
        assert_eq!(update(&mut state, found(number)), reported(number));
        assert_eq!(update(&mut state, found(number)), vec![]);
    }
    assert_eq!(state.reported_problems.len(), MAX_REPORTED_PROBLEMS);
    assert_eq!(update(&mut state, found(0)), reported(0));
}

#[test]
fn an_agreement_that_only_a_data_file_knows_is_chosen_once_the_file_is_loaded() {
    let file = include_str!("../../../static/agreements.json").replace("\"id\": \"pro\"", "\"id\": \"premium\"");
    let other = Rc::new(Catalogue::from_value(&Value::from_json(&file).unwrap()).unwrap());
    let before = after(&state(), [attributes(&[("agreement", "premium")])]);
    assert_eq!(before.question.agreement, None);
    let loaded = after(&before, [Msg::AgreementsLoaded(other)]);
    assert_eq!(loaded.question.agreement.as_deref(), Some("premium"));
}

#[test]
fn a_typed_report_time_stays_until_it_is_entered() {
    fn check(state: &State, report: Report, time: Option<&str>) {
        assert_eq!(state.question.report, report);
        assert_eq!(state.draft().map(|draft| draft.time.as_str()), time);
    }
    let nine = Report::At(at("2026-04-03T09:12+02:00"));
    let chosen = after(&state(), [Msg::ReportChosen(nine)]);
    check(&chosen, nine, None);
    let typing = after(&chosen, [Msg::ReportTyped { draft: draft("i dag", "1"), report: None }]);
    check(&typing, nine, Some("1"));
    assert!(chosen != typing);
    let later = after(&typing, [Msg::TimePassed(at("2026-04-03T15:07+02:00"))]);
    check(&later, nine, Some("1"));
    let skipped = at("2026-03-29T03:30+02:00");
    let entered = after(&later, [Msg::ReportTyped { draft: draft("29/3", "2.30"), report: Some(skipped) }]);
    check(&entered, Report::At(skipped), Some("2.30"));
    check(&after(&entered, [Msg::ReportChosen(Report::Now)]), Report::Now, None);
}

#[test]
fn picking_an_agreement_keeps_the_report_time() {
    let report = Report::At(at("2026-04-03T09:12+02:00"));
    let typed = draft("31/4", "15");
    let messages = [Msg::ReportChosen(report), Msg::ReportTyped { draft: typed.clone(), report: None }, picked("pro")];
    let picked = after(&state(), messages);
    let question = Question { agreement: Some("pro".into()), report, compare: false };
    assert_eq!((&picked.question, picked.draft()), (&question, Some(&typed)));
    let other = after(&picked, [attributes(&[("agreement", "pro"), ("reported", "2026-04-07T08:00+02:00")])]);
    assert_eq!((other.question.report, other.draft()), (Report::At(at("2026-04-07T08:00+02:00")), None));
}

#[test]
fn seconds_within_the_minute_change_nothing() {
    let before = state();
    let same = after(&before, [Msg::TimePassed(at("2026-04-03T15:00:59+02:00"))]);
    let next = after(&before, [Msg::TimePassed(at("2026-04-03T15:01:00+02:00"))]);
    assert!(before == same && before != next);
}

#[test]
fn the_shown_time_is_the_customers_until_the_host_page_asks_for_another() {
    let (friday, saturday) = ("2026-04-03T20:30+02:00", "2026-04-04T11:00+02:00");
    let check = |state: &State, shown: Option<&str>| {
        assert_eq!(state.shown_at, shown.map(at));
        assert_eq!(state.page().now, shown.map_or(state.now, at));
    };
    let shown = after(&state(), [Msg::TimeShown(at(friday))]);
    check(&shown, Some(friday));
    let same = after(&shown, [attributes(&[("agreement", "pro")])]);
    check(&same, Some(friday));
    let other = after(&same, [attributes(&[("agreement", "pro"), ("at", saturday)])]);
    check(&other, Some(saturday));
    let back = after(&other, [Msg::NowShown]);
    check(&back, None);
    assert_eq!(back.question.agreement.as_deref(), Some("pro"));
}

#[test]
fn a_frozen_time_stays() {
    let frozen = after(&state(), [attributes(&[("at", "2026-03-14T11:00+01:00")])]);
    let later = after(&frozen, [Msg::TimePassed(frozen.now.plus_seconds(86_400))]);
    assert_eq!(later.page(), frozen.page());
}

#[test]
fn a_calendar_of_a_demonstration_starts_at_the_shown_day() {
    let start = |state: &State| {
        let mut state = state.clone();
        match update(&mut state, Msg::CalendarRequested(CalendarRequest::MaintenanceWindows)).as_slice() {
            [Effect::SaveCalendar { from, .. }] => from.to_string(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(start(&state()), "2026-04-03");
    // 23.30 on the 24th in Denmark.
    assert_eq!(start(&after(&state(), [Msg::TimeShown(at("2026-12-24T22:30Z"))])), "2026-12-24");
    assert_eq!(start(&after(&state(), [attributes(&[("at", "2026-12-31T23:30Z")])])), "2027-01-01");
}

#[test]
fn a_restarted_demonstration_keeps_nothing_of_the_last_customer() {
    let christmas = at("2026-12-24T14:00+01:00");
    let used = [
        Msg::LargeTypeToggled { large: true },
        Msg::TimeShown(christmas),
        picked("basis"),
        Msg::ReportChosen(Report::At(christmas)),
        Msg::PlaceTyped("Odder".into()),
        Msg::DemoRestarted,
    ];
    let start = state();
    let expected = after(&start, [Msg::LargeTypeToggled { large: true }]);
    assert!(after(&start, used) == expected, "only the projector is the same");
}

#[test]
fn another_element_inherits_nothing() {
    let used = after(&state(), [attributes(&[("lang", "en")]), picked("pro"), Msg::NoticesFailed]);
    let now = at("2026-04-05T10:00+02:00");
    let agreements = catalogue();
    let replaced = after(&used, [Msg::ElementReplaced { agreements: agreements.clone(), now }]);
    assert!(replaced == State::new(agreements, now, LazyStatus::Ready));
}

#[test]
fn what_was_copied_is_shown_for_a_minute() {
    let check = |press: Msg, expected: CopyTarget| {
        assert!(press.needs_user_activation(), "{press:?}");
        let pressed = after(&state(), [press]);
        assert_eq!(pressed.copied(), None);
        let copied = after(&pressed, [Msg::CopySucceeded]);
        assert_eq!(copied.copied(), Some(expected));
        let later = copied.now.plus_seconds(60);
        assert_eq!(after(&copied, [Msg::TimePassed(later)]).copied(), None);
        assert_eq!(after(&copied, [Msg::TimeShown(later)]).copied(), None);
    };
    let share = |method| Msg::SharePressed { method, text: String::new(), query: String::new() };
    check(Msg::CopyPressed("+4587925575".into()), CopyTarget::PhoneNumber);
    check(share(ShareMethod::Text), CopyTarget::Text);
    check(share(ShareMethod::Link), CopyTarget::Link);
}

#[test]
fn more_announcements_are_shown_in_the_list_that_they_were_requested_for() {
    use AnnouncementList::{Cancelled, Done, UnderWay, Upcoming};
    let most = |state: &State| [UnderWay, Upcoming, Cancelled, Done].map(|list| state.most_announcements(list));
    let first = state();
    let more = after(&first, [Msg::MoreAnnouncementsRequested(Upcoming)]);
    let all = after(&more, [Msg::MoreAnnouncementsRequested(Done)]);
    assert_eq!([most(&first), most(&more), most(&all)], [[5, 5, 5, 5], [5, 15, 5, 5], [5, 15, 5, 15]]);
}

#[test]
fn special_hours_are_applied_once_the_second_file_is_loaded() {
    let notices = Rc::new(Notices { last_changed: Some(at("2026-04-01T08:00+02:00")), ..Notices::default() });
    let now = at("2026-04-03T15:00+02:00");
    let mut state = State::new(catalogue(), now, LazyStatus::Loading);
    assert_eq!(update(&mut state, Msg::NoticesLoaded(notices.clone(), now)), []);
    let expected = Effect::ApplySpecialHours { agreements: state.agreements.clone(), notices: notices.clone().into() };
    assert_eq!(update(&mut state, Msg::LazyStatusChanged(LazyStatus::Ready)), std::slice::from_ref(&expected));
    assert_eq!(update(&mut state, Msg::NoticesLoaded(notices, now)), [expected]);
    let with_special_hours = catalogue();
    update(&mut state, Msg::SpecialHoursApplied(with_special_hours.clone()));
    assert!(Rc::ptr_eq(state.catalogue().shared(), &with_special_hours));
    assert_eq!(update(&mut state, Msg::NoticesForgotten), []);
    assert!(state.catalogue() == &state.agreements);
}

#[test]
fn failed_notices_leave_the_last_ones() {
    let notices = Rc::new(Notices::default());
    let failed = after(&state(), [Msg::NoticesLoaded(notices, at("2026-04-03T14:55+02:00")), Msg::NoticesFailed]);
    assert!(failed.feed().failed && failed.feed().notices().is_some());
}

fn addresses(labels: &[(&str, &str)]) -> Addresses {
    labels.iter().fold(Addresses::default(), |all, (label, agreement)| {
        all.apply(AddressChange::Add(Address::parse(label, agreement, "").unwrap()))
    })
}

fn loaded(addresses: Addresses) -> Msg {
    Msg::AddressesLoaded { addresses, on_device: true }
}

#[test]
fn the_agreement_of_the_selected_address_is_chosen() {
    let both = addresses(&[("Torvet", "basis"), ("Havnen", "pro")]);
    let back = both.clone().apply(AddressChange::Select("Torvet".into()));
    let check = |before: &[Msg], addresses: Addresses, expected: Vec<Effect>| {
        let mut state = after(&state(), before.to_vec());
        assert_eq!(update(&mut state, loaded(addresses)), expected, "{before:?}");
    };
    check(&[], both.clone(), mirror(Some("pro"), false));
    // The host page, or the customer, has chosen before.
    check(&[attributes(&[("agreement", "basis")])], both.clone(), vec![]);
    check(&[Msg::ComparisonPicked], both.clone(), vec![]);
    // Another tab selects another address.
    check(&[loaded(both.clone())], back.clone(), mirror(Some("basis"), false));
    check(&[loaded(both.clone()), picked("basis")], both.clone(), vec![]);
    // The customer selects the same address again, after another agreement was picked.
    let select = Msg::AddressEdited(Rc::new(AddressChange::Select("Havnen".into())));
    check(&[loaded(both.clone()), picked("basis"), select], both.clone(), mirror(Some("pro"), false));
    let remove = Msg::AddressEdited(Rc::new(AddressChange::Remove("Torvet".into())));
    check(&[loaded(both.clone()), picked("basis"), remove], both.clone(), vec![]);
    // Nothing is chosen where the host page or the demonstration decides, nor for an agreement that does not exist.
    check(&[attributes(&[("picker", "hidden")])], both.clone(), vec![]);
    check(&[attributes(&[("data-no-addresses", "")])], both.clone(), vec![]);
    check(&[attributes(&[("view", "demo")])], both, vec![]);
    check(&[], addresses(&[("Lager", "gold")]), vec![]);
}

#[test]
fn the_address_book_says_where_it_is_stored() {
    let check = |messages: Vec<Msg>, expected: Persistence| {
        assert_eq!(after(&state(), messages).address_book().persistence, expected);
    };
    let one = || addresses(&[("Torvet", "basis")]);
    check(vec![], Persistence::Nowhere);
    check(vec![loaded(Addresses::default())], Persistence::Nowhere);
    check(vec![loaded(one())], Persistence::OnDevice);
    check(vec![Msg::AddressesLoaded { addresses: one(), on_device: false }], Persistence::ThisVisit);
    check(vec![loaded(one()), loaded(Addresses::default())], Persistence::Forgotten);
    check(vec![loaded(one()), loaded(Addresses::default()), loaded(one())], Persistence::OnDevice);
}
