//! Which words does English have for time?

use crate::messages::Sentence;
use crate::messages::times::{Counted, TimeWords};

pub(super) const TIMES: TimeWords = TimeWords {
    shown_time: Sentence::new("You are seeing {0} – not now."),
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    short_weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    day_of_month: Sentence::new("{0}"),
    today: "today",
    tomorrow: "tomorrow",
    separator: ":",
    hour_digits: 2,
    clock: Sentence::new("{0}"),
    near_moment: Sentence::new("{1} {0}"),
    far_moment: Sentence::new("{0} at {1}"),
    full_moment: Sentence::new("{0}, {1}"),
    ahead: Sentence::new("in {0}"),
    ago: Sentence::new("{0} ago"),
    now: "now",
    days: Counted { one: "day", many: "days" },
    hours: Counted { one: "hour", many: "hours" },
    minutes: Counted { one: "minute", many: "minutes" },
    and: "and",
};
