//! How is the picture of a response told?

use chrono::{Datelike, NaiveDate};

use super::{Language, Messages, Sentence, capitalised, danish, english};
use crate::agreement::ServiceMode;
use crate::answers::Timeline;
use crate::answers::timeline::{
    DayForm, DayName, Form, Lane, LaneKind, Shade, TimelineDay, TimelineDifference, Unit, Words,
};
use crate::time::copenhagen::{LocalDateTime, date as date_of, to_local};
use crate::time::{DayTime, Hours, Interval, Timestamp};

/// The words for the picture. What lies between two asterisks is strong.
#[cfg_attr(test, derive(Debug))]
pub struct TimelineWords {
    /// The panel.
    pub heading: &'static str,
    /// What opens the table that says the same.
    pub as_table: &'static str,
    /// Above what the table's rows are about.
    pub what: &'static str,
    /// Above when they begin.
    pub from: &'static str,
    /// Above when they end.
    pub to: &'static str,
    pub(super) phone: &'static str,
    /// The operations centre, within a sentence.
    pub(super) remote: &'static str,
    /// A technician, within a sentence.
    pub(super) on_site: &'static str,
    pub(super) work: &'static str,
    pub(super) window: &'static str,
    pub(super) difference: &'static str,
    /// Of hours without end.
    pub(super) always: &'static str,
    pub(super) weekend: &'static str,
    pub(super) now: &'static str,
    /// The months as a short date has them, January first.
    pub(super) months: [&'static str; 12],
    /// A short date's day and month.
    pub(super) date: Sentence<2>,
    /// A report now or to come.
    pub(super) report: &'static str,
    /// A report that has been made.
    pub(super) reported: &'static str,
    /// The one and when, in full and in short.
    pub(super) report_at: [Sentence<1>; 2],
    /// The other and when, in full and in short.
    pub(super) reported_at: [Sentence<1>; 2],
    /// A window's hours.
    pub(super) window_hours: Sentence<1>,
    /// When work on site begins.
    pub(super) work_from: Sentence<1>,
    /// The only public holiday.
    pub(super) holiday: Sentence<1>,
    /// Several public holidays.
    pub(super) holidays: Sentence<1>,
    pub(super) counts: &'static str,
    pub(super) counts_not: &'static str,
    /// A stretch of which not all counts.
    pub(super) counts_partly: &'static str,
    /// What the marker of a remote deadline means.
    pub(super) remote_started: &'static str,
    /// What the marker of a technician's deadline means.
    pub(super) on_site_started: &'static str,
    /// How long it takes until a technician has started, and how much of that counts.
    pub(super) takes: Sentence<2>,
    /// The same where all of it counts.
    pub(super) takes_all: Sentence<1>,
    /// The agreement with the sooner deadline, how much sooner, the other.
    pub(super) sooner: Sentence<3>,
    pub(super) same: &'static str,
}

impl Messages {
    /// The words for the picture. They are no field, so that the first answer does not wait for them.
    pub const fn timeline(&self) -> &'static TimelineWords {
        match self.language {
            Language::Danish => &danish::timeline::TIMELINE,
            Language::English => &english::timeline::TIMELINE,
        }
    }

    /// What is written on the picture.
    pub fn on_timeline(&self, timeline: &Timeline, words: Words<'_>) -> String {
        match words {
            Words::Day(date, form) => self.short_date(date, form),
            Words::Hour(at) => self.time_of_day(to_local(at).time),
            Words::Weekday(date) => self.short_weekday(date).to_owned(),
            Words::Name(name) => self.day_name(name),
            Words::Report(form) => self.report_on(timeline, form),
            Words::Now => self.timeline().now.to_owned(),
            Words::Deadline(at, Form::Full) => self.short_moment(timeline, at),
            Words::Deadline(at, Form::Short) => self.clock(at),
            Words::Deadline(at, Form::Least) => self.time_of_day(to_local(at).time),
            Words::Hours(interval) => self.hours_of(interval),
            Words::Window(interval) => self.timeline().window_hours.with([&self.hours_of(interval)]),
            Words::WorkFrom(at) => self.timeline().work_from.with([&self.clock(at)]),
            Words::Length(seconds) => self.duration(seconds),
            Words::Holidays => self.holidays_on(timeline),
        }
    }

