//! Layout of the timeline chart.
//!
//! The invariants are checked at 2,000 random report times from 2023 to 2035, and with response times far longer than
//! those of the agreements. The questions of the specification have expected charts.

// Tests may panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod invariants;

use chrono::Datelike;
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::timeline::{AxisDay, Band, Label, LabelContent, LabelKind, LaneKind};
use serviceaftale_core::answers::{Page, Question, Report, Responses, Timeline};
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::{Language, timeline};
use serviceaftale_core::time::{Interval, Timestamp, TimestampOrLocal, copenhagen};

/// The seconds of a day without a clock change.
const DAY: i64 = 86_400;

#[test]
fn charts_of_random_report_times_keep_the_invariants() {
    let catalogue = catalogue(480);
    let mut random = Random(0x5eed);
    let (from, to) = (at("2023-01-01T00:00").unix_seconds(), at("2036-01-01T00:00").unix_seconds());
    for _ in 0..2_000 {
        let report = from + random.below(to - from);
        // Some reports are not at a whole minute, and some charts have another current time.
        let report = if random.below(4) == 0 { report } else { report - report.rem_euclid(60) };
        let now = if random.below(3) == 0 { report + random.below(8 * DAY) - 2 * DAY } else { report };
        let [report, now] = [report, now].map(Timestamp::from_unix_seconds);
        for agreement in [Some("basis"), Some("pro"), None] {
            let (responses, timeline) = compute(&catalogue, agreement, report, now);
            for language in Language::ALL {
                invariants::check_all(&timeline, &responses, language);
            }
        }
    }
}

#[test]
fn charts_of_long_response_times_keep_the_invariants() {
    let mut random = Random(7);
    for minutes in [600, 2_400, 4_800, 6_000, 9_000, 24_000, 60_000, 240_000] {
        let catalogue = catalogue(minutes);
        for _ in 0..30 {
            let report = at("2023-01-01T00:00").plus_seconds(random.below(10 * 365 * DAY));
            for agreement in [Some("basis"), None] {
                let (responses, timeline) = compute(&catalogue, agreement, report, report);
                invariants::check_all(&timeline, &responses, Language::Danish);
                let ticks =
                    timeline.labels(&danish(&timeline)).iter().filter(|label| label.kind == LabelKind::Tick).count();
                assert!((1..40).contains(&ticks), "{minutes} minutes: {ticks} ticks");
                let rows = timeline.day_rows(&danish(&timeline)).len();
                assert!(rows <= 10, "{minutes} minutes: {rows} rows");
            }
        }
    }
}

#[test]
fn ticks_are_at_danish_local_time_across_clock_changes() {
    fn check(agreement: &str, reported: &str, ticks: &str) {
        let timeline = chart(Some(agreement), reported);
        let labels = timeline.labels(&danish(&timeline));
        let shown = labels.iter().filter(|label| label.kind == LabelKind::Tick && label.band == Band::Wide);
        let mut shown: Vec<_> = shown.map(|label| (label.position, plain(&label.text))).collect();
        shown.sort();
        let shown: Vec<_> = shown.into_iter().map(|(at, text)| format!("{at} {text}")).collect();
        assert_eq!(shown.join(" · "), ticks, "{reported}");
    }
    // In spring 3:00 follows 1:00, in autumn 2:00 occurs twice; all hours have the same width. In autumn the label of
    // the date leaves no space for the next hour.
    check("pro", "2027-03-28T01:30", "0 søn 28/3 · 142 1.00 · 285 3.00 · 428 4.00 · 571 5.00 · 714 6.00 · 857 7.00");
    check("pro", "2026-10-25T01:30", "0 søn 25/10 · 285 2.00 · 428 2.00 · 571 3.00 · 714 4.00 · 857 5.00");
    // A Sunday of 23 hours is narrower than the Saturday before it, one of 25 hours is wider.
    check("basis", "2026-03-27T15:30", "0 fre 27/3 · 201 lør 28/3 · 403 søn 29/3 · 596 man 30/3 · 798 tir 31/3");
    check("basis", "2026-10-23T15:30", "0 fre 23/10 · 198 lør 24/10 · 396 søn 25/10 · 603 man 26/10 · 801 tir 27/10");
}

