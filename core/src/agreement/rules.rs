//! What must hold in an agreements file beyond the shape of its fields?

use crate::data::Value;

/// The number on the page is the one it dials.
pub(super) fn is_dialled(shown: &Value, root: &Value) -> Option<String> {
    let dialled = root.field("contact").field("phone").text();
    let mut digits = digits_from_the_end(dialled);
    let same = digits_from_the_end(shown.text()).all(|digit| digits.next() == Some(digit));
    (!same && dialled.starts_with('+')).then(|| ["the number that contact.phone dials, ", dialled].concat())
}

fn digits_from_the_end(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().rev().filter(u8::is_ascii_digit)
}

/// What is promised on a calendar is not promised for never.
pub(super) fn opens(id: &Value, root: &Value) -> Option<String> {
    let calendar = root.field("calendars").item(id.text())?;
    let weekly = calendar.field("weekly");
    // Of what is no week at all, more need not be said than that.
    let never =
        matches!(weekly, Value::Object(_)) && has_no_hours(weekly) && has_no_hours(calendar.field("publicHolidays"));
    never.then(|| "a calendar that opens at some time".to_owned())
}

fn has_no_hours(days: &Value) -> bool {
    days.fields().iter().all(|(_, hours)| hours.items().is_empty())
}
