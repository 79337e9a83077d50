//! How are the lines of a calendar written, by RFC 5545?

use chrono::{DateTime, Days, NaiveDate, Timelike};

use crate::messages::Language;
use crate::time::copenhagen::{self, LocalResult};
use crate::time::{DayTime, Timestamp};

/// So many octets has a line at most, its end apart.
const OCTETS: usize = 75;

const SECONDS_PER_DAY: i32 = DayTime::END_OF_DAY.seconds();

/// The name of Danish time.
const ZONE: &str = "Europe/Copenhagen";

/// Danish time by the rule that `calendar/copenhagen.rs` keeps, as it is since the autumn of 1996.
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

/// A calendar in the making.
pub(super) struct IcsWriter(String);

impl IcsWriter {
    /// Begins a calendar of that name. It has Danish time in any case, since a calendar must have something.
    pub fn calendar(language: Language, name: &str) -> Self {
        let mut lines = Self(String::new());
        let producer = ["PRODID:-//AURA//Serviceaftale//", &language.tag().to_ascii_uppercase()];
        for line in [&["BEGIN:VCALENDAR"][..], &["VERSION:2.0"], &producer, &["CALSCALE:GREGORIAN"]] {
            lines.line(line);
        }
        // The second name is what programs know that are older than RFC 7986.
        lines.text("NAME", name);
        lines.text("X-WR-CALNAME", name);
        // To ask again once a day is enough.
        lines.line(&["REFRESH-INTERVAL;VALUE=DURATION:P1D"]);
        lines.line(&["X-PUBLISHED-TTL:P1D"]);
        for line in DANISH_TIME {
            lines.line(&[line]);
        }
        lines
    }

    /// Ends it.
    pub fn end(mut self) -> String {
        self.line(&["END:VCALENDAR"]);
        self.0
    }

