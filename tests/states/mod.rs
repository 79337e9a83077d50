//! Named states of the widget for snapshots, and the steps that lead to each.

mod setup;

use serviceaftale_core::addresses::{AddressChange, Addresses};
use serviceaftale_core::answers::CallOutQuestion::{FreeAccess, InAurasEquipment, OnConnection};
use serviceaftale_core::report_input::Occurrence;
use serviceaftale_widget::app::{AnnouncementList, LazyStatus, Msg, Persistence, ShareMethod, View};

pub use setup::Setup;
use setup::{at_time, compact};

/// A Tuesday in which every phone line is open.
const OPEN: &str = "2026-03-10T10:00+01:00";
const NIGHT: &str = "2026-03-11T02:30+01:00";
const GOOD_FRIDAY: &str = "2026-04-03T15:00+02:00";
/// A Monday within the maintenance window.
const WINDOW: &str = "2026-03-09T03:20+01:00";
/// A Monday in the hour of preventive maintenance.
const PREVENTIVE: &str = "2026-03-09T06:20+01:00";
/// The hour before clocks are moved forward.
const SPRING: &str = "2026-03-29T01:30+01:00";
/// The first and the second time that clocks show half past two.
const AUTUMN: [&str; 2] = ["2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"];
const YEARS_END: &str = "2026-12-31T23:50+01:00";
/// After the date by which the agreements are to be reviewed.
const OLD_DATA: &str = "2028-01-01T12:00+01:00";
/// Work is under way, other work is coming, was cancelled and is done.
const WORK: &str = "2026-04-13T03:00+02:00";
/// The day before the announced hours of Christmas.
const BEFORE_CHRISTMAS: &str = "2026-12-22T12:00+01:00";

/// Every state by its name, which is the name of its snapshot.
pub fn all() -> Vec<(&'static str, Setup)> {
    [moments(), agreements(), appearances(), reports(), actions(), details(), announcements(), addresses()].concat()
}

/// Moments that differ in what is open, announced or counted.
fn moments() -> Vec<(&'static str, Setup)> {
    vec![
        ("moment-open", at_time(OPEN)),
        ("moment-open-english", at_time(OPEN).in_english()),
        ("moment-night", at_time(NIGHT)),
        ("moment-good-friday", at_time(GOOD_FRIDAY)),
        ("moment-maintenance-window", at_time(WINDOW)),
        ("moment-preventive-maintenance-english", at_time(PREVENTIVE).in_english()),
        ("moment-spring-clock-change", at_time(SPRING)),
        ("moment-autumn-clock-change-english", at_time(AUTUMN[1]).about("basis").in_english()),
        ("moment-years-end", at_time(YEARS_END)),
        ("moment-old-data", at_time(OLD_DATA)),
        ("moment-old-data-english", compact(OLD_DATA).in_english()),
    ]
}

/// The agreement that is asked about; the states above are about none in particular.
fn agreements() -> Vec<(&'static str, Setup)> {
    vec![
        ("agreement-basis", at_time(GOOD_FRIDAY).about("basis")),
        ("agreement-pro", at_time(GOOD_FRIDAY).about("pro")),
        ("agreement-compared", at_time(GOOD_FRIDAY).comparing()),
        ("agreement-compared-english", at_time(OPEN).comparing().in_english()),
    ]
}

/// What the host page asks for.
fn appearances() -> Vec<(&'static str, Setup)> {
    let demo = || at_time(OPEN).view(View::Demo);
    let shown = || setup::shown(GOOD_FRIDAY);
    vec![
        ("view-compact", compact(GOOD_FRIDAY)),
        ("view-compact-pro-english", compact(NIGHT).about("pro").in_english()),
        ("view-demo", demo()),
        ("view-demo-scenario-english", demo().in_english().then(shown())),
        ("view-demo-large-type", demo().about("basis").then(Msg::LargeTypeToggled { large: true })),
        ("heading-level-5", compact(OPEN).about("basis").look(|look| look.heading_level = 5)),
        ("heading-level-4", at_time(OPEN).about("pro").look(|look| look.heading_level = 4)),
        ("picker-hidden", at_time(OPEN).about("pro").look(|look| look.shows_picker = false)),
        ("time-frozen", at_time(OPEN).about("pro").frozen_at(GOOD_FRIDAY)),
        ("time-frozen-compact-english", compact(OPEN).frozen_at(YEARS_END).in_english()),
        ("link-faulty", compact(OPEN).look(|look| look.link_is_faulty = true)),
        ("share-sheet", compact(OPEN).about("pro").look(|look| look.can_share = true)),
    ]
}

