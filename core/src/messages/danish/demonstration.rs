//! Which words does Danish have for demonstrations?

use crate::messages::DemonstrationWords;

pub(in crate::messages) static DEMONSTRATION: DemonstrationWords = DemonstrationWords {
    demonstration: "Demo",
    scenarios: "Situationer",
    friday_evening: "Fredag aften",
    good_friday: "Langfredag",
    christmas_eve: "Juleaften",
    monday_night: "Nat til mandag",
    summer_time: "Sommertid",
    shown_time: "Vist tidspunkt",
    day_back: "−1\u{a0}dag",
    hour_back: "−1\u{a0}time",
    hour_on: "+1\u{a0}time",
    day_on: "+1\u{a0}dag",
    large_type: "Stor skrift",
    print: "Udskriv",
    next_customer: "Næste kunde",
};
