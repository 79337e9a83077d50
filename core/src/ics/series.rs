//! Recurrence rules of a calendar's hours, with their exceptions.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::{WeeklySchedule, WorkingCalendar};
use crate::time::copenhagen::LocalResult;
use crate::time::{Hours, Interval, copenhagen};

/// The hours of a calendar between two dates, as weekly series with exceptions.
pub(super) struct Recurring {
    pub series: Vec<Series>,
    /// Opening intervals that replace no hours of a series, with their local dates.
    pub extra: Vec<(NaiveDate, Interval)>,
}

/// Hours that recur on one or more weekdays.
pub(super) struct Series {
    /// In the order of the week; never empty.
    pub weekdays: Vec<Weekday>,
    /// The index of the hours among those of the first weekday.
    pub index: usize,
    pub hours: Hours,
    /// The first date in the range with these hours, if any.
    pub first: Option<NaiveDate>,
    /// Later dates on which the hours are left out.
    pub excluded: Vec<NaiveDate>,
    /// Later dates on which another interval replaces the hours.
    pub replaced: Vec<(NaiveDate, Interval)>,
}

/// The calendar's hours that start on dates from `from` to `until`, both included.
pub(super) fn recurring(calendar: &WorkingCalendar, from: NaiveDate, until: NaiveDate) -> Recurring {
    let mut series = weekly_series(calendar.weekly());
    let mut extra = Vec::new();
    for date in from.iter_days().take_while(|date| *date <= until) {
        let usual = calendar.weekly().hours_on_date(date);
        let (mut regular, mut irregular) = (Vec::new(), Vec::new());
        for hours in calendar.hours_on(date).0 {
            let open = open_within(calendar, date, *hours);
            let follows_rule = usual.contains(hours) && follows_rule(date, *hours, &open);
            if follows_rule { regular.push(*hours) } else { irregular.extend(open) }
        }
        for one in series.iter_mut().filter(|one| one.weekdays.contains(&date.weekday())) {
            if regular.contains(&one.hours) {
                one.first.get_or_insert(date);
            } else if one.first.is_some() {
                one.excluded.push(date);
            }
        }
        for interval in irregular {
            let free = series.iter_mut().find(|one| one.excluded.last() == Some(&date));
            match free {
                Some(one) => {
                    one.excluded.pop();
                    one.replaced.push((date, interval));
                }
                None => extra.push((date, interval)),
            }
        }
    }
    Recurring { series, extra }
}

fn weekly_series(weekly: &WeeklySchedule) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    for weekday in [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun] {
        for (index, hours) in weekly.hours_on(weekday).iter().enumerate() {
            match all.iter_mut().find(|one| one.hours == *hours) {
                // Repeated hours count once.
                Some(one) if one.weekdays.contains(&weekday) => {}
                Some(one) => one.weekdays.push(weekday),
                None => {
                    let (first, excluded, replaced) = (None, Vec::new(), Vec::new());
                    all.push(Series { weekdays: vec![weekday], index, hours: *hours, first, excluded, replaced });
                }
            }
        }
    }
    all
}

/// The open intervals within the hours of the date.
fn open_within(calendar: &WorkingCalendar, date: NaiveDate, hours: Hours) -> Vec<Interval> {
    let whole = on(date, hours);
    let periods = calendar.periods(whole.start).take_while(|period| period.start < whole.end);
    periods.filter_map(|period| period.within(whole)).collect()
}

/// Whether a recurrence rule gives exactly these hours: they are open throughout, have their usual length, and do not
/// start or end in a gap or a fold. Calendar programs disagree about rules on nights with a clock change.
fn follows_rule(date: NaiveDate, hours: Hours, open: &[Interval]) -> bool {
    let whole = on(date, hours);
    let usual_seconds = hours.to().seconds() - hours.from().seconds();
    let is_unambiguous = |time| matches!(copenhagen::resolve_local(date, time), LocalResult::Unambiguous(_));
    let is_usual =
        whole.seconds() == i64::from(usual_seconds) && is_unambiguous(hours.from()) && is_unambiguous(hours.to());
    open == [whole] && (hours == Hours::WHOLE_DAY || is_usual)
}

fn on(date: NaiveDate, hours: Hours) -> Interval {
    Interval { start: copenhagen::from_local(date, hours.from()), end: copenhagen::from_local(date, hours.to()) }
}