    /// `fre 3/4`, `3/4` or `3/4 2026`.
    pub fn short_date(&self, date: NaiveDate, form: DayForm) -> String {
        let month = self.timeline().months.get(date.month0() as usize).copied().unwrap_or_default();
        let day = self.timeline().date.with([&date.day().to_string(), month]);
        match form {
            DayForm::Weekday => format!("{}\u{a0}{day}", self.short_weekday(date)),
            DayForm::Plain => day,
            DayForm::Year => format!("{day} {}", date.year()),
        }
    }

    /// `tir kl. 16.00`; with its date where the weekday is not enough.
    fn short_moment(&self, timeline: &Timeline, at: Timestamp) -> String {
        let day = if timeline.axis.is_long() {
            self.short_date(date_of(at), DayForm::Plain)
        } else {
            self.short_weekday(date_of(at)).to_owned()
        };
        format!("{day} {}", self.clock(at))
    }

    fn report_on(&self, timeline: &Timeline, form: Form) -> String {
        let TimelineWords { report_at, reported_at, .. } = self.timeline();
        let at = timeline.report;
        let [full, short] = if at < timeline.now { reported_at } else { report_at };
        match form {
            Form::Full if timeline.axis.is_long() => full.with([&self.short_moment(timeline, at)]),
            Form::Full => full.with([&self.clock(at)]),
            Form::Short => short.with([&self.clock(at)]),
            Form::Least => self.clock(at),
        }
    }

    /// `8–20`, of an interval within a day or from one day to the next.
    fn hours_of(&self, interval: Interval) -> String {
        let (start, end) = (to_local(interval.start), to_local(interval.end));
        let midnight = start.date.and_time(chrono::NaiveTime::MIN);
        let time = |of: LocalDateTime| {
            let seconds = of.date.and_time(of.time).signed_duration_since(midnight).num_seconds();
            i32::try_from(seconds).ok().and_then(DayTime::from_seconds)
        };
        let hours = time(start).zip(time(end)).and_then(|(from, to)| Hours::new(from, to).ok());
        hours.map(|hours| self.hours(hours)).unwrap_or_default()
    }

    /// A lane's name and what is to be said of it.
    pub fn lane(&self, lane: &Lane) -> (String, String) {
        let words = self.timeline();
        let always = |always: bool| if always { words.always } else { "" }.to_owned();
        let (name, about) = match lane.kind {
            LaneKind::Phone { always: round_the_clock } => (words.phone, always(round_the_clock)),
            LaneKind::Work { always: round_the_clock } => {
                if let Some(agreement) = &lane.agreement {
                    return (agreement.clone(), words.work.to_owned());
                }
                (words.work, always(round_the_clock))
            }
            LaneKind::Clock { response, working_seconds, .. } => {
                let clock = self.clock_name(response);
                if let Some(agreement) = &lane.agreement {
                    return (agreement.clone(), clock.to_owned());
                }
                (clock, self.hours_and_minutes(working_seconds))
            }
            LaneKind::Window => (words.window, String::new()),
            LaneKind::Difference => (words.difference, String::new()),
        };
        (capitalised(name), about)
    }

    /// What stands beside a lane's name where there is no room beside its bars: the deadline, how long the difference
    /// is, or the hours, where they are the same every time.
    pub fn told(&self, timeline: &Timeline, lane: &Lane) -> Option<String> {
        match (lane.kind, lane.bars.as_slice()) {
            (LaneKind::Clock { deadline, .. }, _) => Some(self.short_moment(timeline, deadline)),
            (LaneKind::Difference, [bar]) => Some(self.duration(bar.interval.seconds())),
            (LaneKind::Work { always: true }, _) => lane.agreement.as_ref().map(|_| self.timeline().always.to_owned()),
            (_, [first, rest @ ..]) if timeline.axis.unit == Unit::Days => {
                let hours = self.hours_of(first.interval);
                rest.iter().all(|bar| self.hours_of(bar.interval) == hours).then_some(hours)
            }
            _ => None,
        }
    }

