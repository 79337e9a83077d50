//! Recurrence of hours and its exceptions.

use std::rc::Rc;

use chrono::Datelike;
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::calendar::{Exception, HolidayHours, WeeklySchedule, WorkingCalendar, public_holidays};
use serviceaftale_core::ics::{service_window, support_hours};
use serviceaftale_core::messages::Language;
use serviceaftale_core::time::Hours;

use super::{catalogue, date, events, from, times, uid, value};

#[test]
fn the_maintenance_window_recurs_every_monday_night() {
    let windows = service_window(&catalogue(&[]), from(), Language::Danish);
    let events = events(&windows);
    assert_eq!(
        events,
        [[
            "UID:service-window-mo-1@serviceaftale.aura.dk",
            "DTSTAMP:20261121T230000Z",
            "LAST-MODIFIED:20261121T230000Z",
            "SEQUENCE:29921700",
            "SUMMARY:Servicevindue hos AURA",
            concat!(
                r"DESCRIPTION:Et servicevindue er et muligt tidsrum for arbejde på nettet. Det er ikke en varsling.\n",
                r"Arbejde varsles så vidt muligt mindst 5 arbejdsdage i forvejen. Det sker på aura.dk.\n",
                r"Servicevinduet bruges til større opgraderinger af software\, nyt udstyr og omlægning af drift eller ",
                r"fiber.\nFortolkning: Servicevinduet\, når mandagen er en helligdag: gælder også på helligdage.\n",
                r"Vejledende – aftaleteksten gælder. Aftaledata 2026.1.",
            ),
            "STATUS:TENTATIVE",
            "TRANSP:TRANSPARENT",
            "DTSTART;TZID=Europe/Copenhagen:20260105T000000",
            "DTEND;TZID=Europe/Copenhagen:20260105T060000",
            "RRULE:FREQ=WEEKLY;UNTIL=20351231T225959Z;BYDAY=MO",
        ]]
    );
}

#[test]
fn holiday_mondays_are_excluded_under_the_skipping_interpretation() {
    let windows = service_window(&catalogue(&[("service_window_on_holiday", "skipped")]), from(), Language::English);
    let mondays =
        (2026..=2035).flat_map(public_holidays).filter(|(date, _)| date.weekday().num_days_from_monday() == 0);
    let expected: Vec<_> = mondays.map(|(date, _)| format!("{}T000000", date.to_string().replace('-', ""))).collect();
    assert!(expected.len() > 20 && expected.contains(&"20260406T000000".to_owned()));
    let events = events(&windows);
    assert_eq!(value(&events[0], "EXDATE").unwrap(), format!(";TZID=Europe/Copenhagen:{}", expected.join(",")));
    assert_eq!(events.len(), 1);
}

#[test]
fn phone_hours_recur_by_groups_of_weekdays() {
    let catalogue = catalogue(&[]);
    let agreements: Vec<_> = catalogue.agreements.iter().collect();
    let events = events(&support_hours(&catalogue, &agreements, from(), Language::Danish));
    let lines = events.iter().map(|event| {
        let parts = [uid(event), value(event, "SUMMARY").unwrap(), value(event, "DTSTART").unwrap()];
        let days = value(event, "RRULE").unwrap().rsplit('=').next().unwrap();
        let excluded = value(event, "EXDATE").map_or(0, |dates| dates.split(',').count());
        format!("{} {days} {excluded}", parts.join(" ")).replace("TZID=Europe/Copenhagen:", "")
    });
    let holidays: Vec<_> = (2026..=2035).flat_map(public_holidays).map(|(date, _)| date.weekday()).collect();
    let between = |first: u32, last: u32| {
        holidays.iter().filter(|day| (first..=last).contains(&day.num_days_from_monday())).count()
    };
    let (weekdays, to_thursday, fridays) = (between(0, 4), between(0, 3), between(4, 4));
    // New Year's Day 2026 is before the first open date, so it needs no exception.
    let expected = [
        &format!(
            "fault-report-basis-mo-1 :Åben telefon hos AURA: Fejlmelding · Erhverv Basis ;20260102T080000 MO,TU,WE,TH,FR {}",
            weekdays - 1
        ),
        "fault-report-basis-sa-1 :Åben telefon hos AURA: Fejlmelding · Erhverv Basis ;20260103T100000 SA,SU 0",
        "fault-report-pro-mo-1 :Åben telefon hos AURA: Fejlmelding · Erhverv Pro ;VALUE=DATE:20260101 MO,TU,WE,TH,FR,SA,SU 0",
        &format!(
            "general-basis-mo-1 :Åben telefon hos AURA: Generelle spørgsmål ;20260102T080000 MO,TU,WE,TH,FR {}",
            weekdays - 1
        ),
        "general-basis-sa-1 :Åben telefon hos AURA: Generelle spørgsmål ;20260103T100000 SA,SU 0",
        &format!(
            "billing-basis-mo-1 :Åben telefon hos AURA: Abonnement og regning ;20260105T080000 MO,TU,WE,TH {}",
            to_thursday - 1
        ),
        &format!("billing-basis-fr-1 :Åben telefon hos AURA: Abonnement og regning ;20260102T080000 FR {fridays}"),
    ];
    assert_eq!(lines.collect::<Vec<_>>(), expected);
}

