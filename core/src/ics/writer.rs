//! Serializer for iCalendar (RFC 5545).

use chrono::{DateTime, Days, NaiveDate, Timelike};

use crate::data::Invisible;
use crate::messages::Language;
use crate::time::copenhagen::{self, LocalResult};
use crate::time::{DayTime, Timestamp};

/// RFC 5545, 3.1: the maximum length of a line without its line break.
const MAX_OCTETS: usize = 75;

const SECONDS_PER_DAY: i32 = DayTime::END_OF_DAY.seconds();

/// The IANA name of Danish time.
const TZID: &str = "Europe/Copenhagen";

/// Danish time by the rule of `time/copenhagen.rs`, in force since the autumn of 1996.
const DANISH_TIME: [&str; 17] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Copenhagen",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// A writer for one calendar. Its methods write properties and components.
pub(super) struct IcsWriter(String);

impl IcsWriter {
    /// Begins a calendar of that name. It always has the time zone component, since a calendar must have at least one
    /// component.
    pub fn new(language: Language, name: &str) -> Self {
        let mut writer = Self(String::new());
        let producer = ["PRODID:-//AURA//Serviceaftale//", &language.tag().to_ascii_uppercase()];
        for line in [&["BEGIN:VCALENDAR"][..], &["VERSION:2.0"], &producer, &["CALSCALE:GREGORIAN"]] {
            writer.line(line);
        }
        // X-WR-CALNAME is for programs older than RFC 7986.
        writer.text("NAME", name);
        writer.text("X-WR-CALNAME", name);
        // Refresh once a day.
        writer.line(&["REFRESH-INTERVAL;VALUE=DURATION:P1D"]);
        writer.line(&["X-PUBLISHED-TTL:P1D"]);
        for line in DANISH_TIME {
            writer.line(&[line]);
        }
        writer
    }

    pub fn finish(mut self) -> String {
        self.line(&["END:VCALENDAR"]);
        self.0
    }

