//! Invariants of every timeline chart.

use std::cell::RefCell;

use serviceaftale_core::agreement::ServiceMode;
use serviceaftale_core::answers::timeline::{
    Anchor, AxisUnit, Band, BarKind, Label, LabelContent, LabelKind, Lane, LaneKind,
};
use serviceaftale_core::answers::{ResponseDeadline, Responses, Timeline};
use serviceaftale_core::calendar::SpanKind;
use serviceaftale_core::messages::timeline_table::TableRow;
use serviceaftale_core::messages::{Language, timeline, timeline_table, times};
use serviceaftale_core::time::{DayTime, Interval, Timestamp, copenhagen};

/// The bands with the width of their narrowest plot in em.
const PLOT_WIDTHS: [(Band, f64); 3] =
    [(Band::Narrow, 212.0 / 13.0), (Band::Medium, 556.0 / 13.0), (Band::Wide, 692.0 / 14.0)];
/// The bands with the width of their narrowest day row in em.
const DAY_ROW_WIDTHS: [(Band, f64); 2] = [(Band::Narrow, 168.0 / 13.0), (Band::Medium, 432.0 / 13.0)];
/// The estimated width of a character in em.
const CHARACTER: f64 = 0.62;
/// Positions are rounded to thousandths, which may move a label by this distance in em.
const ROUNDING: f64 = 0.06;

/// Panics at the first violated invariant.
pub fn check_all(timeline: &Timeline, responses: &Responses, language: Language) {
    positions_are_monotone_in_time(timeline);
    the_axis_contains_everything(timeline);
    for lane in &timeline.lanes {
        bars_are_at_their_positions(lane, timeline.axis.interval);
    }
    let answers: Vec<_> = responses.agreements.iter().flat_map(|agreement| &agreement.deadlines).collect();
    let clocks: Vec<_> = timeline.lanes.iter().filter(|lane| matches!(lane.kind, LaneKind::Clock { .. })).collect();
    assert_eq!(answers.len(), clocks.len());
    for answer in answers {
        let kind = |lane: &&&Lane| match lane.kind {
            LaneKind::Clock { mode, deadline, working_seconds, position: at } => {
                (mode, deadline, working_seconds) == (answer.mode, answer.deadline, answer.working_seconds)
                    && at == position(deadline, timeline.axis.interval)
            }
            _ => false,
        };
        clock_bars_match_the_account(clocks.iter().find(kind).unwrap(), answer, timeline);
        the_table_has_every_bar(answer, timeline, language);
    }
    if let [only] = responses.agreements.as_slice() {
        let deadline = only.deadlines.iter().find(|answer| answer.mode == ServiceMode::OnSite).unwrap().deadline;
        let later = only.work_from.as_ref().map(|work| work.answer).filter(|from| *from > deadline);
        assert_eq!(timeline.work.map(|work| work.start), later);
    }
    labels_do_not_overlap(timeline, language);
    ticks_are_at_local_times(timeline, language);
    day_rows_are_complete(timeline, language);
}

/// Later instants never have lesser positions.
fn positions_are_monotone_in_time(timeline: &Timeline) {
    let axis = &timeline.axis;
    let mut positions: Vec<(Timestamp, u16)> = vec![(axis.interval.start, 0), (axis.interval.end, 1000)];
    positions.push((timeline.report, axis.position(timeline.report)));
    if timeline.shows_now() {
        positions.push((timeline.now, axis.position(timeline.now)));
    }
    if axis.unit == AxisUnit::Days {
        for day in &axis.days {
            positions.push((copenhagen::from_local(day.date, DayTime::MIDNIGHT), day.from));
            positions.push((copenhagen::from_local(day.date, DayTime::END_OF_DAY), day.to));
        }
    }
    for lane in &timeline.lanes {
        positions.extend(lane.bars.iter().flat_map(|bar| [(bar.interval.start, bar.from), (bar.interval.end, bar.to)]));
        if let LaneKind::Clock { deadline, position: at, .. } = lane.kind {
            positions.push((deadline, at));
        }
    }
    positions.sort();
    assert!(positions.is_sorted_by_key(|(_, position)| *position), "{positions:?}");
}

fn the_axis_contains_everything(timeline: &Timeline) {
    let Interval { start, end } = timeline.axis.interval;
    assert!(start <= timeline.report, "begins after the report");
    for lane in &timeline.lanes {
        if let LaneKind::Clock { deadline, .. } = lane.kind {
            assert!(deadline <= end, "ends before a deadline");
        }
    }
    let ends = [start, end].map(copenhagen::to_local);
    for local in ends {
        let seconds = local.time.signed_duration_since(chrono::NaiveTime::MIN).num_seconds();
        let whole = if timeline.axis.unit == AxisUnit::Days { 86_400 } else { 3600 };
        assert_eq!(seconds % whole, 0, "{local:?}");
    }
    let mut reached = 0;
    for day in &timeline.axis.days {
        assert!(day.from == reached && day.to > day.from, "{day:?}");
        reached = day.to;
    }
    assert_eq!(reached, 1000);
}

