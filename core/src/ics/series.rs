//! Which hours come back every week, and on which dates do they not?

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::{WeeklySchedule, WorkingCalendar};
use crate::time::copenhagen::LocalResult;
use crate::time::{Hours, Interval, copenhagen};

/// The hours of a calendar between two dates, as a rule with its exceptions.
pub(super) struct Recurring {
    /// The weekly hours.
    pub series: Vec<Series>,
    /// What is open beside them and takes the place of nothing, with the date on which it begins.
    pub extra: Vec<(NaiveDate, Interval)>,
}

/// The same hours on one weekday or several.
pub(super) struct Series {
    /// In the week's order; at least one.
    pub weekdays: Vec<Weekday>,
    /// Which of the first weekday's hours they are, from 0.
    pub place: usize,
    /// The hours.
    pub hours: Hours,
    /// The first date on which they hold; none when there is none.
    pub first: Option<NaiveDate>,
    /// The dates after it on which nothing is open in their place.
    pub left_out: Vec<NaiveDate>,
    /// The dates after it on which something else is open in their place.
    pub instead: Vec<(NaiveDate, Interval)>,
}

/// The calendar's hours that begin from one date up to and including another.
pub(super) fn recurring(calendar: &WorkingCalendar, from: NaiveDate, until: NaiveDate) -> Recurring {
    let mut series = weekly_series(calendar.weekly());
    let mut extra = Vec::new();
    for date in from.iter_days().take_while(|date| *date <= until) {
        let (usual, mut as_ruled, mut otherwise) = (calendar.weekly().hours_on_date(date), Vec::new(), Vec::new());
        for hours in calendar.hours_on(date).0 {
            let open = open_within(calendar, date, *hours);
            let ruled = usual.contains(hours) && is_as_ruled(date, *hours, &open);
            if ruled { as_ruled.push(*hours) } else { otherwise.extend(open) }
        }
        for one in series.iter_mut().filter(|one| one.weekdays.contains(&date.weekday())) {
            if as_ruled.contains(&one.hours) {
                one.first.get_or_insert(date);
            } else if one.first.is_some() {
                one.left_out.push(date);
            }
        }
        for interval in otherwise {
            let closed = series.iter_mut().find(|one| one.left_out.last() == Some(&date));
            match closed {
                Some(one) => {
                    one.left_out.pop();
                    one.instead.push((date, interval));
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
        for (place, hours) in weekly.hours_on(weekday).iter().enumerate() {
            match all.iter_mut().find(|one| one.hours == *hours) {
                // Hours that stand there twice are open once.
                Some(one) if one.weekdays.contains(&weekday) => {}
                Some(one) => one.weekdays.push(weekday),
                None => {
                    let (first, left_out, instead) = (None, Vec::new(), Vec::new());
                    all.push(Series { weekdays: vec![weekday], place, hours: *hours, first, left_out, instead });
                }
            }
        }
    }
    all
}

/// What is open of hours that begin on the date.
fn open_within(calendar: &WorkingCalendar, date: NaiveDate, hours: Hours) -> Vec<Interval> {
    let whole = on(date, hours);
    let periods = calendar.periods(whole.start).take_while(|period| period.start < whole.end);
    periods.filter_map(|period| period.within(whole)).collect()
}

/// Whether the hours are wholly open, last as long as on other dates, and begin and end when clocks show those times once:
/// programs do not agree what a rule makes of a night in which clocks are moved.
fn is_as_ruled(date: NaiveDate, hours: Hours, open: &[Interval]) -> bool {
    let whole = on(date, hours);
    let usual_seconds = hours.to().seconds() - hours.from().seconds();
    let shown_once = |time| matches!(copenhagen::resolve_local(date, time), LocalResult::Unambiguous(_));
    let as_usual = whole.seconds() == i64::from(usual_seconds) && shown_once(hours.from()) && shown_once(hours.to());
    open == [whole] && (hours == Hours::WHOLE_DAY || as_usual)
}

fn on(date: NaiveDate, hours: Hours) -> Interval {
    Interval { start: copenhagen::from_local(date, hours.from()), end: copenhagen::from_local(date, hours.to()) }
}
