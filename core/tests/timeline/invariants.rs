//! What must hold of every picture?

use std::cell::RefCell;

use serviceaftale_core::agreement::ServiceMode;
use serviceaftale_core::answers::timeline::{Anchor, Band, Label, Lane, LaneKind, Row, Shade, Unit, Words};
use serviceaftale_core::answers::{ResponseAnswer, Responses, Timeline};
use serviceaftale_core::calendar::SpanKind;
use serviceaftale_core::messages::Messages;
use serviceaftale_core::time::{DayTime, Interval, Timestamp, copenhagen};

/// The bands, each with the width of its narrowest plot in em.
const PLOTS: [(Band, f64); 3] =
    [(Band::Narrow, 212.0 / 13.0), (Band::Medium, 556.0 / 13.0), (Band::Wide, 692.0 / 14.0)];
/// The same of a day's row.
const DAY_ROWS: [(Band, f64); 2] = [(Band::Narrow, 168.0 / 13.0), (Band::Medium, 432.0 / 13.0)];
/// The width of a character in em.
const CHARACTER: f64 = 0.62;
/// A place is a whole thousandth, so that a label may lie that much, in em, from where it was meant to.
const ROUNDING: f64 = 0.06;

/// Panics with the first thing that is wrong.
pub fn hold(timeline: &Timeline, responses: &Responses, say: &Messages) {
    positions_are_monotone_in_time(timeline);
    the_axis_holds_everything(timeline);
    for lane in &timeline.lanes {
        bars_are_in_place(lane, timeline.axis.interval);
    }
    let answers: Vec<_> = responses.agreements.iter().flat_map(|agreement| &agreement.answers).collect();
    let clocks: Vec<_> = timeline.lanes.iter().filter(|lane| matches!(lane.kind, LaneKind::Clock { .. })).collect();
    assert_eq!(answers.len(), clocks.len());
    for answer in answers {
        let kind = |lane: &&&Lane| match lane.kind {
            LaneKind::Clock { response, deadline, working_seconds, at } => {
                (response, deadline, working_seconds) == (answer.response, answer.deadline, answer.working_seconds)
                    && at == place(deadline, timeline.axis.interval)
            }
            _ => false,
        };
        clocks_tile(clocks.iter().find(kind).unwrap(), answer, timeline);
        the_table_tells(answer, timeline, say);
    }
    if let [only] = responses.agreements.as_slice() {
        let deadline = only.answers.iter().find(|answer| answer.response == ServiceMode::OnSite).unwrap().deadline;
        let later = only.work_from.as_ref().map(|asked| asked.answer).filter(|from| *from > deadline);
        assert_eq!(timeline.work.map(|work| work.start), later);
    }
    labels_have_room(timeline, say);
    heads_are_at_civil_times(timeline, say);
    rows_are_whole(timeline, say);
}

/// Of everything with a place on the axis, what is later is not further to the left.
fn positions_are_monotone_in_time(timeline: &Timeline) {
    let axis = &timeline.axis;
    let mut places: Vec<(Timestamp, u16)> = vec![(axis.interval.start, 0), (axis.interval.end, 1000)];
    places.push((timeline.report, axis.position(timeline.report)));
    if timeline.shows_now() {
        places.push((timeline.now, axis.position(timeline.now)));
    }
    if axis.unit == Unit::Days {
        for day in &axis.days {
            places.push((copenhagen::from_local(day.date, DayTime::MIDNIGHT), day.from));
            places.push((copenhagen::from_local(day.date, DayTime::END_OF_DAY), day.to));
        }
    }
    for lane in &timeline.lanes {
        places.extend(lane.bars.iter().flat_map(|bar| [(bar.interval.start, bar.from), (bar.interval.end, bar.to)]));
        if let LaneKind::Clock { deadline, at, .. } = lane.kind {
            places.push((deadline, at));
        }
    }
    places.sort();
    assert!(places.is_sorted_by_key(|(_, place)| *place), "{places:?}");
}

fn the_axis_holds_everything(timeline: &Timeline) {
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
        let whole = if timeline.axis.unit == Unit::Days { 86_400 } else { 3600 };
        assert_eq!(seconds % whole, 0, "{local:?}");
    }
    let mut reached = 0;
    for day in &timeline.axis.days {
        assert!(day.from == reached && day.to > day.from, "{day:?}");
        reached = day.to;
    }
    assert_eq!(reached, 1000);
}