    /// Writes a line of these parts, folded if it is too long, but never within a character.
    pub fn line(&mut self, parts: &[&str]) {
        let mut octets = 0;
        for character in parts.iter().flat_map(|part| part.chars()) {
            if octets + character.len_utf8() > MAX_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(character);
            octets += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Writes a text property. The text is escaped.
    pub fn text(&mut self, name: &str, text: &str) {
        self.line(&[name, ":", &escape(text)]);
    }

    /// Writes an instant in Danish time, or in UTC if its Danish time is ambiguous: programs would disagree which
    /// instant is meant.
    pub fn instant(&mut self, name: &str, instant: Timestamp) {
        let local = copenhagen::to_local(instant);
        let seconds = local.time.num_seconds_from_midnight().cast_signed();
        let time = DayTime::from_seconds(seconds).unwrap_or(DayTime::MIDNIGHT);
        match copenhagen::resolve_local(local.date, time) {
            LocalResult::Unambiguous(_) => self.line(&[name, ";TZID=", TZID, ":", &civil(local.date, seconds)]),
            LocalResult::Gap { .. } | LocalResult::Fold { .. } => self.line(&[name, ":", &utc_stamp(instant)]),
        }
    }

    /// Writes a Danish time on each of these dates. A time past 24:00 is on a later date.
    pub fn civil_times(&mut self, name: &str, dates: &[NaiveDate], time: DayTime) {
        let (days, seconds) = (time.seconds() / SECONDS_PER_DAY, time.seconds() % SECONDS_PER_DAY);
        let civil = |start: &NaiveDate| civil(*start + Days::new(days.unsigned_abs().into()), seconds);
        let times: Vec<_> = dates.iter().map(civil).collect();
        self.line(&[name, ";TZID=", TZID, ":", &times.join(",")]);
    }

    pub fn dates(&mut self, name: &str, dates: &[NaiveDate]) {
        let dates: Vec<_> = dates.iter().map(|day| date(*day)).collect();
        self.line(&[name, ";VALUE=DATE:", &dates.join(",")]);
    }
}

/// `20260406`.
pub(super) fn date(date: NaiveDate) -> String {
    date.to_string().replace('-', "")
}

/// `20260405T220000Z`.
pub(super) fn utc_stamp(instant: Timestamp) -> String {
    let utc = DateTime::from_timestamp(instant.unix_seconds(), 0).unwrap_or_default().naive_utc();
    civil(utc.date(), utc.time().num_seconds_from_midnight().cast_signed()) + "Z"
}

/// `20260406T000000`.
fn civil(on: NaiveDate, seconds: i32) -> String {
    format!("{}T{:02}{:02}{:02}", date(on), seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Escapes a text value (RFC 5545, 3.3.11). Non-breaking spaces become spaces; control characters, bidirectional
/// formatting and word joiners are removed.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\r' if rest.peek() == Some(&'\n') => {}
            '\r' | '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\t' | '\u{a0}' => escaped.push(' '),
            character => match Invisible::of(character) {
                Some(Invisible::LineBreak) => escaped.push_str("\\n"),
                // Emoji sequences are kept.
                None | Some(Invisible::Other) => escaped.push(character),
                Some(Invisible::Control | Invisible::Direction | Invisible::WordJoiner) => {}
            },
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Weekday};

    use super::*;

    #[test]
    fn lines_are_folded_at_75_octets_between_characters() {
        fn check(text: &str, lines: &[&str]) {
            let mut writer = IcsWriter(String::new());
            writer.line(&["X:", text]);
            assert_eq!(writer.0, lines.join("\r\n ") + "\r\n");
        }
        let (a, o) = ("a".repeat(73), "ø".repeat(36));
        check("", &["X:"]);
        check(&a, &[&format!("X:{a}")]);
        check(&format!("{a}b"), &[&format!("X:{a}"), "b"]);
        // The next character would need octets 75 and 76.
        check(&format!("{o}ø"), &[&format!("X:{o}"), "ø"]);
        check(&format!("{a}{o}{o}"), &[&format!("X:{a}"), &"ø".repeat(37), &"ø".repeat(35)]);
        check(&format!("{a}😀{a}"), &[&format!("X:{a}"), &format!("😀{}", &a[3..]), "aaa"]);
    }

    #[test]
    fn text_values_are_escaped() {
        fn check(text: &str, expected: &str) {
            assert_eq!(escape(text), expected);
        }
        check("Fejl; strøm, net \\ fiber", "Fejl\\; strøm\\, net \\\\ fiber");
        check("en\r\nto\nfire\rfem", "en\\nto\\nfire\\nfem");
        check("x\nEND:VEVENT\u{2028}BEGIN:VALARM", "x\\nEND:VEVENT\\nBEGIN:VALARM");
        check("kl.\u{a0}8\u{2060}–\u{2060}16", "kl. 8–16");
        check("\u{202e}gnp.exe\0\x1b[0m\u{85}\u{feff}", "gnp.exe[0m");
        check("\"citat\": 👩🏽‍💻", "\"citat\": 👩🏽‍💻");
    }

    #[test]
    fn instants_are_in_danish_time_unless_it_is_ambiguous() {
        fn check(instant: &str, expected: &str) {
            let mut writer = IcsWriter(String::new());
            writer.instant("X", instant.parse::<Timestamp>().unwrap());
            assert_eq!(writer.0, format!("X{expected}\r\n"));
        }
        check("2026-04-06T00:00+02:00", ";TZID=Europe/Copenhagen:20260406T000000");
        check("2026-03-29T01:00Z", ";TZID=Europe/Copenhagen:20260329T030000");
        check("2026-10-25T00:00Z", ":20261025T000000Z");
        check("2026-10-24T23:59:59Z", ";TZID=Europe/Copenhagen:20261025T015959");
        check("2026-10-25T01:30Z", ":20261025T013000Z");
        check("2026-10-25T02:00Z", ";TZID=Europe/Copenhagen:20261025T030000");
    }

    #[test]
    fn the_time_zone_component_agrees_with_the_computed_clock_changes() {
        for year in 1997..=2099 {
            for (month, start, forward) in [(3, "02", 3600), (10, "03", -3600)] {
                let rule = format!("RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU");
                let index = DANISH_TIME.iter().position(|line| *line == rule).unwrap();
                let offsets = if forward > 0 { ["+0100", "+0200"] } else { ["+0200", "+0100"] };
                assert_eq!(DANISH_TIME[index - 2], format!("TZOFFSETFROM:{}", offsets[0]));
                assert_eq!(DANISH_TIME[index - 1], format!("TZOFFSETTO:{}", offsets[1]));
                assert_eq!(&DANISH_TIME[index - 3][16..], format!("T{start}0000"));
                let days = NaiveDate::from_ymd_opt(year, month, 1).unwrap().iter_days();
                let of_month = days.take_while(|day| day.month() == month);
                let last_sunday = of_month.filter(|day| day.weekday() == Weekday::Sun).last().unwrap();
                let change = copenhagen::clock_change_on(last_sunday).unwrap();
                assert_eq!(change.forward_seconds, forward);
                // 01:00 UTC is 02:00 in winter and 03:00 in summer, before the clock change.
                assert_eq!(utc_stamp(change.at), format!("{}T010000Z", date(last_sunday)));
            }
        }
    }
}
