//! Constraints of an agreements file beyond the schema of single fields.

use crate::data::Value;

/// The displayed phone number is the one that `contact.phone` dials.
pub(super) fn is_dialled(displayed: &Value, root: &Value) -> Option<String> {
    let dialled = root.field("contact").field("phone").text();
    let mut digits = digits_from_end(dialled);
    let same = digits_from_end(displayed.text()).all(|digit| digits.next() == Some(digit));
    (!same && dialled.starts_with('+')).then(|| ["the number that contact.phone dials, ", dialled].concat())
}

fn digits_from_end(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().rev().filter(u8::is_ascii_digit)
}

/// A calendar that an agreement depends on opens at some time.
pub(super) fn opens(id: &Value, root: &Value) -> Option<String> {
    let calendar = root.field("calendars").item_by_id(id.text())?;
    let weekly = calendar.field("weekly");
    // If `weekly` is no object, that problem is enough.
    let never =
        matches!(weekly, Value::Object(_)) && has_no_hours(weekly) && has_no_hours(calendar.field("publicHolidays"));
    never.then(|| "a calendar that opens at some time".to_owned())
}

fn has_no_hours(days: &Value) -> bool {
    days.fields().iter().all(|(_, hours)| hours.items().is_empty())
}