fn bars_are_at_their_positions(lane: &Lane, axis: Interval) {
    let mut reached = axis.start;
    for bar in &lane.bars {
        assert!(reached <= bar.interval.start && bar.interval.end <= axis.end, "{bar:?}");
        assert!(bar.interval.start < bar.interval.end, "{bar:?}");
        assert_eq!(
            (bar.from, bar.to),
            (position(bar.interval.start, axis), position(bar.interval.end, axis)),
            "{bar:?}"
        );
        reached = bar.interval.end;
    }
}

/// The bars of a clock cover the time from the report to the deadline and count the same time as the account.
fn clock_bars_match_the_account(lane: &Lane, answer: &ResponseDeadline, timeline: &Timeline) {
    let span = answer.span().unwrap();
    let mut reached = timeline.report;
    let mut counted = 0;
    for bar in &lane.bars {
        assert_eq!(bar.interval.start, reached, "{bar:?}");
        reached = bar.interval.end;
        counted += match bar.kind {
            BarKind::Counting => bar.interval.seconds(),
            BarKind::PartlyCounting(seconds) => seconds,
            _ => 0,
        };
    }
    assert_eq!(reached, span.end);
    assert_eq!(counted, answer.working_seconds);
    // An account with whole weeks in one span, or a long axis, has no hours to compare.
    let weeks = answer.account.iter().any(|span| matches!(span.kind, SpanKind::Weeks(_)));
    if !weeks && timeline.axis.has_detail() {
        let mut expected: Vec<(Interval, bool)> = Vec::new();
        for span in answer.account.iter().filter(|span| span.from < span.to) {
            match expected.last_mut() {
                Some((interval, counts)) if *counts == (span.counted_seconds > 0) => interval.end = span.to,
                _ => expected.push((Interval { start: span.from, end: span.to }, span.counted_seconds > 0)),
            }
        }
        let got: Vec<_> = lane.bars.iter().map(|bar| (bar.interval, bar.kind == BarKind::Counting)).collect();
        assert_eq!(got, expected);
    }
}

fn the_table_has_every_bar(answer: &ResponseDeadline, timeline: &Timeline, language: Language) {
    let rows = timeline_table::timeline_table(language, timeline);
    let is_deadline = |row: &&TableRow| {
        row.what.ends_with(timeline::started(language, answer.mode))
            && row.from == times::moment(language, answer.deadline, timeline.now)
    };
    assert!(rows.iter().any(|row| is_deadline(&row)), "{rows:?}");
    let bars: usize = timeline.lanes.iter().map(|lane| lane.bars.len()).sum();
    assert_eq!(rows.iter().filter(|row| !row.to.is_empty()).count(), bars, "{rows:?}");
}

/// By the estimated widths, no label overlaps another of its row or leaves the plot.
fn labels_do_not_overlap(timeline: &Timeline, language: Language) {
    let labels = timeline.labels(&|words| timeline::on_timeline(language, timeline, words));
    for (band, plot) in PLOT_WIDTHS {
        let shown: Vec<_> =
            labels.iter().filter(|label| label.band == band && label.kind != LabelKind::Footnote).collect();
        for (index, one) in shown.iter().enumerate() {
            let (left, right) = extent(one, plot);
            assert!(left > -ROUNDING && right < plot + ROUNDING, "{one:?} leaves the plot of {band:?}");
            let row = |label: &Label| if label.kind == LabelKind::DayName { LabelKind::Holiday } else { label.kind };
            for other in shown.iter().skip(index + 1).filter(|other| row(other) == row(one)) {
                assert!(are_apart((left, right), extent(other, plot)), "band {band:?}: {one:?} and {other:?}");
            }
            let LabelKind::Lane(lane) = one.kind else { continue };
            let lane = &timeline.lanes[lane];
            if matches!(lane.kind, LaneKind::Phone { .. } | LaneKind::Work { .. } | LaneKind::Window) {
                for bar in &lane.bars {
                    let bar = [bar.from, bar.to].map(|at| f64::from(at) * plot / 1000.0);
                    assert!(are_apart((left, right), (bar[0], bar[1])), "band {band:?}: {one:?} overlaps a bar");
                }
            }
        }
        let in_note = labels.iter().any(|label| label.kind == LabelKind::Footnote && label.band == band);
        let in_columns = shown.iter().filter(|label| label.kind == LabelKind::Holiday).count();
        let holidays = timeline.holidays().len();
        let has_band = band != Band::Narrow || timeline.is_stacked();
        assert_eq!(
            in_columns + if in_note { holidays } else { 0 },
            if has_band { holidays } else { 0 },
            "band {band:?}"
        );
    }
}

