//! Answers of calendars that conformance cases define.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::Value;
use serviceaftale_core::calendar::{Exception, WeeklySchedule, WorkingCalendar};
use serviceaftale_core::time::{DayTime, Hours, TimestampOrLocal, copenhagen, parse_iso_date};

use super::{Answer, CaseResult};
use super::{
    canonical, count, field, flag, found, instant, instant_or_never, length, list, text, texts, whole_seconds,
};

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The expected answer of a case and the answer of the core.
pub fn answer(case: &Value, operation: &str) -> CaseResult<(Answer, Answer)> {
    let (input, expected) = (&case["input"], &case["expected"]);
    let (at, expected_at) = (|| instant(&input["at"]), || instant_or_never(field(expected, "at")?));
    let calendar = || calendar(case);
    Ok(match operation {
        "is_open" => (flag(&expected["open"])?, Answer::Is(calendar()?.is_open(at()?))),
        "is_holiday" => {
            let holiday = holidays(case)?.contains(&copenhagen::date(at()?));
            (flag(&expected["holiday"])?, Answer::Is(holiday))
        }
        "next_open" => (expected_at()?, found(calendar()?.next_opening(at()?))?),
        "next_change" => (expected_at()?, calendar()?.next_change(at()?).map_or(Answer::Never, Answer::At)),
        "add" => {
            let deadline = calendar()?.deadline(at()?, whole_seconds(&input["seconds"], 1.0)?);
            (expected_at()?, found(deadline.map(|deadline| deadline.at))?)
        }
        "between" => {
            let open = calendar()?.working_between(instant(&input["from"])?, instant(&input["to"])?);
            (length(&expected["seconds"], 1.0)?, Answer::Seconds(open))
        }
        "open_intervals" => {
            let calendar = calendar()?;
            let periods = calendar.periods(instant(&input["from"])?).take(count(&input["count"])?);
            let actual = periods.flat_map(|period| {
                // A period that never closes ends with 2099; cases expect null.
                let closes = calendar.next_change(period.start).map_or(Answer::Never, Answer::At);
                [bound(&Answer::At(period.start)), bound(&closes)]
            });
            (Answer::Times(expected_intervals(&expected["intervals"])?), Answer::Times(actual.collect()))
        }
        "resolve_local" => {
            let local = text(&input["local"])?;
            let Ok(TimestampOrLocal::Local(civil)) = local.parse() else {
                return Err(format!("no local time: {local}"));
            };
            (expected_at()?, Answer::At(copenhagen::from_local_datetime(civil)))
        }
        other => return Err(format!("unknown operation {other:?}")),
    })
}

fn expected_intervals(expected: &Value) -> CaseResult<Vec<String>> {
    let mut times = Vec::new();
    for interval in list(expected)? {
        let [start, end] = list(interval)? else {
            return Err(format!("no start and end: {interval}"));
        };
        times.extend([bound(&Answer::At(instant(start)?)), bound(&instant_or_never(end)?)]);
    }
    Ok(times)
}

fn bound(of_interval: &Answer) -> String {
    if let Answer::At(instant) = of_interval { canonical(*instant) } else { "never".to_owned() }
}

/// The calendar of the case. A holiday closes its date; an override replaces the hours of its date, also on a holiday.
fn calendar(case: &Value) -> CaseResult<WorkingCalendar> {
    let weekly = &case["weekly_schedule"];
    let named = weekly.as_object().ok_or_else(|| format!("no weekly_schedule: {weekly}"))?;
    if let Some(unknown) = named.keys().find(|day| !WEEKDAYS.contains(&day.as_str())) {
        return Err(format!("unknown weekday {unknown:?}"));
    }
    let mut days: [Vec<Hours>; 7] = Default::default();
    for (day, name) in days.iter_mut().zip(WEEKDAYS) {
        if let Some(listed) = named.get(name) {
            *day = hours(listed)?;
        }
    }
    let mut exceptions: BTreeMap<NaiveDate, Exception> = BTreeMap::new();
    for date in holidays(case)? {
        exceptions.entry(date).or_default().hours = Some(Vec::new());
    }
    for (date, listed) in dated(&case["date_overrides"])? {
        exceptions.entry(date).or_default().hours = Some(listed);
    }
    for (date, listed) in dated(&case["breaks"])? {
        exceptions.entry(date).or_default().breaks = listed;
    }
    let calendar = WorkingCalendar::new("weekly_schedule", WeeklySchedule::new(days));
    Ok(exceptions.into_iter().fold(calendar, |calendar, (date, exception)| calendar.with_exception(date, exception)))
}

fn holidays(case: &Value) -> CaseResult<BTreeSet<NaiveDate>> {
    match &case["holidays"] {
        Value::Null => Ok(BTreeSet::new()),
        listed => texts(listed)?.iter().map(|date| on_date(date)).collect(),
    }
}

fn dated(field: &Value) -> CaseResult<Vec<(NaiveDate, Vec<Hours>)>> {
    match field {
        Value::Null => Ok(Vec::new()),
        Value::Object(dates) => dates.iter().map(|(date, listed)| Ok((on_date(date)?, hours(listed)?))).collect(),
        other => Err(format!("no hours by date: {other}")),
    }
}

fn on_date(text: &str) -> CaseResult<NaiveDate> {
    parse_iso_date(text).map_err(|_| format!("no date: {text:?}"))
}

/// Hours as in `[["09:00", "17:00"], …]`. Hours of no length are ignored.
fn hours(listed: &Value) -> CaseResult<Vec<Hours>> {
    let mut all = Vec::new();
    for pair in list(listed)? {
        let bounds = texts(pair)?;
        let [from, to] = bounds.as_slice() else {
            return Err(format!("no pair of times: {pair}"));
        };
        let time = |text: &str| text.parse::<DayTime>().map_err(|_| format!("no time of day: {text:?}"));
        let (from, to) = (time(from)?, time(to)?);
        if from != to {
            all.push(Hours::new(from, to).map_err(|_| format!("closes before it opens: {pair}"))?);
        }
    }
    Ok(all)
}
