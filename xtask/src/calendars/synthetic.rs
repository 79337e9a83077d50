//! Synthetic calendars with hours that no agreement has.

use std::rc::Rc;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::calendar::{Exception, HolidayHours, WeeklySchedule, WorkingCalendar};
use serviceaftale_core::time::{Hours, parse_iso_date};

use crate::failure::{Failure, Outcome};

/// The catalogue with hours past midnight and during clock changes, and with all kinds of exceptions.
pub fn catalogue(base: &Catalogue) -> Outcome<Catalogue> {
    let mut synthetic = base.clone();
    synthetic.alternatives.clear();
    let at_clock_changes =
        WorkingCalendar::new("clock changes", week(&[], &["23:50-24:10"], &["02:15-02:45", "03:30-05:00"])?);
    for (agreement, fault_reports) in synthetic.agreements.iter_mut().zip([nights()?, always()?]) {
        agreement.fault_reports = Rc::new(fault_reports);
        agreement.general = Rc::new(at_clock_changes.clone());
    }
    Ok(synthetic)
}

fn nights() -> Outcome<WorkingCalendar> {
    let weekdays = ["00:00-02:30", "08:00-12:00", "11:00-16:00"];
    let on_holidays = hours(&["09:00-10:00", "20:00-25:00"])?;
    let calendar = WorkingCalendar::new("nights", week(&weekdays, &["22:00-27:00"], &["02:15-02:45", "23:30-24:00"])?)
        .with_holiday_hours(HolidayHours::Only(on_holidays), HolidayHours::AsUsual);
    with_exceptions(
        calendar,
        &[
            ("2026-12-23", Some(&["08:00-12:00"]), &[]),
            ("2026-12-24", Some(&[]), &[]),
            ("2027-01-05", None, &["01:00-02:00", "09:00-11:30"]),
            ("2027-01-10", None, &["00:00-01:00"]),
        ],
    )
}

fn always() -> Outcome<WorkingCalendar> {
    with_exceptions(
        WorkingCalendar::new("always", WeeklySchedule::round_the_clock()),
        &[
            ("2026-12-23", Some(&["08:00-12:00"]), &[]),
            ("2026-12-24", Some(&[]), &[]),
            ("2027-03-28", None, &["01:00-04:00"]),
        ],
    )
}

/// A date, its hours if they differ from the usual ones, and breaks in them.
type ExceptionRow<'a> = (&'a str, Option<&'a [&'a str]>, &'a [&'a str]);

fn with_exceptions(mut calendar: WorkingCalendar, rows: &[ExceptionRow<'_>]) -> Outcome<WorkingCalendar> {
    for (date, hours_instead, breaks) in rows {
        let date = parse_iso_date(date).map_err(|_| Failure::new(format!("{date} is not a date")))?;
        let (hours, breaks) = (hours_instead.map(hours).transpose()?, hours(breaks)?);
        calendar = calendar.with_exception(date, Exception { hours, breaks, ..Exception::default() });
    }
    Ok(calendar)
}

fn week(weekdays: &[&str], saturday: &[&str], sunday: &[&str]) -> Outcome<WeeklySchedule> {
    let [weekdays, saturday, sunday] = [hours(weekdays)?, hours(saturday)?, hours(sunday)?];
    Ok(WeeklySchedule::new(std::array::from_fn(|day| match day {
        0..5 => weekdays.clone(),
        5 => saturday.clone(),
        _ => sunday.clone(),
    })))
}

fn hours(all: &[&str]) -> Outcome<Vec<Hours>> {
    let read = |text: &&str| text.parse::<Hours>().map_err(|problem| Failure::new(format!("{text}: {problem:?}")));
    all.iter().map(read).collect()
}