/// Another time of the report than now.
fn reports() -> Vec<(&'static str, Setup)> {
    let reported = |now, report| at_time(now).reported(report);
    let typed = |date, time| compact(GOOD_FRIDAY).about("basis").typed(date, time);
    let first = AUTUMN[0];
    vec![
        ("report-past-runs", reported("2026-04-07T12:00+02:00", "2026-04-07T11:00+02:00")),
        ("report-past-waits", reported(GOOD_FRIDAY, "2026-04-01T15:10+02:00")),
        ("report-past-deadline-passed", reported("2026-04-08T12:00+02:00", "2026-04-07T09:00+02:00")),
        ("report-coming", reported(GOOD_FRIDAY, "2026-04-04T11:00+02:00").about("pro")),
        ("report-coming-compact", compact(GOOD_FRIDAY).reported("2026-04-07T09:00+02:00")),
        ("report-in-fold", compact(GOOD_FRIDAY).about("pro").reported(first).in_english()),
        ("draft-typing", typed("31/4", "25").entered(false)),
        ("draft-understood-skipped-hour", typed("29/3", "2.30").meaning("2026-03-29T03:30+02:00")),
        ("draft-not-understood", typed("31/4", "25")),
        ("draft-not-understood-english", typed("30 Feb", "noonish").in_english()),
        ("draft-ambiguous", typed("25/10", "2.30")),
        ("draft-fold-decided", typed("25/10", "2.30").occurrence(Occurrence::First).meaning(first)),
    ]
}

/// What the customer has copied or answered.
fn actions() -> Vec<(&'static str, Setup)> {
    let sent = |way| Msg::SharePressed { method: way, text: String::new(), query: String::new() };
    let copied = |asked: Msg| compact(OPEN).about("pro").then(asked).then(Msg::CopySucceeded);
    let answered = |answers: &[_]| {
        let answers = answers.iter().map(|(question, yes)| Msg::CallOutAnswered(*question, *yes));
        answers.fold(at_time(OPEN).about("basis"), Setup::then)
    };
    vec![
        ("copied-number", copied(Msg::CopyPressed(String::new()))),
        ("copied-text", copied(sent(ShareMethod::Text))),
        ("copied-link-english", copied(sent(ShareMethod::Link)).in_english()),
        ("call-out-covered", answered(&[(OnConnection, true), (FreeAccess, true)])),
        ("call-out-own-network", answered(&[(OnConnection, false), (InAurasEquipment, false)]).in_english()),
        ("call-out-no-access", answered(&[(FreeAccess, false)])),
    ]
}

/// The first answers, without the second wasm file.
fn details() -> Vec<(&'static str, Setup)> {
    vec![
        ("details-awaited", at_time(GOOD_FRIDAY).lazy(LazyStatus::Loading)),
        ("details-missing", at_time(GOOD_FRIDAY).lazy(LazyStatus::Failed)),
    ]
}

/// Announced work and hours that differ once.
fn announcements() -> Vec<(&'static str, Setup)> {
    let placed = |now, place: &str| at_time(now).about("pro").announced().then(Msg::PlaceTyped(place.to_owned()));
    vec![
        ("announced-work", at_time(WORK).announced()),
        ("announced-work-english", at_time(WORK).announced().in_english()),
        ("announced-work-just-over", at_time("2026-04-13T07:00+02:00").about("basis").announced()),
        ("announced-hours", at_time(BEFORE_CHRISTMAS).announced()),
        ("announced-place", placed(WORK, "8300")),
        ("announced-many", at_time(WORK).about("pro").announced_many()),
        (
            "announced-many-more-wanted",
            at_time(WORK)
                .about("pro")
                .announced_many()
                .then(Msg::MoreAnnouncementsRequested(AnnouncementList::Upcoming)),
        ),
        ("announced-nothing", at_time(OPEN).about("pro").announced_nothing()),
        ("announced-feed-failed", at_time(OPEN).about("pro").feed_failed()),
        ("announced-feed-failed-later-english", at_time(WORK).about("pro").announced().feed_failed().in_english()),
    ]
}

/// The addresses of a customer; the states above have none.
fn addresses() -> Vec<(&'static str, Setup)> {
    let three = setup::three_addresses;
    let of = |agreement| compact(OPEN).about(agreement);
    let chosen = || three().apply(AddressChange::Select("Torvet".to_owned()));
    vec![
        ("addresses-on-device", at_time(OPEN).about("pro").remembering(three(), Persistence::OnDevice)),
        ("addresses-chosen-compact-english", { of("basis").remembering(chosen(), Persistence::OnDevice).in_english() }),
        ("addresses-this-visit", of("pro").remembering(three(), Persistence::ThisVisit)),
        ("addresses-forgotten", of("pro").remembering(Addresses::default(), Persistence::Forgotten)),
        ("addresses-full", of("pro").remembering(setup::most_addresses(), Persistence::OnDevice)),
    ]
}
