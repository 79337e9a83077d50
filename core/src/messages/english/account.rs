//! Which words does English have for accounts?

use crate::messages::account::AccountWords;
use crate::messages::{Emphasised, Language, Sentence};

pub(in crate::messages) static ACCOUNT: AccountWords = AccountWords {
    language: Language::English,
    date: Sentence::new("{0}\u{a0}{1}\u{a0}{2}"),
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    units: ["h", "min", "s"],
    one_week: Sentence::new("1 whole week of {0}"),
    weeks: Sentence::new("{0} whole weeks of {1}"),
    closed: Sentence::new("{0}, closed"),
    outside_hours: "outside these hours",
    weekend: "the weekend",
    closed_weekday: "weekday without hours",
    night_shorter: "the night is one hour shorter",
    night_longer: "the night is one hour longer",
    total: "Total",
    deadline: Sentence::new("deadline {0}, {1}"),
    deadline_rounded: Sentence::new("deadline {0}, {1} (rounded up)"),
    clock: Sentence::new("The response time counts these hours: {0}."),
    reading: Emphasised::new("Interpretation:", "{0}: {1}."),
    passed: Sentence::new("The clock has counted {0} of the response time of {1}."),
    none_passed: Sentence::new("The response time of {0} has not begun."),
    begins: Sentence::new("It counts from {0}."),
    goes_on: Sentence::new("It goes on from {0}."),
};