    /// A line of these parts, folded where it is too long and never within a character.
    pub fn line(&mut self, parts: &[&str]) {
        let mut octets = 0;
        for character in parts.iter().flat_map(|part| part.chars()) {
            if octets + character.len_utf8() > OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(character);
            octets += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Words, whatever is in them.
    pub fn text(&mut self, name: &str, words: &str) {
        self.line(&[name, ":", &escaped(words)]);
    }

    /// An instant, as Danish clocks show it; by Greenwich where they show that time twice, of which programs do not agree
    /// which one it is.
    pub fn instant(&mut self, name: &str, instant: Timestamp) {
        let shown = copenhagen::to_local(instant);
        let seconds = shown.time.num_seconds_from_midnight().cast_signed();
        let time = DayTime::from_seconds(seconds).unwrap_or(DayTime::MIDNIGHT);
        match copenhagen::resolve_local(shown.date, time) {
            LocalResult::Unambiguous(_) => self.line(&[name, ";TZID=", ZONE, ":", &civil(shown.date, seconds)]),
            LocalResult::Gap { .. } | LocalResult::Fold { .. } => self.line(&[name, ":", &utc_stamp(instant)]),
        }
    }

    /// A time on Danish clocks, for each of these dates; past 24:00 it is one of a later date.
    pub fn civil_times(&mut self, name: &str, dates: &[NaiveDate], time: DayTime) {
        let (days, seconds) = (time.seconds() / SECONDS_PER_DAY, time.seconds() % SECONDS_PER_DAY);
        let civil = |start: &NaiveDate| civil(*start + Days::new(days.unsigned_abs().into()), seconds);
        let times: Vec<_> = dates.iter().map(civil).collect();
        self.line(&[name, ";TZID=", ZONE, ":", &times.join(",")]);
    }

    /// These dates.
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
    let shown = DateTime::from_timestamp(instant.unix_seconds(), 0).unwrap_or_default().naive_utc();
    civil(shown.date(), shown.time().num_seconds_from_midnight().cast_signed()) + "Z"
}

/// `20260406T000000`.
fn civil(on: NaiveDate, seconds: i32) -> String {
    format!("{}T{:02}{:02}{:02}", date(on), seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Words in which nothing ends a line or a value; without what would only put them in order on a page, or out of it.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    let mut rest = words.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\r' if rest.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\t' | '\u{a0}' => escaped.push(' '),
            // Controls, joiners and marks that turn the direction of what follows.
            '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{2060}' | '\u{feff}' => {}
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            plain => escaped.push(plain),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Weekday};

    use super::*;

    #[test]
    fn no_line_is_longer_than_75_octets_and_no_character_is_cut() {
        fn check(words: &str, lines: &[&str]) {
            let mut written = IcsWriter(String::new());
            written.line(&["X:", words]);
            assert_eq!(written.0, lines.join("\r\n ") + "\r\n");
        }
        let (a, o) = ("a".repeat(73), "ø".repeat(36));
        check("", &["X:"]);
        check(&a, &[&format!("X:{a}")]);
        check(&format!("{a}b"), &[&format!("X:{a}"), "b"]);
        // 74 octets, and one that is left over.
        check(&format!("{o}ø"), &[&format!("X:{o}"), "ø"]);
        check(&format!("{a}{o}{o}"), &[&format!("X:{a}"), &"ø".repeat(37), &"ø".repeat(35)]);
        check(&format!("{a}😀{a}"), &[&format!("X:{a}"), &format!("😀{}", &a[3..]), "aaa"]);
    }

    #[test]
    fn words_stay_words() {
        fn check(words: &str, expected: &str) {
            assert_eq!(escaped(words), expected);
        }
        check("Fejl; strøm, net \\ fiber", "Fejl\\; strøm\\, net \\\\ fiber");
        check("en\r\nto\nfire\rfem", "en\\nto\\nfire\\nfem");
        check("x\nEND:VEVENT\u{2028}BEGIN:VALARM", "x\\nEND:VEVENT\\nBEGIN:VALARM");
        check("kl.\u{a0}8\u{2060}–\u{2060}16", "kl. 8–16");
        check("\u{202e}gnp.exe\0\x1b[0m\u{85}\u{feff}", "gnp.exe[0m");
        check("\"citat\": 👩🏽‍💻", "\"citat\": 👩🏽‍💻");
    }

    #[test]
    fn an_instant_is_told_by_danish_clocks_where_they_show_it_once() {
        fn check(instant: &str, expected: &str) {
            let mut lines = IcsWriter(String::new());
            lines.instant("X", instant.parse().unwrap());
            assert_eq!(lines.0, format!("X{expected}\r\n"));
        }
        check("2026-04-06T00:00+02:00", ";TZID=Europe/Copenhagen:20260406T000000");
        check("2026-03-29T01:00Z", ";TZID=Europe/Copenhagen:20260329T030000");
        check("2026-10-25T00:00Z", ":20261025T000000Z");
        check("2026-10-24T23:59:59Z", ";TZID=Europe/Copenhagen:20261025T015959");
        check("2026-10-25T01:30Z", ":20261025T013000Z");
        check("2026-10-25T02:00Z", ";TZID=Europe/Copenhagen:20261025T030000");
    }

    /// A rule reads `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`, and is of the block that has its offsets.
    #[test]
    fn danish_time_is_written_by_the_rule_that_it_is_computed_by() {
        for year in 1997..=2099 {
            for (month, start, forward) in [(3, "02", 3600), (10, "03", -3600)] {
                let rule = format!("RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU");
                let place = DANISH_TIME.iter().position(|line| *line == rule).unwrap();
                let offsets = if forward > 0 { ["+0100", "+0200"] } else { ["+0200", "+0100"] };
                assert_eq!(DANISH_TIME[place - 2], format!("TZOFFSETFROM:{}", offsets[0]));
                assert_eq!(DANISH_TIME[place - 1], format!("TZOFFSETTO:{}", offsets[1]));
                assert_eq!(&DANISH_TIME[place - 3][16..], format!("T{start}0000"));
                let days = NaiveDate::from_ymd_opt(year, month, 1).unwrap().iter_days();
                let of_month = days.take_while(|day| day.month() == month);
                let last_sunday = of_month.filter(|day| day.weekday() == Weekday::Sun).last().unwrap();
                let change = copenhagen::clock_change_on(last_sunday).unwrap();
                assert_eq!(change.forward_seconds, forward);
                // At 01:00 in Greenwich clocks show 02:00 in winter and 03:00 in summer, before they are moved.
                assert_eq!(utc_stamp(change.at), format!("{}T010000Z", date(last_sunday)));
            }
        }
    }
}
