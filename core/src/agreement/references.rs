//! Constraints of an agreements file that compare fields: unique and existing ids, calendars that open, and the phone
//! number.
//!
//! Only valid fields are compared; the others have a problem already.

use std::collections::BTreeSet;

use super::file::{
    AgreementFields, AgreementsFile, CALENDARS, CalendarFields, CalendarId, DayHours, HolidayHoursField,
    MaintenanceFields,
};
use crate::data::{Id, Leaf, List, Parsed};
use crate::problem::{Expected, Problem, Problems};

/// Adds the problems of the file.
pub(super) fn check(file: &AgreementsFile<'_>, problems: &mut Problems) {
    check_unique_ids("agreements", &ids(items(&file.agreements), |agreement| agreement.id), problems);
    check_unique_ids("calendars", &ids(items(&file.calendars), |calendar| calendar.id), problems);
    let interpretations = items(&file.readings);
    check_unique_ids("readings", &ids(interpretations, |interpretation| interpretation.id), problems);
    for (path, interpretation) in with_paths("readings", interpretations, |interpretation| interpretation.id) {
        check_unique_ids(&(path + ".values"), &ids(items(&interpretation.values), |value| value.id), problems);
    }
    check_phone(file, problems);
    check_calendars(file, problems);
}

/// The items of a list; none if the list is invalid.
pub(super) fn items<T, const MIN: usize, const MAX: usize>(list: &Parsed<List<T, MIN, MAX>>) -> &[T] {
    list.get().map_or(&[], |list| &list.0)
}

/// The valid items of a list with their paths: by id, or by index if the id is invalid or an earlier item has it.
pub(super) fn with_paths<'a, 'f, T>(
    list: &str,
    items: &'f [Parsed<T>],
    id: impl Fn(&T) -> Leaf<Id<'a>>,
) -> impl Iterator<Item = (String, &'f T)> {
    let paths = paths(list, &ids(items, id));
    paths.into_iter().zip(items).filter_map(|(path, item)| Some((path, item.get()?)))
}

/// The ids of the items.
fn ids<'a, T>(items: &[Parsed<T>], id: impl Fn(&T) -> Leaf<Id<'a>>) -> Vec<Option<Id<'a>>> {
    items.iter().map(|item| id(item.get()?).0).collect()
}

/// The paths of items with these ids.
fn paths(list: &str, ids: &[Option<Id<'_>>]) -> Vec<String> {
    let mut earlier = BTreeSet::new();
    let mut paths = Vec::new();
    for (index, id) in ids.iter().enumerate() {
        let label = match id {
            Some(id) if earlier.insert(id.0.to_owned()) => id.0,
            _ => &index.to_string(),
        };
        paths.push([list, "[", label, "]"].concat());
    }
    paths
}

fn check_unique_ids(list: &str, ids: &[Option<Id<'_>>], problems: &mut Problems) {
    let mut earlier = BTreeSet::new();
    for (index, id) in ids.iter().enumerate() {
        if let Some(id) = id
            && !earlier.insert(id.0.to_owned())
        {
            let path = [list, "[", &index.to_string(), "].id"].concat();
            problems.add(|| Problem::of_text(path, id.0, Expected::NewId));
        }
    }
}

/// The displayed phone number is the one that `contact.phone` dials.
fn check_phone(file: &AgreementsFile<'_>, problems: &mut Problems) {
    let Some(contact) = file.contact.get() else { return };
    let (Some(phone), Some(shown)) = (contact.phone.0, contact.phone_shown.0) else { return };
    let mut digits = digits_from_end(phone.0);
    if !digits_from_end(shown.0).all(|digit| digits.next() == Some(digit)) {
        let expected = Expected::DialledNumber(phone.0.to_owned());
        problems.add(|| Problem::of_text("contact.phoneShown".to_owned(), shown.0, expected));
    }
}

fn digits_from_end(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().rev().filter(u8::is_ascii_digit)
}

/// Every calendar that is referred to exists, and opens at some time.
fn check_calendars(file: &AgreementsFile<'_>, problems: &mut Problems) {
    let Some(calendars) = file.calendars.get() else { return };
    let calendars = calendars.0.iter().filter_map(Parsed::get);
    let ids = calendars.clone().filter_map(|calendar| calendar.id.0);
    let ids: Vec<String> = ids.map(|id| id.0.to_owned()).collect();
    for problem in problems.listed_mut() {
        if let Expected::IdOf { list: CALENDARS, ids: missing } = &mut problem.expected {
            missing.clone_from(&ids);
        }
    }
    for (path, CalendarId(id)) in references(file) {
        let expected = match calendars.clone().find(|calendar| calendar.id.0 == Some(id)) {
            None => Expected::IdOf { list: CALENDARS, ids: ids.clone() },
            Some(calendar) if never_opens(calendar) => Expected::OpeningCalendar,
            Some(_) => continue,
        };
        problems.add(|| Problem::of_text(path, id.0, expected));
    }
}

/// Every valid reference to a calendar, with its path.
fn references<'a>(file: &AgreementsFile<'a>) -> Vec<(String, CalendarId<'a>)> {
    let mut all = Vec::new();
    let mut add = |path: [&str; 2], reference: Option<Leaf<CalendarId<'a>>>| {
        all.extend(reference.and_then(|reference| reference.0).map(|id| (path.concat(), id)));
    };
    for (path, agreement) in with_paths("agreements", items(&file.agreements), |agreement| agreement.id) {
        let AgreementFields { fault_reports, general, billing, repair, response, .. } = agreement;
        let response = response.get();
        let remote = response.and_then(|response| response.remote.get());
        let on_site = response.and_then(|response| response.on_site.get());
        add([&path, ".faultReports.calendar"], fault_reports.get().map(|fields| fields.calendar));
        add([&path, ".general.calendar"], general.get().map(|fields| fields.calendar));
        add([&path, ".billing.calendar"], billing.get().map(|fields| fields.calendar));
        add([&path, ".repair.calendar"], repair.get().map(|fields| fields.calendar));
        add([&path, ".response.remote.clock"], remote.map(|fields| fields.clock));
        add([&path, ".response.onSite.clock"], on_site.map(|fields| fields.clock));
    }
    if let Some(MaintenanceFields { window, preventive, .. }) = file.maintenance.get() {
        add(["maintenance.window", ".calendar"], window.get().map(|fields| fields.calendar));
        add(["maintenance.preventive", ".calendar"], preventive.get().map(|fields| fields.calendar));
    }
    all
}

/// Whether all hours of the calendar are valid, and there are none.
fn never_opens(calendar: &CalendarFields<'_>) -> bool {
    let (Some(weekly), Some(holidays)) = (calendar.weekly.get(), calendar.public_holidays.get()) else {
        return false;
    };
    let no_hours = |day: &DayHours| day.get().is_some_and(|hours| hours.0.is_empty());
    let closed = |hours: &Parsed<HolidayHoursField>| match hours.get() {
        Some(HolidayHoursField::Hours(hours)) => hours.is_empty(),
        Some(HolidayHoursField::Closed | HolidayHoursField::AsUsual) => true,
        None => false,
    };
    weekly.days().into_iter().flatten().all(no_hours) && closed(&holidays.weekday) && closed(&holidays.weekend)
}
