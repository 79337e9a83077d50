//! Answers of the agreements to conformance cases.

use serde_json::Value;
use serviceaftale_core::agreement::{Agreement, Catalogue, ServiceMode};
use serviceaftale_core::calendar::{CalendarError, WorkingCalendar};
use serviceaftale_core::data;
use serviceaftale_core::time::Timestamp;

use super::{Answer, CaseResult};
use super::{canonical, count, date, field, flag, found, instant, instant_or_never, length, list, text, whole_seconds};
use crate::data_files;
use crate::failure::Outcome;
use crate::project::Project;

/// The interpretation that sets the calendar of the on-site response. The `.clock` schedule of a case is the reaction
/// calendar itself, whatever this interpretation is set to.
const ON_SITE_CLOCK: &str = "basis_technician_clock";

/// The agreements of `static/agreements.json`.
pub struct Agreements {
    tree: data::Value,
    in_force: Catalogue,
}

impl Agreements {
    /// Reads the file.
    ///
    /// # Errors
    /// If the file is missing or not valid.
    pub fn read() -> Outcome<Self> {
        let (tree, in_force) = data_files::agreements(&Project::locate()?)?;
        Ok(Self { tree, in_force })
    }

    /// The expected answer of a case and the answer of the core.
    pub fn answer(&self, case: &Value, operation: &str) -> CaseResult<(Answer, Answer)> {
        let readings = self.readings(case)?;
        let catalogue = self.read_with(&readings)?;
        let (agreement, args) = (text(&case["agreement"])?, &case["args"]);
        let agreement = catalogue.agreement(agreement).ok_or_else(|| format!("no agreement {agreement}"))?;
        let (input, expected) = (instant(&case["input"])?, field(case, "expected")?);
        let schedule = || self.schedule(&catalogue, agreement, &readings, text(&args["schedule"])?);
        Ok(match operation {
            "reaction_deadline" => (instant_or_never(expected)?, found(deadline(agreement, args, input)?)?),
            "work_after_deadline" => {
                let deadline = deadline(agreement, args, input)?;
                let work = deadline.and_then(|deadline| agreement.repair.calendar.next_opening(deadline));
                (instant_or_never(expected)?, found(work)?)
            }
            "clock_start" => (instant_or_never(expected)?, found(agreement.on_site.clock.next_opening(input))?),
            "earliest_report" => (instant_or_never(expected)?, found(agreement.fault_reports.next_opening(input))?),
            "is_open" => (flag(expected)?, Answer::Is(schedule()?.is_open(input))),
            "next_change" => {
                let change = schedule()?.next_change(input);
                (instant_or_never(expected)?, change.map_or(Answer::Never, Answer::At))
            }
            "add_working" => {
                let target = whole_seconds(&args["minutes"], 60.0)?;
                let deadline = schedule()?.deadline(input, target);
                (instant_or_never(expected)?, found(deadline.map(|deadline| deadline.at))?)
            }
            "working_between" => {
                let open = schedule()?.working_between(input, instant(&args["to"])?);
                (length(expected, 60.0)?, Answer::Seconds(open))
            }
            "next_service_windows" => {
                let windows = catalogue.maintenance.windows_after(input).take(count(&args["n"])?);
                let actual = windows.flat_map(|window| {
                    [
                        canonical(window.interval.start),
                        canonical(window.interval.end),
                        window.last_day_of_notice.to_string(),
                    ]
                });
                (Answer::Times(expected_windows(expected)?), Answer::Times(actual.collect()))
            }
            other => return Err(format!("unknown operation {other:?}")),
        })
    }

    /// The interpretations that a case sets. Unknown ones are an error.
    fn readings<'a>(&self, case: &'a Value) -> CaseResult<Vec<(&'a str, &'a str)>> {
        let Some(readings) = case.get("readings").filter(|readings| !readings.is_null()) else {
            return Ok(Vec::new());
        };
        let readings = readings.as_object().ok_or_else(|| format!("no readings: {readings}"))?;
        readings
            .iter()
            .map(|(id, value)| {
                let value = text(value)?;
                let known =
                    self.tree.field("readings").item_by_id(id).map(|reading| reading.field("values").item_by_id(value));
                match known.flatten() {
                    Some(_) => Ok((id.as_str(), value)),
                    None => Err(format!("unknown reading {id}: {value}")),
                }
            })
            .collect()
    }

    fn read_with(&self, readings: &[(&str, &str)]) -> CaseResult<Catalogue> {
        if readings.is_empty() {
            return Ok(self.in_force.clone());
        }
        Catalogue::from_value_with(&self.tree, readings).map_err(|problems| format!("{problems:?}"))
    }

    fn schedule(
        &self,
        catalogue: &Catalogue,
        of: &Agreement,
        readings: &[(&str, &str)],
        name: &str,
    ) -> CaseResult<WorkingCalendar> {
        let maintenance = &catalogue.maintenance;
        let shared = match name {
            "service_window" => Some(&maintenance.windows),
            "preventive" => Some(&maintenance.preventive),
            "support" => Some(&of.general),
            "billing" => Some(&of.billing),
            _ => None,
        };
        if let Some(calendar) = shared {
            return Ok(WorkingCalendar::clone(calendar));
        }
        let unknown = || format!("unknown schedule {name:?}");
        let (agreement, part) = name.split_once('.').ok_or_else(unknown)?;
        let known = catalogue.agreement(agreement).ok_or_else(unknown)?;
        let calendar = match part {
            "phone" => &known.fault_reports,
            "work" => &known.repair.calendar,
            "clock" => {
                let others: Vec<_> = readings.iter().copied().filter(|(id, _)| *id != ON_SITE_CLOCK).collect();
                let catalogue = self.read_with(&others)?;
                let agreement = catalogue.agreement(agreement).ok_or_else(unknown)?;
                return Ok(WorkingCalendar::clone(&agreement.on_site.clock));
            }
            _ => return Err(unknown()),
        };
        Ok(WorkingCalendar::clone(calendar))
    }
}

fn deadline(agreement: &Agreement, args: &Value, report: Timestamp) -> CaseResult<Result<Timestamp, CalendarError>> {
    let response = match text(&args["kind"])? {
        "remote" => ServiceMode::Remote,
        "technician" => ServiceMode::OnSite,
        other => return Err(format!("unknown kind {other:?}")),
    };
    Ok(agreement.target(response).deadline(report).map(|deadline| deadline.at))
}

fn expected_windows(expected: &Value) -> CaseResult<Vec<String>> {
    let mut times = Vec::new();
    for window in list(expected)? {
        times.push(canonical(instant(&window["start"])?));
        times.push(canonical(instant(&window["end"])?));
        times.push(date(&window["latest_notice"])?);
    }
    Ok(times)
}