#[test]
fn dates_without_an_on_site_clock_are_closed_and_named() {
    fn check(agreement: Option<&str>, reported: &str, dates: &str) {
        let timeline = chart(agreement, reported);
        let date = |day: &AxisDay| {
            let name = day
                .name
                .as_ref()
                .map(|name| timeline::on_timeline(Language::Danish, &timeline, LabelContent::DayName(name)));
            let closed = if day.closed { "-" } else { "+" };
            format!("{closed} {:02} {}", day.date.day(), name.unwrap_or_default())
        };
        let shown: Vec<_> = timeline.axis.days.iter().map(|day| plain(&date(day)).trim().to_owned()).collect();
        assert_eq!(shown.join(", "), dates, "{agreement:?} {reported}");
    }
    let easter = "+ 01, - 02 skærtorsdag, - 03 langfredag, - 04 weekend, - 05 påskedag, - 06 2. påskedag, + 07, + 08";
    check(Some("basis"), "2026-04-01T15:10", easter);
    check(None, "2026-04-01T15:10", easter);
    check(Some("pro"), "2026-04-04T23:30", "+ 04, + 05 påskedag");
    check(Some("basis"), "2026-12-24T15:30", "+ 24, - 25 juledag, - 26 2. juledag, - 27 weekend, + 28, + 29");
}

#[test]
fn charts_of_the_questions_of_the_specification() {
    /// Compares the axis, the labels of the deadlines in the wide band, and the sentence above the chart.
    fn check(agreement: Option<&str>, reported: &str, axis: &str, deadlines: &str, about: &str) {
        let timeline = chart(agreement, reported);
        let (start, end) = (timeline.axis.interval.start, timeline.axis.interval.end);
        let shown_axis = format!("{:?} {} – {}", timeline.axis.unit, civil(start), civil(end));
        assert_eq!(shown_axis, axis, "{agreement:?} {reported}");
        let of_clock = |label: &&Label| match label.kind {
            LabelKind::Lane(lane) => {
                matches!(timeline.lanes[lane].kind, LaneKind::Clock { .. }) && label.band == Band::Wide
            }
            _ => false,
        };
        let labels = timeline.labels(&danish(&timeline));
        let shown: Vec<_> = labels.iter().filter(of_clock).map(|label| plain(&label.text)).collect();
        assert_eq!(shown.join(" · "), deadlines, "{agreement:?} {reported}");
        assert_eq!(plain(&timeline::about_timeline(Language::Danish, &timeline)), about, "{agreement:?} {reported}");
    }
    let takes = |hours, counted| {
        format!(
            "Fra fejlen meldes, til AURA er i gang med tekniker, går der højst *{hours}*. Kun *{counted}* af dem tæller."
        )
    };
    let takes_all = "Fra fejlen meldes, til AURA er i gang med tekniker, går der højst *3 timer*. Hele tiden tæller.";
    let sooner = |duration| {
        format!("Kræver fejlen tekniker, er AURA i gang *{duration}* før med Erhverv Pro end med Erhverv Basis.")
    };
    // 1: Good Friday.
    let easter = "Days 2026-04-03 00:00:00 – 2026-04-09 00:00:00";
    check(Some("basis"), "2026-04-03T15:00", easter, "tir kl. 11.00 · tir kl. 16.00", &takes("97 timer", "8"));
    check(
        Some("pro"),
        "2026-04-03T15:00",
        "Hours 2026-04-03 14:00:00 – 2026-04-03 20:00:00",
        "fre kl. 16.00 · fre kl. 18.00",
        takes_all,
    );
    check(
        None,
        "2026-04-03T15:00",
        easter,
        "tir kl. 11.00 · tir kl. 16.00 · fre kl. 18.00 · fre kl. 16.00",
        &sooner("3 dage og 22 timer"),
    );
    // 4: a Saturday.
    check(
        Some("basis"),
        "2026-03-14T11:00",
        "Days 2026-03-14 00:00:00 – 2026-03-18 00:00:00",
        "man kl. 11.00 · man kl. 16.00",
        &takes("53 timer", "8"),
    );
    // 7: the night of Whit Monday.
    check(
        Some("basis"),
        "2026-05-25T03:00",
        "Days 2026-05-25 00:00:00 – 2026-05-28 00:00:00",
        "tir kl. 11.00 · tir kl. 16.00",
        &takes("37 timer", "8"),
    );
    check(
        Some("pro"),
        "2026-05-25T03:00",
        "Hours 2026-05-25 02:00:00 – 2026-05-25 08:00:00",
        "man kl. 4.00 · man kl. 6.00",
        takes_all,
    );
    // 8: daylight saving time starts on Easter Sunday.
    check(
        Some("basis"),
        "2027-03-28T01:30",
        "Days 2027-03-28 00:00:00 – 2027-04-01 00:00:00",
        "tir kl. 11.00 · tir kl. 16.00",
        &takes("61 timer og 30 minutter", "8 timer"),
    );
    check(
        Some("pro"),
        "2027-03-28T01:30",
        "Hours 2027-03-28 00:00:00 – 2027-03-28 08:00:00",
        "søn kl. 3.30 · søn kl. 5.30",
        takes_all,
    );
    // 10: the Wednesday before Easter.
    check(
        Some("basis"),
        "2026-04-01T15:10",
        "Days 2026-04-01 00:00:00 – 2026-04-09 00:00:00",
        "kl. 10.10 · kl. 15.10",
        &takes("144 timer", "8"),
    );
    check(
        None,
        "2026-04-01T15:10",
        "Days 2026-04-01 00:00:00 – 2026-04-09 00:00:00",
        "kl. 10.10 · kl. 15.10 · kl. 18.10 · kl. 16.10",
        &sooner("5 dage og 21 timer"),
    );
}