    const fn clock_name(&self, response: ServiceMode) -> &'static str {
        match response {
            ServiceMode::Remote => self.timeline().remote,
            ServiceMode::OnSite => self.timeline().on_site,
        }
    }

    /// What a day's row is of: its date and its name, or the first and last date of a run and the holidays in it.
    pub fn day_row(&self, row: &TimelineDay<'_>) -> (String, String) {
        let mut names = String::new();
        for day in row.days {
            match &day.name {
                Some(DayName::Weekend) if row.days.len() > 1 => {}
                Some(name) => listed(&mut names, &self.day_name(name)),
                None => {}
            }
        }
        let dates = match row.days {
            [day] => self.short_date(day.date, DayForm::Weekday),
            [first, .., last] => {
                let [first, last] = [first, last].map(|day| self.short_date(day.date, DayForm::Plain));
                joined(&first, " – ", &last)
            }
            [] => String::new(),
        };
        (dates, names)
    }

    fn day_name(&self, name: &DayName) -> String {
        match name {
            DayName::Special(special) => self.special_day(special),
            DayName::Weekend => self.timeline().weekend.to_owned(),
        }
    }

    /// The public holidays where they have no room beside their dates: `Helligdage: fre 3/4 langfredag`.
    fn holidays_on(&self, timeline: &Timeline) -> String {
        let (holidays, mut listed_all) = (timeline.holidays(), String::new());
        for (date, special) in &holidays {
            let date = self.short_date(*date, DayForm::Weekday);
            listed(&mut listed_all, &joined(&date, "\u{a0}", &self.special_day(special)));
        }
        let TimelineWords { holiday, holidays: several, .. } = self.timeline();
        if holidays.len() == 1 { holiday } else { several }.with([&listed_all])
    }

    /// What a bar of a response clock means.
    pub const fn shade(&self, shade: Shade) -> &'static str {
        match shade {
            Shade::Counts => self.timeline().counts,
            Shade::Partly(_) => self.timeline().counts_partly,
            _ => self.timeline().counts_not,
        }
    }

    /// What the marker of a deadline means.
    pub const fn started(&self, response: ServiceMode) -> &'static str {
        match response {
            ServiceMode::Remote => self.timeline().remote_started,
            ServiceMode::OnSite => self.timeline().on_site_started,
        }
    }

    /// What the picture shows, in a sentence or two; strong between asterisks.
    pub fn about_timeline(&self, timeline: &Timeline) -> String {
        let words = self.timeline();
        if let Some(TimelineDifference { sooner, later, interval }) = &timeline.difference {
            return words.sooner.with([sooner, &self.duration(interval.seconds()), later]);
        }
        match timeline.until_on_site() {
            Some(_) if timeline.compares => words.same.to_owned(),
            Some((elapsed, counted)) if counted == elapsed => words.takes_all.with([&self.hours_and_minutes(elapsed)]),
            Some((elapsed, counted)) => {
                let in_hours = counted % 3600 == 0 && elapsed % 3600 == 0;
                let counted = if in_hours { (counted / 3600).to_string() } else { self.hours_and_minutes(counted) };
                words.takes.with([&self.hours_and_minutes(elapsed), &counted])
            }
            None => String::new(),
        }
    }
}

pub(super) fn joined(one: &str, between: &str, other: &str) -> String {
    [one, between, other].concat()
}

fn listed(words: &mut String, next: &str) {
    words.push_str(if words.is_empty() { "" } else { ", " });
    words.push_str(next);
}
