//! Messages on and about the timeline of a response.

use chrono::{Datelike, NaiveDate};

use super::message::{Label, Message, label, message};
use super::{Language, capitalised, hours, times};
use crate::agreement::ServiceMode;
use crate::answers::Timeline;
use crate::answers::timeline::{
    AxisUnit, BarKind, DateFormat, DayName, LabelContent, LabelLength, Lane, LaneKind, TimelineDay, TimelineDifference,
};
use crate::time::copenhagen::{LocalDateTime, date as date_of, to_local};
use crate::time::{DayTime, Hours, Interval, Timestamp};

pub const HEADING: Label = label("Tidslinje", "Timeline");
pub const AS_TABLE: Label = label("Tidslinjen som tabel", "The timeline as a table");
pub const WHAT: Label = label("Hvad", "What");
pub const FROM: Label = label("Fra", "From");
pub const TO: Label = label("Til", "To");
pub(super) const NOW: Label = label("nu", "now");

const WINDOW_HOURS: Message<1> = message("servicevindue {0}", "maintenance {0}");
const WORK_FROM: Message<1> = message("på stedet fra {0}", "on site from {0}");

/// A label on the timeline.
pub fn on_timeline(language: Language, timeline: &Timeline, words: LabelContent<'_>) -> String {
    match words {
        LabelContent::Date(date, form) => short_date(language, date, form),
        LabelContent::Hour(at) => times::time_of_day(language, to_local(at).time),
        LabelContent::Weekday(date) => times::short_weekday(language, date).to_owned(),
        LabelContent::DayName(name) => day_name(language, name),
        LabelContent::Report(form) => report(language, timeline, form),
        LabelContent::Now => NOW.get(language).to_owned(),
        LabelContent::Deadline(at, LabelLength::Full) => short_moment(language, timeline, at),
        LabelContent::Deadline(at, LabelLength::Short) => times::clock(language, at),
        LabelContent::Deadline(at, LabelLength::Shortest) => times::time_of_day(language, to_local(at).time),
        LabelContent::Hours(interval) => hours_of(language, interval),
        LabelContent::Window(interval) => WINDOW_HOURS.format(language, [&hours_of(language, interval)]),
        LabelContent::WorkFrom(at) => WORK_FROM.format(language, [&times::clock(language, at)]),
        LabelContent::Duration(seconds) => times::duration(language, seconds),
        LabelContent::Holidays => holidays(language, timeline),
    }
}

const SHORT_MONTHS: [Label; 12] = [
    label("1", "Jan"),
    label("2", "Feb"),
    label("3", "Mar"),
    label("4", "Apr"),
    label("5", "May"),
    label("6", "Jun"),
    label("7", "Jul"),
    label("8", "Aug"),
    label("9", "Sep"),
    label("10", "Oct"),
    label("11", "Nov"),
    label("12", "Dec"),
];
const SHORT_DATE: Message<2> = message("{0}/{1}", "{0} {1}");

/// `fre 3/4`, `3/4` or `3/4 2026`.
pub fn short_date(language: Language, date: NaiveDate, form: DateFormat) -> String {
    let month = SHORT_MONTHS.get(date.month0() as usize).map_or("", |month| month.get(language));
    let day = SHORT_DATE.format(language, [&date.day().to_string(), month]);
    match form {
        DateFormat::Weekday => format!("{}\u{a0}{day}", times::short_weekday(language, date)),
        DateFormat::DayMonth => day,
        DateFormat::Year => format!("{day} {}", date.year()),
    }
}

/// `tir kl. 16.00`, or `7/4 kl. 16.00` on a long timeline, where a weekday would be ambiguous.
fn short_moment(language: Language, timeline: &Timeline, at: Timestamp) -> String {
    let date = date_of(at);
    let day = if timeline.axis.is_long() {
        short_date(language, date, DateFormat::DayMonth)
    } else {
        times::short_weekday(language, date).to_owned()
    };
    format!("{day} {}", times::clock(language, at))
}

/// A report at or after now, in full and in short.
const REPORT_AT: [Message<1>; 2] =
    [message("fejlen meldes {0}", "fault reported {0}"), message("meldes {0}", "reported {0}")];
/// A report before now, in full and in short.
const REPORTED_AT: [Message<1>; 2] =
    [message("fejlen er meldt {0}", "fault reported {0}"), message("meldt {0}", "reported {0}")];