/// The events of fault reports under the first agreement, with this calendar.
fn fault_reports(calendar: WorkingCalendar) -> Vec<String> {
    let mut catalogue: Catalogue = catalogue(&[]);
    catalogue.agreements[0].fault_reports = Rc::new(calendar);
    let agreements = [&catalogue.agreements[0]];
    let mut events = events(&support_hours(&catalogue, &agreements, date("2035-10-01"), Language::Danish));
    events.retain(|event| uid(event).starts_with("fault-report-"));
    times(&events)
}

fn hours(all: &[&str]) -> Vec<Hours> {
    all.iter().map(|hours| hours.parse::<Hours>().unwrap()).collect()
}

fn week(weekdays: &[&str], weekend: &[&str]) -> WeeklySchedule {
    WeeklySchedule::new(std::array::from_fn(|day| hours(if day < 5 { weekdays } else { weekend })))
}

fn exception(all: &[&str], breaks: &[&str]) -> Exception {
    Exception { hours: (!all.is_empty()).then(|| hours(all)), breaks: hours(breaks), ..Exception::default() }
}

#[test]
fn a_date_with_other_hours_is_an_exception_of_the_series() {
    let calendar = WorkingCalendar::new("", week(&["08:00-16:00"], &[]))
        .with_holiday_hours(HolidayHours::Only(hours(&["10:00-14:00"])), HolidayHours::Closed)
        .with_exception(date("2035-12-21"), exception(&["08:00-12:00", "13:00-15:00"], &[]))
        .with_exception(date("2035-12-22"), exception(&["10:00-12:00"], &[]))
        .with_exception(date("2035-12-24"), Exception { hours: Some(Vec::new()), ..Exception::default() })
        .with_exception(date("2035-12-27"), exception(&[], &["11:00-12:00"]));
    assert_eq!(
        fault_reports(calendar),
        [
            "UID:fault-report-basis-mo-1",
            "DTSTART;20351001T080000",
            "DTEND;20351001T160000",
            "RRULE:FREQ=WEEKLY;UNTIL=20351231T225959Z;BYDAY=MO,TU,WE,TH,FR",
            "EXDATE;20351224T080000",
            "UID:fault-report-basis-mo-1",
            "RECURRENCE-ID;20351221T080000",
            "DTSTART;20351221T080000",
            "DTEND;20351221T120000",
            "UID:fault-report-basis-mo-1",
            "RECURRENCE-ID;20351225T080000",
            "DTSTART;20351225T100000",
            "DTEND;20351225T140000",
            "UID:fault-report-basis-mo-1",
            "RECURRENCE-ID;20351226T080000",
            "DTSTART;20351226T100000",
            "DTEND;20351226T140000",
            "UID:fault-report-basis-mo-1",
            "RECURRENCE-ID;20351227T080000",
            "DTSTART;20351227T080000",
            "DTEND;20351227T110000",
            // Intervals that replace no hours are events of their own.
            "UID:fault-report-basis-20351221-1",
            "DTSTART;20351221T130000",
            "DTEND;20351221T150000",
            "UID:fault-report-basis-20351222-1",
            "DTSTART;20351222T100000",
            "DTEND;20351222T120000",
            "UID:fault-report-basis-20351227-1",
            "DTSTART;20351227T120000",
            "DTEND;20351227T160000",
        ]
    );
}

