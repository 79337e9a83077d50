//! Which words does English have for demonstrations?

use crate::messages::DemonstrationWords;

pub(in crate::messages) static DEMONSTRATION: DemonstrationWords = DemonstrationWords {
    demonstration: "Demonstration",
    scenarios: "Scenarios",
    friday_evening: "Friday evening",
    good_friday: "Good Friday",
    christmas_eve: "Christmas Eve",
    monday_night: "Sunday night",
    summer_time: "Summer time",
    shown_time: "Shown time",
    day_back: "−1\u{a0}day",
    hour_back: "−1\u{a0}hour",
    hour_on: "+1\u{a0}hour",
    day_on: "+1\u{a0}day",
    large_type: "Large type",
    print: "Print",
    next_customer: "Next customer",
};