fn report(language: Language, timeline: &Timeline, form: LabelLength) -> String {
    let at = timeline.report;
    let [full, short] = if at < timeline.now { REPORTED_AT } else { REPORT_AT };
    match form {
        LabelLength::Full if timeline.axis.is_long() => full.format(language, [&short_moment(language, timeline, at)]),
        LabelLength::Full => full.format(language, [&times::clock(language, at)]),
        LabelLength::Short => short.format(language, [&times::clock(language, at)]),
        LabelLength::Shortest => times::clock(language, at),
    }
}

/// `8–20`, of an interval within a day or from one day to the next.
fn hours_of(language: Language, interval: Interval) -> String {
    let (start, end) = (to_local(interval.start), to_local(interval.end));
    let midnight = start.date.and_time(chrono::NaiveTime::MIN);
    let time = |of: LocalDateTime| {
        let seconds = of.date.and_time(of.time).signed_duration_since(midnight).num_seconds();
        i32::try_from(seconds).ok().and_then(DayTime::from_seconds)
    };
    let hours = time(start).zip(time(end)).and_then(|(from, to)| Hours::new(from, to).ok());
    hours.map(|hours| hours::hours(language, hours)).unwrap_or_default()
}

const PHONE: Label = label("Telefonen er åben", "The phone is open");
const WORK: Label = label("arbejde på stedet", "work on site");
const WINDOW: Label = label("Servicevindue", "Maintenance window");
const DIFFERENCE: Label = label("Forskel", "Difference");
const ALWAYS: Label = label("døgnet rundt", "round the clock");
const REMOTE: Label = label("driftscentral", "operations centre");
const ON_SITE: Label = label("tekniker", "technician");

/// The name of a lane and its description, which may be empty.
pub fn lane(language: Language, lane: &Lane) -> (String, String) {
    let hours = |always: bool| if always { ALWAYS.get(language) } else { "" }.to_owned();
    let (name, about) = match lane.kind {
        LaneKind::Phone { always } => (PHONE, hours(always)),
        LaneKind::Work { always } => {
            if let Some(agreement) = &lane.agreement {
                return (agreement.clone(), WORK.get(language).to_owned());
            }
            (WORK, hours(always))
        }
        LaneKind::Clock { mode, working_seconds, .. } => {
            let clock = match mode {
                ServiceMode::Remote => REMOTE,
                ServiceMode::OnSite => ON_SITE,
            };
            if let Some(agreement) = &lane.agreement {
                return (agreement.clone(), clock.get(language).to_owned());
            }
            (clock, times::hours_and_minutes(language, working_seconds))
        }
        LaneKind::Window => (WINDOW, String::new()),
        LaneKind::Difference => (DIFFERENCE, String::new()),
    };
    (capitalised(name.get(language)), about)
}

/// The text beside the name of a lane where there is no room beside its bars: the deadline, the length of the
/// difference, or the hours if every bar has the same.
pub fn lane_note(language: Language, timeline: &Timeline, lane: &Lane) -> Option<String> {
    match (lane.kind, lane.bars.as_slice()) {
        (LaneKind::Clock { deadline, .. }, _) => Some(short_moment(language, timeline, deadline)),
        (LaneKind::Difference, [bar]) => Some(times::duration(language, bar.interval.seconds())),
        (LaneKind::Work { always: true }, _) => lane.agreement.as_ref().map(|_| ALWAYS.get(language).to_owned()),
        (_, [first, rest @ ..]) if timeline.axis.unit == AxisUnit::Days => {
            let hours = hours_of(language, first.interval);
            rest.iter().all(|bar| hours_of(language, bar.interval) == hours).then_some(hours)
        }
        _ => None,
    }
}

/// The date and name of a row of days, or the first and last date of several and the holidays among them.
pub fn day_row(language: Language, row: &TimelineDay<'_>) -> (String, String) {
    let mut names = String::new();
    for day in row.days {
        match &day.name {
            Some(DayName::Weekend) if row.days.len() > 1 => {}
            Some(name) => push_listed(&mut names, &day_name(language, name)),
            None => {}
        }
    }
    let dates = match row.days {
        [day] => short_date(language, day.date, DateFormat::Weekday),
        [first, .., last] => {
            let [first, last] = [first, last].map(|day| short_date(language, day.date, DateFormat::DayMonth));
            joined(&first, " – ", &last)
        }
        [] => String::new(),
    };
    (dates, names)
}

