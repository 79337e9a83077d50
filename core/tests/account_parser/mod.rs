//! Parser for the text of a deadline account.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serviceaftale_core::messages::{Language, times};
use serviceaftale_core::time::{Timestamp, copenhagen};

/// The rows of an account, with the report time and the language for parsing them.
pub struct AccountParser {
    pub rows: Vec<[String; 3]>,
    report: NaiveDateTime,
    language: Language,
}

impl AccountParser {
    pub fn new(rows: impl IntoIterator<Item = [String; 3]>, report: Timestamp, language: Language) -> Self {
        let local = copenhagen::to_local(report);
        let rows = rows.into_iter().map(|row| row.map(|words| plain(&words)));
        Self { rows: rows.collect(), report: local.date.and_time(local.time), language }
    }

    /// Asserts that the counted time is the target, in seconds, and that the last line ends at the deadline, which the
    /// card shows as `shown`.
    pub fn adds_up_to(&self, target: i64, shown: &str, case: &str) {
        let case = format!("{case}, reported {}: {:#?}", self.report, self.rows);
        let (total, lines) = self.rows.split_last().unwrap();
        let counted: i64 = lines.iter().map(|[_, _, hours]| self.seconds(hours)).sum();
        assert_eq!(counted, target, "{case}");
        assert_eq!(self.seconds(&total[2]), target, "{case}");
        let mut end = None;
        for [day, kind, hours] in lines {
            let times = self.times(kind);
            if self.seconds(hours) > 0 {
                let of_times: i64 = times.iter().map(|(from, to)| (*to - *from).num_seconds()).sum();
                assert_eq!(of_times, self.seconds(hours), "{kind} is {hours}: {case}");
                end = Some(self.date(day).and_time(NaiveTime::MIN) + times.last().unwrap().1);
            }
        }
        let first = &lines[0];
        assert_eq!(self.date(first[0].split('–').next().unwrap()), self.report.date(), "{case}");
        if let Some((from, _)) = self.times(&first[1]).first() {
            assert_eq!(self.report.time() - NaiveTime::MIN, *from, "{case}");
        }
        let end = end.unwrap();
        let deadline = self.shown_deadline(&plain(shown));
        assert!(end <= deadline && deadline - end < TimeDelta::minutes(1), "ends {end}, {deadline} is shown: {case}");
        let in_total = total[1].trim_start_matches(["frist ", "deadline "][self.language as usize]);
        let (day, clock) = in_total.split_once([" kl. ", ", "][self.language as usize]).unwrap();
        let clock = self.time(clock.split(' ').next().unwrap());
        assert_eq!(self.date(day).and_time(NaiveTime::MIN) + clock, deadline, "{case}");
    }

    /// Parses `i dag, fredag kl. 16.00`, `tirsdag 7. april kl. 16.00`, `Friday 1 January 2027 16:00`.
    pub fn shown_deadline(&self, shown: &str) -> NaiveDateTime {
        let (day, clock) = shown.rsplit_once(' ').unwrap();
        let near = [["i dag,", "i morgen,"], ["today,", "tomorrow,"]][self.language as usize];
        let date = match near.iter().zip(0..).find(|(near, _)| day.starts_with(*near)) {
            Some((_, days)) => self.report.date() + Days::new(days),
            None => {
                let mut words = day.split([' ', '.']).filter(|word| !word.is_empty()).skip(1);
                let (number, month) = (words.next().unwrap(), words.next().unwrap());
                let name = |number: &u32| {
                    let first = NaiveDate::from_ymd_opt(2026, *number, 1).unwrap();
                    times::month(self.language, first)
                };
                let month = (1..=12).find(|number| name(number) == month).unwrap();
                self.on_or_after_report(number.parse().unwrap(), month)
            }
        };
        date.and_time(NaiveTime::MIN) + self.time(clock)
    }

    /// Parses `7 t. 10 min. 30 sek.` or `7 h 10 min 30 s`.
    fn seconds(&self, hours: &str) -> i64 {
        let units = [["t.", "min.", "sek."], ["h", "min", "s"]][self.language as usize];
        let words: Vec<_> = hours.split(' ').collect();
        let seconds_of = |unit: &str| [3600, 60, 1][units.iter().position(|known| *known == unit).unwrap()];
        words.chunks(2).map(|pair| pair[0].parse::<i64>().unwrap() * seconds_of(pair[1])).sum()
    }

    /// Parses `kl. 8.00–12.00 og 12.30–16.00`; empty where the text does not start with a time.
    fn times(&self, kind: &str) -> Vec<(TimeDelta, TimeDelta)> {
        let words = kind.trim_start_matches("kl. ").split(',').next().unwrap();
        if !words.starts_with(|first: char| first.is_ascii_digit()) || !words.contains('–') {
            return Vec::new();
        }
        let ranges = words.split([" og ", " and "][self.language as usize]).map(|range| range.split_once('–').unwrap());
        ranges.map(|(from, to)| (self.time(from), self.time(to))).collect()
    }

    /// Parses `15.10` or `15.10.30` to the time since midnight.
    fn time(&self, clock: &str) -> TimeDelta {
        let parts = clock.split(['.', ':'][self.language as usize]).map(|part| part.parse::<i64>().unwrap());
        TimeDelta::seconds(parts.zip([3600, 60, 1]).map(|(count, unit)| count * unit).sum())
    }

    /// Parses `ons. 1/4` or `Wed 1 Apr`.
    fn date(&self, day: &str) -> NaiveDate {
        let words: Vec<_> = day.split([' ', '/']).collect();
        let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
        let month = match self.language {
            Language::Danish => words[2].parse().unwrap(),
            Language::English => months.split(' ').zip(1..).find(|(name, _)| *name == words[2]).unwrap().1,
        };
        let date = self.on_or_after_report(words[1].parse().unwrap(), month);
        assert_eq!(times::short_weekday(self.language, date), words[0].trim_end_matches('.'), "{day}");
        date
    }

    /// The text has no year, so it is the first such date on or after the report.
    fn on_or_after_report(&self, day: u32, month: u32) -> NaiveDate {
        let years = [self.report.year(), self.report.year() + 1];
        let mut dates = years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
        dates.find(|date| *date >= self.report.date()).unwrap()
    }
}

/// The text with plain spaces and without word joiners.
pub fn plain(words: &str) -> String {
    words.replace('\u{a0}', " ").replace('\u{2060}', "")
}
