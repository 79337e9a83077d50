//! What must hold in an agreements file beyond the shape of its fields?

use super::format::{CLOSED_DAY_FALLS, FIELDS};
use crate::data::{Problem, Value, check, item_path, select};

/// Where an agreement names a calendar.
const CALENDARS_OF_AGREEMENT: [&str; 6] = [
    "response.remote.clock",
    "response.onSite.clock",
    "faultReports.calendar",
    "general.calendar",
    "billing.calendar",
    "repair.calendar",
];

/// Where maintenance names one.
const CALENDARS_OF_MAINTENANCE: [&str; 2] = ["maintenance.window.calendar", "maintenance.preventive.calendar"];

/// Everything that is wrong with the file as it stands, whatever its readings put where.
pub(super) fn faults(tree: &Value) -> Vec<Problem> {
    let mut found = check(tree, FIELDS);
    found.extend(phone(tree));
    closed_days(tree, &mut found);
    openings(tree, &mut found);
    found
}

/// A number on the page that is not the one it dials.
fn phone(tree: &Value) -> Option<Problem> {
    let (dialled, shown) = (select(tree, "contact.phone")?, select(tree, "contact.phoneShown")?);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let same = digits(dialled.text()).ends_with(&digits(shown.text()));
    let expected = || format!("the number that contact.phone dials, {}", dialled.text());
    (!same && dialled.text().starts_with('+')).then(|| Problem::new("contact.phoneShown", shown, expected()))
}

/// Closed days that do not say exactly once when they fall.
fn closed_days(tree: &Value, found: &mut Vec<Problem>) {
    for (index, day) in tree.field("closedDays").items().iter().enumerate() {
        let says = CLOSED_DAY_FALLS.iter().filter(|name| *day.field(name) != Value::Null);
        if matches!(day, Value::Object(_)) && says.count() != 1 {
            let expected = format!("exactly one of {}", CLOSED_DAY_FALLS.join(", "));
            found.push(Problem::new(&format!("closedDays[{index}]"), day, expected));
        }
    }
}

/// Calendars that are promised somewhere and never open.
fn openings(tree: &Value, found: &mut Vec<Problem>) {
    let mut must_open = |path: String| {
        let id = select(tree, &path).unwrap_or(&Value::Null);
        if tree.field("calendars").item(id.text()).is_some_and(never_opens) {
            found.push(Problem::new(&path, id, "a calendar that opens at some time"));
        }
    };
    let agreements = tree.field("agreements").items();
    for index in 0..agreements.len() {
        let at = item_path("agreements", agreements, index);
        CALENDARS_OF_AGREEMENT.iter().for_each(|path| must_open(format!("{at}.{path}")));
    }
    CALENDARS_OF_MAINTENANCE.iter().for_each(|path| must_open((*path).to_owned()));
}

fn never_opens(calendar: &Value) -> bool {
    let (weekly, holidays) = (calendar.field("weekly"), calendar.field("publicHolidays"));
    let mut days = weekly.fields().iter().chain(holidays.fields());
    // Of what is no week at all, more need not be said than that.
    matches!(weekly, Value::Object(_)) && days.all(|(_, hours)| hours.items().is_empty())
}
