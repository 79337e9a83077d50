//! What moves a demonstration, and what is said of the link that opened the page?

use serviceaftale_core::answers::demonstration::{FourWeeks, Scenario, Step};
use serviceaftale_core::messages::{self, DemonstrationWords};
use serviceaftale_core::time::{Timestamp, copenhagen};

use super::field::open_slider;
use crate::app::{Msg, State, View};
use crate::view::{Draw, Icon};

/// What stands above everything else.
pub fn above(draw: &mut Draw, state: &State) {
    if state.appearance().link_is_faulty {
        draw.open("div", "notice failed link");
        draw.icon(Icon::Planned);
        draw.emphasised("p", messages::sending(draw.say.language).faulty_link());
        draw.close();
    } else {
        draw.nothing();
    }
    if state.appearance().view == View::Demo {
        demo(draw, state);
    } else {
        draw.nothing();
    }
}

/// Scenarios, a slider with steps beside it, and what the room asks for.
fn demo(draw: &mut Draw, state: &State) {
    let words = messages::demonstration(draw.say.language);
    let shown = state.shown_at().unwrap_or_else(|| state.now().start_of_minute());
    draw.panel("demo", words.demonstration, |draw| {
        draw.open("div", "scenarios");
        draw.attribute("role", "group");
        draw.attribute("aria-label", words.scenarios);
        for scenario in Scenario::ALL {
            if let Some(at) = scenario.next(state.now()) {
                pressed(draw, words.scenario(scenario), state.shown_at() == Some(at), Msg::TimeShown(at));
            }
        }
        draw.close();
        draw.open("div", "room");
        let large = state.has_large_type();
        pressed(draw, words.large_type, large, Msg::TypeSized { large: !large });
        draw.button("small", Msg::PrintPressed, |draw| draw.label(words.print));
        draw.button("small", Msg::StartedOver, |draw| draw.label(words.next_customer));
        draw.close();
        time(draw, words, shown, state.now());
    });
}

/// A button that stays down while what it does holds.
fn pressed(draw: &mut Draw, label: &'static str, down: bool, event: Msg) {
    draw.button("small", event, |draw| {
        draw.attribute("aria-pressed", if down { "true" } else { "false" });
        draw.label(label);
    });
}

fn time(draw: &mut Draw, words: &DemonstrationWords, shown: Timestamp, now: Timestamp) {
    let (say, weeks) = (draw.say, FourWeeks::around(shown, now));
    let day = |hour| say.day(copenhagen::date(weeks.at(hour)), copenhagen::date(now));
    draw.open("div", "time");
    draw.open("div", "line");
    open_slider(draw, weeks.hour_of(shown), FourWeeks::LAST_HOUR, move |hour| Msg::TimeShown(weeks.at(hour)));
    draw.attribute("aria-label", words.shown_time);
    draw.attribute("aria-valuetext", say.full_date_time(shown));
    draw.close();
    draw.open("p", "meta");
    draw.words("span", "", day(0));
    draw.words("span", "", day(FourWeeks::LAST_HOUR));
    draw.close();
    draw.close();
    for step in [Step::DayBack, Step::HourBack, Step::HourOn, Step::DayOn] {
        draw.button("small", Msg::TimeShown(step.from(shown)), |draw| draw.label(words.step(step)));
    }
    draw.close();
}
