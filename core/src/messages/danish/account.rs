//! Which words does Danish have for accounts?

use crate::messages::account::AccountWords;
use crate::messages::{Emphasised, Language, Sentence};

pub(in crate::messages) static ACCOUNT: AccountWords = AccountWords {
    language: Language::Danish,
    date: Sentence::new("{0}.\u{a0}{1}/{2}"),
    months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    units: ["t.", "min.", "sek."],
    one_week: Sentence::new("1 hel uge à {0}"),
    weeks: Sentence::new("{0} hele uger à {1}"),
    closed: Sentence::new("{0}, lukket"),
    outside_hours: "uden for tidsrummet",
    weekend: "weekend",
    closed_weekday: "ugedag uden timer",
    night_shorter: "natten er en time kortere",
    night_longer: "natten er en time længere",
    total: "I alt",
    deadline: Sentence::new("frist {0} {1}"),
    deadline_rounded: Sentence::new("frist {0} {1} (rundet op)"),
    clock: Sentence::new("Reaktionstiden tæller {0}."),
    reading: Emphasised::new("Fortolkning:", "{0}: {1}."),
    passed: Sentence::new("Der er gået {0} af reaktionstiden på {1}."),
    none_passed: Sentence::new("Reaktionstiden på {0} er ikke begyndt."),
    begins: Sentence::new("Den tæller fra {0}."),
    goes_on: Sentence::new("Den tæller videre fra {0}."),
};