#[test]
fn the_current_time_is_shown_if_it_at_most_doubles_the_axis() {
    fn check(agreement: &str, reported: &str, now: &str, axis: Option<&str>) {
        let timeline = chart_at(Some(agreement), reported, now);
        let Interval { start, end } = timeline.axis.interval;
        let shown = timeline.shows_now().then(|| format!("{:?} {} – {}", timeline.axis.unit, civil(start), civil(end)));
        assert_eq!(shown.as_deref(), axis, "{agreement} {reported} seen {now}");
    }
    let within = "Hours 2026-04-03 08:00:00 – 2026-04-03 15:00:00";
    check("pro", "2026-04-03T09:12", "2026-04-03T11:00", Some(within)); // before the deadline
    let passed = "Hours 2026-04-03 08:00:00 – 2026-04-03 16:00:00";
    check("pro", "2026-04-03T09:12", "2026-04-03T15:00", Some(passed));
    check("pro", "2026-04-03T09:12", "2026-04-05T15:00", None);
    let to_come = "Days 2026-03-12 00:00:00 – 2026-03-18 00:00:00";
    check("basis", "2026-03-14T11:00", "2026-03-12T16:00", Some(to_come));
    check("basis", "2026-03-14T11:00", "2026-03-01T16:00", None);
    // Does not change the dates, which reach to the work on site after the deadline.
    let passed = "Days 2026-03-14 00:00:00 – 2026-03-18 00:00:00";
    check("basis", "2026-03-14T11:00", "2026-03-17T09:00", Some(passed));
    // A longer axis would not have weekdays.
    check("basis", "2026-04-01T15:10", "2026-04-12T09:00", None);
}

#[test]
fn compared_agreements_share_an_axis() {
    let timeline = chart(None, "2026-04-03T15:00");
    let shown = timeline.lanes.iter().map(|lane| {
        let (name, about) = timeline::lane(Language::Danish, lane);
        plain(&[name, about, timeline::lane_note(Language::Danish, &timeline, lane).unwrap_or_default()].join("; "))
    });
    let expected = [
        "Erhverv Basis; driftscentral; tir kl. 11.00",
        "Erhverv Basis; tekniker; tir kl. 16.00",
        "Forskel; ; 3 dage og 22 timer",
        "Erhverv Pro; tekniker; fre kl. 18.00",
        "Erhverv Pro; driftscentral; fre kl. 16.00",
        "Erhverv Basis; arbejde på stedet; 7–15",
        "Erhverv Pro; arbejde på stedet; døgnet rundt",
        "Servicevindue; ; 00–06",
    ];
    assert_eq!(shown.collect::<Vec<_>>(), expected);
}

/// The published agreements with another on-site response time for Erhverv Basis; the sheet has 480 minutes.
fn catalogue(minutes: i64) -> Catalogue {
    let file = include_str!("../../../static/agreements.json");
    let file = file.replacen("\"minutes\": 480", &format!("\"minutes\": {minutes}"), 1);
    Catalogue::from_value(&Value::from_json(&file).unwrap()).unwrap()
}

fn compute(catalogue: &Catalogue, agreement: Option<&str>, report: Timestamp, now: Timestamp) -> (Responses, Timeline) {
    let question =
        Question { agreement: agreement.map(str::to_owned), report: Report::At(report), ..Question::default() };
    let responses = Page::compute(catalogue, &question, now).responses;
    let timeline = Timeline::compute(catalogue, &responses).unwrap();
    (responses, timeline)
}

fn chart(agreement: Option<&str>, reported: &str) -> Timeline {
    chart_at(agreement, reported, reported)
}

fn chart_at(agreement: Option<&str>, reported: &str, now: &str) -> Timeline {
    compute(&catalogue(480), agreement, at(reported), at(now)).1
}

fn danish(timeline: &Timeline) -> impl Fn(LabelContent<'_>) -> String {
    move |words| timeline::on_timeline(Language::Danish, timeline, words)
}

/// The instant of a Danish local time.
fn at(civil: &str) -> Timestamp {
    civil.parse().map(TimestampOrLocal::to_timestamp).unwrap()
}

fn civil(instant: Timestamp) -> String {
    let local = copenhagen::to_local(instant);
    format!("{} {}", local.date, local.time)
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{2060}', "")
}

/// Pseudorandom numbers, the same in every run (xorshift).
struct Random(u64);

impl Random {
    /// A number from 0 up to but not including the limit.
    fn below(&mut self, limit: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as i64
    }
}