fn bars_are_in_place(lane: &Lane, axis: Interval) {
    let mut reached = axis.start;
    for bar in &lane.bars {
        assert!(reached <= bar.interval.start && bar.interval.end <= axis.end, "{bar:?}");
        assert!(bar.interval.start < bar.interval.end, "{bar:?}");
        assert_eq!((bar.from, bar.to), (place(bar.interval.start, axis), place(bar.interval.end, axis)), "{bar:?}");
        reached = bar.interval.end;
    }
}

/// From the report to the deadline without a gap, counting what the account counts.
fn clocks_tile(lane: &Lane, answer: &ResponseAnswer, timeline: &Timeline) {
    let span = answer.span().unwrap();
    let mut reached = timeline.report;
    let mut counted = 0;
    for bar in &lane.bars {
        assert_eq!(bar.interval.start, reached, "{bar:?}");
        reached = bar.interval.end;
        counted += match bar.shade {
            Shade::Counts => bar.interval.seconds(),
            Shade::Partly(seconds) => seconds,
            _ => 0,
        };
    }
    assert_eq!(reached, span.end);
    assert_eq!(counted, answer.working_seconds);
    // The account tells whole weeks in one span, and a long axis has no room for hours.
    let weeks = answer.account.iter().any(|span| matches!(span.kind, SpanKind::Weeks(_)));
    if !weeks && timeline.axis.has_detail() {
        let mut expected: Vec<(Interval, bool)> = Vec::new();
        for span in answer.account.iter().filter(|span| span.from < span.to) {
            match expected.last_mut() {
                Some((interval, counts)) if *counts == (span.counted_seconds > 0) => interval.end = span.to,
                _ => expected.push((Interval { start: span.from, end: span.to }, span.counted_seconds > 0)),
            }
        }
        let got: Vec<_> = lane.bars.iter().map(|bar| (bar.interval, bar.shade == Shade::Counts)).collect();
        assert_eq!(got, expected);
    }
}

fn the_table_tells(answer: &ResponseAnswer, timeline: &Timeline, say: &Messages) {
    let rows = say.timeline_table(timeline);
    let told = |row: &&serviceaftale_core::messages::TableRow| {
        row.what.ends_with(say.started(answer.response)) && row.from == say.moment(answer.deadline, timeline.now)
    };
    assert!(rows.iter().any(|row| told(&row)), "{rows:?}");
    let bars: usize = timeline.lanes.iter().map(|lane| lane.bars.len()).sum();
    assert_eq!(rows.iter().filter(|row| !row.to.is_empty()).count(), bars, "{rows:?}");
}

/// By the rule of widths no label touches another of its row, or leaves the plot.
fn labels_have_room(timeline: &Timeline, say: &Messages) {
    let labels = timeline.labels(&|words| say.on_timeline(timeline, words));
    for (band, plot) in PLOTS {
        let shown: Vec<_> = labels.iter().filter(|label| label.band == band && label.row != Row::Note).collect();
        for (index, one) in shown.iter().enumerate() {
            let (left, right) = extent(one, plot);
            assert!(left > -ROUNDING && right < plot + ROUNDING, "{one:?} leaves the plot of {band:?}");
            let row = |label: &Label| if label.row == Row::Name { Row::Holiday } else { label.row };
            for other in shown.iter().skip(index + 1).filter(|other| row(other) == row(one)) {
                assert!(are_apart((left, right), extent(other, plot)), "band {band:?}: {one:?} and {other:?}");
            }
            let Row::Lane(lane) = one.row else { continue };
            let lane = &timeline.lanes[lane];
            if matches!(lane.kind, LaneKind::Phone { .. } | LaneKind::Work { .. } | LaneKind::Window) {
                for bar in &lane.bars {
                    let bar = [bar.from, bar.to].map(|at| f64::from(at) * plot / 1000.0);
                    assert!(are_apart((left, right), (bar[0], bar[1])), "band {band:?}: {one:?} lies on a bar");
                }
            }
        }
        let in_note = labels.iter().any(|label| label.row == Row::Note && label.band == band);
        let in_columns = shown.iter().filter(|label| label.row == Row::Holiday).count();
        let holidays = timeline.holidays().len();
        let has_band = band != Band::Narrow || timeline.stacks();
        assert_eq!(
            in_columns + if in_note { holidays } else { 0 },
            if has_band { holidays } else { 0 },
            "band {band:?}"
        );
    }
}

