//! Which words does English have for the time of a report?

use super::times::TIMES;
use crate::messages::{Sentence, WhatIf};
use crate::report_input::Vocabulary;

pub(in crate::messages) static WHAT_IF: WhatIf = WhatIf {
    reported: "The fault is reported",
    now: "Now",
    choose: "Choose a time",
    presets: "Suggested times",
    date: "Date",
    date_example: "e.g. 3 April or tomorrow",
    time: "Time",
    time_example: "e.g. 09:12",
    day_earlier: "One day earlier",
    day_later: "One day later",
    vocabulary: Vocabulary {
        weekdays: TIMES.weekdays,
        months: TIMES.months,
        relative_days: &[("today", 0), ("tomorrow", 1), ("yesterday", -1)],
        last_words: &["last"],
        date_fillers: &["the", "of", "on", "st", "nd", "rd", "th"],
        time_fillers: &["at"],
        day_halves: &[("am", 0), ("pm", 12)],
    },
    typed_date: Sentence::new("{0} {1}{2} {3}"),
    typed_months: [" Jan", " Feb", " Mar", " Apr", " May", " Jun", " Jul", " Aug", " Sep", " Oct", " Nov", " Dec"],
    full_hour: Sentence::new("{0}:00"),
    this_evening: Sentence::new("This evening, {0}"),
    tomorrow_evening: Sentence::new("Tomorrow evening, {0}"),
    saturday: Sentence::new("Saturday, {0}"),
    holiday: Sentence::new("{0}, {1}"),
    was_reported: Sentence::new("The fault was reported on {0}, {1}."),
    will_be_reported: Sentence::new("The fault will be reported on {0}, {1}."),
    danish_time: "Danish time",
    summer_time: "Danish summer time",
    winter_time: "Danish winter time",
    no_date: "The date is missing. Type it as 3/4 (3 April), 3 April 2026 or tomorrow.",
    unreadable_date: Sentence::new(
        "“{0}” cannot be read as a date. Type it as 3/4 (3 April), 3 April 2026 or tomorrow.",
    ),
    no_such_day: Sentence::new("“{0}” is not in the calendar. Type a date as 3/4 (3 April) or 3 April 2026."),
    other_weekday: Sentence::new("“{0}” does not fit: {1} is a {2}."),
    outside_years: Sentence::new("“{0}” is too far away. Type a date from 1990 to 2099."),
    no_time: "The time is missing. Type it as 09:12, 15 or 3 pm.",
    unreadable_time: Sentence::new("“{0}” cannot be read as a time. Type it as 09:12, 15 or 3 pm."),
    no_such_time: Sentence::new("“{0}” is not a time of day. Type one from 00:00 to 24:00."),
    still: Sentence::new("The answers are still for {0}, {1}."),
    skipped: Sentence::new(
        "It is never {0} that night, since clocks go forward an hour. The answers are for {1} instead.",
    ),
    which: Sentence::new("It is {0} twice that night, since clocks go back. Which one do you mean?"),
    first: Sentence::new("{0} summer time, the first one"),
    second: Sentence::new("{0} winter time, an hour later"),
};