/// Every tick label is the hour or the date that starts at its position.
fn ticks_are_at_local_times(timeline: &Timeline, language: Language) {
    let expected: RefCell<Vec<(String, Timestamp)>> = RefCell::default();
    let labels = timeline.labels(&|words| {
        let text = timeline::on_timeline(language, timeline, words);
        match words {
            LabelContent::Hour(at) => {
                let time = copenhagen::to_local(at).time;
                assert!(timeline::on_timeline(language, timeline, words).ends_with("00"), "{time}");
                expected.borrow_mut().push((text.clone(), at));
            }
            LabelContent::Date(date, _) => {
                expected.borrow_mut().push((text.clone(), copenhagen::from_local(date, DayTime::MIDNIGHT)));
            }
            _ => {}
        }
        text
    });
    let expected = expected.into_inner();
    let ticks: Vec<_> = labels.iter().filter(|label| label.kind == LabelKind::Tick).collect();
    assert!(ticks.iter().any(|tick| tick.band == Band::Wide), "no ticks");
    for tick in ticks {
        let matches = |(text, at): &(String, Timestamp)| {
            *text == tick.text && tick.position == position(*at, timeline.axis.interval)
        };
        assert!(expected.iter().any(matches), "{tick:?}");
    }
}

/// The day rows have every date once and all counted time.
fn day_rows_are_complete(timeline: &Timeline, language: Language) {
    let rows = timeline.day_rows(&|words| timeline::on_timeline(language, timeline, words));
    assert_eq!(rows.is_empty(), timeline.is_stacked());
    if rows.is_empty() {
        return;
    }
    let dates: Vec<_> = rows.iter().flat_map(|row| row.days).collect();
    assert!(dates.iter().eq(&timeline.axis.days.iter().collect::<Vec<_>>()));
    let mut counted = 0;
    let mut marks = 0;
    let mut work_starts = Vec::new();
    for row in &rows {
        let midnight = |date| copenhagen::from_local(date, DayTime::MIDNIGHT);
        let start = midnight(row.days[0].date);
        let bounds = Interval { start, end: midnight(row.days.last().unwrap().date.succ_opt().unwrap()) };
        marks += row.markers.len();
        if row.days.len() > 1 {
            assert!(timeline.axis.is_long() && row.markers.is_empty() && row.captions.is_empty(), "{row:?}");
        }
        work_starts.extend(row.bars.iter().filter(|bar| bar.kind == BarKind::Work).map(|bar| bar.interval.start));
        for bar in &row.bars {
            assert_eq!((bar.from, bar.to), (position(bar.interval.start, bounds), position(bar.interval.end, bounds)));
            counted += if bar.kind == BarKind::Counting { bar.interval.seconds() } else { 0 };
        }
        for (band, plot) in DAY_ROW_WIDTHS {
            let captions: Vec<_> = row.captions.iter().filter(|caption| caption.band == band).collect();
            assert_eq!(captions.len() * DAY_ROW_WIDTHS.len(), row.captions.len());
            for (index, one) in captions.iter().enumerate() {
                let (left, right) = extent(one, plot);
                let fits = right - left <= plot;
                assert!(!fits || left > -ROUNDING && right < plot + ROUNDING, "{one:?}");
                for other in captions.iter().skip(index + 1).filter(|other| line(other) == line(one)) {
                    assert!(are_apart((left, right), extent(other, plot)), "{one:?} and {other:?}");
                }
            }
        }
    }
    assert_eq!(marks, 3 + usize::from(timeline.shows_now()) + usize::from(timeline.work.is_some()));
    assert_eq!(work_starts, Vec::from_iter(timeline.work.map(|work| work.start)));
    if timeline.axis.has_detail() {
        assert_eq!(counted, timeline.until_on_site().unwrap().1);
    }
}

fn line(caption: &Label) -> u8 {
    match caption.kind {
        LabelKind::Caption(line) | LabelKind::WindowCaption(line) => line,
        _ => panic!("{caption:?}"),
    }
}

fn position(at: Timestamp, within: Interval) -> u16 {
    u16::try_from(at.seconds_since(within.start) * 1000 / within.seconds()).unwrap()
}

fn extent(label: &Label, plot: f64) -> (f64, f64) {
    let width = CHARACTER * label.text.replace('\u{2060}', "").chars().count() as f64;
    let (at, margin) = (f64::from(label.position) * plot / 1000.0, f64::from(label.margin) / 10.0);
    let left = match label.anchor {
        Anchor::Start => at + margin,
        Anchor::Middle => at - width / 2.0,
        Anchor::End => at - margin - width,
    };
    (left, left + width)
}

fn are_apart(one: (f64, f64), other: (f64, f64)) -> bool {
    one.1 < other.0 + ROUNDING || other.1 < one.0 + ROUNDING
}