#[test]
fn a_night_with_a_clock_change_is_an_exception_of_the_series() {
    assert_eq!(
        fault_reports(WorkingCalendar::new("", week(&[], &["22:00-27:00"]))),
        [
            "UID:fault-report-basis-sa-1",
            "DTSTART;20351006T220000",
            "DTEND;20351007T030000",
            "RRULE:FREQ=WEEKLY;UNTIL=20351231T225959Z;BYDAY=SA,SU",
            "UID:fault-report-basis-sa-1",
            "RECURRENCE-ID;20351027T220000",
            "DTSTART;20351027T220000",
            "DTEND;20351028T030000",
        ]
    );
    // 02:30 is in the fold, so the end is in UTC.
    let exception = |hours| fault_reports(WorkingCalendar::new("", week(&[], &[hours])))[4..].join(" ");
    let series = "UID:fault-report-basis-sa-1";
    let autumn = |times| format!("{series} RECURRENCE-ID;20351028T{times}");
    assert_eq!(exception("01:00-02:30"), autumn("010000 DTSTART;20351028T010000 DTEND:20351028T003000Z"));
    assert_eq!(exception("02:30-05:00"), autumn("023000 DTSTART:20351028T003000Z DTEND;20351028T050000"));
    assert_eq!(exception("02:10-02:40"), autumn("021000 DTSTART:20351028T001000Z DTEND:20351028T004000Z"));
    assert_eq!(exception("03:00-04:00"), "");
}

#[test]
fn a_whole_day_is_a_date() {
    let calendar = WorkingCalendar::new("", WeeklySchedule::round_the_clock())
        .with_exception(date("2035-12-01"), Exception { hours: Some(Vec::new()), ..Exception::default() })
        .with_exception(date("2035-12-02"), exception(&[], &["04:00-06:00"]));
    assert_eq!(
        fault_reports(calendar),
        [
            "UID:fault-report-basis-mo-1",
            "DTSTART;VALUE=DATE:20351001",
            "DTEND;VALUE=DATE:20351002",
            "RRULE:FREQ=WEEKLY;UNTIL=20351231;BYDAY=MO,TU,WE,TH,FR,SA,SU",
            "EXDATE;VALUE=DATE:20351201",
            "UID:fault-report-basis-mo-1",
            "RECURRENCE-ID;VALUE=DATE:20351202",
            "DTSTART;20351202T000000",
            "DTEND;20351202T040000",
            "UID:fault-report-basis-20351202-1",
            "DTSTART;20351202T060000",
            "DTEND;20351203T000000",
        ]
    );
}

#[test]
fn an_empty_calendar_has_no_events() {
    assert_eq!(fault_reports(WorkingCalendar::new("", WeeklySchedule::default())), [""; 0]);
}

#[test]
fn repeated_hours_are_written_once() {
    let events = fault_reports(WorkingCalendar::new("", week(&["08:00-12:00", "08:00-12:00", "11:00-16:00"], &[])));
    assert_eq!(events.len(), 8);
    assert_eq!([0, 4].map(|index| &events[index]), ["UID:fault-report-basis-mo-1", "UID:fault-report-basis-mo-3"]);
}

#[test]
fn hours_past_24_end_on_the_next_date() {
    let events = fault_reports(WorkingCalendar::new("", week(&["23:00-47:59"], &[])));
    assert_eq!(events[1..3], ["DTSTART;20351001T230000", "DTEND;20351002T235900"]);
}