const WEEKEND: Label = label("weekend", "Weekend");

fn day_name(language: Language, name: &DayName) -> String {
    match name {
        DayName::Special(day) => hours::special_day(language, day),
        DayName::Weekend => WEEKEND.get(language).to_owned(),
    }
}

const HOLIDAY: Message<1> = message("Helligdag: {0}.", "Public holiday: {0}.");
const HOLIDAYS: Message<1> = message("Helligdage: {0}.", "Public holidays: {0}.");

/// `Helligdag: fre 3/4 langfredag.`, where there is no room for the names beside their dates.
fn holidays(language: Language, timeline: &Timeline) -> String {
    let (holidays, mut names) = (timeline.holidays(), String::new());
    for (date, day) in &holidays {
        let date = short_date(language, *date, DateFormat::Weekday);
        push_listed(&mut names, &joined(&date, "\u{a0}", &hours::special_day(language, day)));
    }
    if holidays.len() == 1 { HOLIDAY } else { HOLIDAYS }.format(language, [&names])
}

const COUNTS: Label = label("tæller", "counts");
const COUNTS_NOT: Label = label("tæller ikke", "does not count");
const COUNTS_PARTLY: Label = label("tæller delvis", "counts in part");

/// The legend of a bar of a response clock.
pub const fn shade(language: Language, shade: BarKind) -> &'static str {
    let words = match shade {
        BarKind::Counting => COUNTS,
        BarKind::PartlyCounting(_) => COUNTS_PARTLY,
        _ => COUNTS_NOT,
    };
    words.get(language)
}

const REMOTE_STARTED: Label =
    label("AURA i gang senest fra driftscentralen", "AURA has started remotely at the latest");
const ON_SITE_STARTED: Label =
    label("AURA i gang senest med tekniker", "AURA has started with a technician at the latest");

/// The legend of a deadline's marker.
pub const fn started(language: Language, response: ServiceMode) -> &'static str {
    let words = match response {
        ServiceMode::Remote => REMOTE_STARTED,
        ServiceMode::OnSite => ON_SITE_STARTED,
    };
    words.get(language)
}

const SOONER: Message<3> = message(
    "Kræver fejlen tekniker, er AURA i gang *{1}* før med {0} end med {2}.",
    "If a technician is needed, AURA has started *{1}* sooner with {0} than with {2}.",
);
const SAME: Label = label("Fristen for tekniker er den samme.", "The deadline for a technician is the same.");
const TAKES: Message<2> = message(
    "Fra fejlen meldes, til AURA er i gang med tekniker, går der højst *{0}*. Kun *{1}* af dem tæller.",
    "From the report until AURA has started with a technician, at most *{0}* pass. Only *{1}* of them count.",
);
const TAKES_ALL: Message<1> = message(
    "Fra fejlen meldes, til AURA er i gang med tekniker, går der højst *{0}*. Hele tiden tæller.",
    "From the report until AURA has started with a technician, at most *{0}* pass. All of that time counts.",
);

/// A summary of the timeline. Text between asterisks is to be emphasised.
pub fn about_timeline(language: Language, timeline: &Timeline) -> String {
    if let Some(TimelineDifference { sooner, later, interval }) = &timeline.difference {
        return SOONER.format(language, [sooner, &times::duration(language, interval.seconds()), later]);
    }
    match timeline.until_on_site() {
        Some(_) if timeline.is_comparison => SAME.get(language).to_owned(),
        Some((elapsed, counted)) if counted == elapsed => {
            TAKES_ALL.format(language, [&times::hours_and_minutes(language, elapsed)])
        }
        Some((elapsed, counted)) => {
            let whole_hours = counted % 3600 == 0 && elapsed % 3600 == 0;
            let counted =
                if whole_hours { (counted / 3600).to_string() } else { times::hours_and_minutes(language, counted) };
            TAKES.format(language, [&times::hours_and_minutes(language, elapsed), &counted])
        }
        None => String::new(),
    }
}

pub(super) fn joined(one: &str, between: &str, other: &str) -> String {
    [one, between, other].concat()
}

fn push_listed(list: &mut String, next: &str) {
    list.push_str(if list.is_empty() { "" } else { ", " });
    list.push_str(next);
}
