//! Which words does Danish have for time?

use crate::messages::Sentence;
use crate::messages::times::{Counted, TimeWords};

pub(super) const TIMES: TimeWords = TimeWords {
    shown_time: Sentence::new("Du ser {0} – ikke nu."),
    weekdays: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    short_weekdays: ["man", "tir", "ons", "tor", "fre", "lør", "søn"],
    months: [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    day_of_month: Sentence::new("{0}."),
    today: "i dag",
    tomorrow: "i morgen",
    separator: ".",
    hour_digits: 1,
    clock: Sentence::new("kl. {0}"),
    near_moment: Sentence::new("{0} {1}"),
    far_moment: Sentence::new("{0} {1}"),
    full_moment: Sentence::new("{0} {1}"),
    ahead: Sentence::new("om {0}"),
    ago: Sentence::new("for {0} siden"),
    now: "nu",
    days: Counted { one: "dag", many: "dage" },
    hours: Counted { one: "time", many: "timer" },
    minutes: Counted { one: "minut", many: "minutter" },
    and: "og",
};