/// Every head names the hour or the date that begins where it stands.
fn heads_are_at_civil_times(timeline: &Timeline, say: &Messages) {
    let written: RefCell<Vec<(String, Timestamp)>> = RefCell::default();
    let labels = timeline.labels(&|words| {
        let text = say.on_timeline(timeline, words);
        match words {
            Words::Hour(at) => {
                let time = copenhagen::to_local(at).time;
                assert!(say.on_timeline(timeline, words).ends_with("00"), "{time}");
                written.borrow_mut().push((text.clone(), at));
            }
            Words::Day(date, _) => {
                written.borrow_mut().push((text.clone(), copenhagen::from_local(date, DayTime::MIDNIGHT)));
            }
            _ => {}
        }
        text
    });
    let written = written.into_inner();
    let heads: Vec<_> = labels.iter().filter(|label| label.row == Row::Head).collect();
    assert!(heads.iter().any(|head| head.band == Band::Wide), "no heads");
    for head in heads {
        let named =
            |(text, at): &(String, Timestamp)| *text == head.text && head.at == place(*at, timeline.axis.interval);
        assert!(written.iter().any(named), "{head:?}");
    }
}

/// The rows of days show every date once, and in them all that the clock counts.
fn rows_are_whole(timeline: &Timeline, say: &Messages) {
    let rows = timeline.day_rows(&|words| say.on_timeline(timeline, words));
    assert_eq!(rows.is_empty(), timeline.stacks());
    if rows.is_empty() {
        return;
    }
    let dates: Vec<_> = rows.iter().flat_map(|row| row.days).collect();
    assert!(dates.iter().eq(&timeline.axis.days.iter().collect::<Vec<_>>()));
    let mut counted = 0;
    let mut marks = 0;
    let mut works = Vec::new();
    for row in &rows {
        let midnight = |date| copenhagen::from_local(date, DayTime::MIDNIGHT);
        let start = midnight(row.days[0].date);
        let bounds = Interval { start, end: midnight(row.days.last().unwrap().date.succ_opt().unwrap()) };
        marks += row.marks.len();
        if row.days.len() > 1 {
            assert!(timeline.axis.is_long() && row.marks.is_empty() && row.captions.is_empty(), "{row:?}");
        }
        works.extend(row.bars.iter().filter(|bar| bar.shade == Shade::Work).map(|bar| bar.interval.start));
        for bar in &row.bars {
            assert_eq!((bar.from, bar.to), (place(bar.interval.start, bounds), place(bar.interval.end, bounds)));
            counted += if bar.shade == Shade::Counts { bar.interval.seconds() } else { 0 };
        }
        for (band, plot) in DAY_ROWS {
            let captions: Vec<_> = row.captions.iter().filter(|caption| caption.band == band).collect();
            assert_eq!(captions.len() * DAY_ROWS.len(), row.captions.len());
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
    assert_eq!(works, Vec::from_iter(timeline.work.map(|work| work.start)));
    if timeline.axis.has_detail() {
        assert_eq!(counted, timeline.until_on_site().unwrap().1);
    }
}

fn line(caption: &Label) -> u8 {
    match caption.row {
        Row::Below(line) | Row::WindowBelow(line) => line,
        _ => panic!("{caption:?}"),
    }
}

fn place(at: Timestamp, within: Interval) -> u16 {
    u16::try_from(at.seconds_since(within.start) * 1000 / within.seconds()).unwrap()
}

fn extent(label: &Label, plot: f64) -> (f64, f64) {
    let width = CHARACTER * label.text.replace('\u{2060}', "").chars().count() as f64;
    let (at, gap) = (f64::from(label.at) * plot / 1000.0, f64::from(label.gap) / 10.0);
    let left = match label.anchor {
        Anchor::Start => at + gap,
        Anchor::Middle => at - width / 2.0,
        Anchor::End => at - gap - width,
    };
    (left, left + width)
}

fn are_apart(one: (f64, f64), other: (f64, f64)) -> bool {
    one.1 < other.0 + ROUNDING || other.1 < one.0 + ROUNDING
}
