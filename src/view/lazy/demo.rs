//! Controls of the demonstration view, and the warning about a faulty link.

use serviceaftale_core::answers::demonstration::{Scenario, SliderRange, TimeStep};
use serviceaftale_core::messages::{demonstration, sharing, times};
use serviceaftale_core::time::{Timestamp, copenhagen};
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, TargetCast, html};

use crate::app::{Msg, State, View};
use crate::view::elements::{emphasised, icon, label, panel_title, text};
use crate::view::{Icon, ViewContext};

/// Everything above the first answers.
pub fn above(cx: &ViewContext, state: &State) -> Html {
    let appearance = state.appearance();
    html! {
        <>
            if appearance.link_is_faulty {
                <div class="notice failed link">
                    {icon(Icon::Planned)}
                    <p>{emphasised(sharing::faulty_link(cx.language))}</p>
                </div>
            }
            if appearance.view == View::Demo {
                {demo(cx, state)}
            }
        </>
    }
}

/// Scenarios, type size, printing, a new start, and the shown time.
fn demo(cx: &ViewContext, state: &State) -> Html {
    let scenarios = Scenario::ALL.into_iter().filter_map(|scenario| Some((scenario, scenario.next(state.now())?)));
    let large = state.has_large_type();
    html! {
        <section class="demo" part="demo" aria-labelledby="demo">
            {panel_title(cx, "demo", demonstration::DEMONSTRATION.get(cx.language))}
            <div class="scenarios" role="group" aria-label={demonstration::SCENARIOS.get(cx.language)}>
                for (scenario, at) in scenarios {
                    {toggle(
                        cx,
                        demonstration::scenario(cx.language, scenario),
                        state.shown_at() == Some(at),
                        Msg::TimeShown(at),
                    )}
                }
            </div>
            <div class="room">
                {toggle(cx, demonstration::LARGE_TYPE.get(cx.language), large, Msg::LargeTypeToggled { large: !large })}
                {button(cx, demonstration::PRINT.get(cx.language), Msg::PrintPressed)}
                {button(cx, demonstration::NEXT_CUSTOMER.get(cx.language), Msg::DemoRestarted)}
            </div>
            {time_controls(cx, state.shown_at().unwrap_or_else(|| state.now().start_of_minute()), state.now())}
        </section>
    }
}

/// A slider over four weeks with steps below it.
fn time_controls(cx: &ViewContext, shown: Timestamp, now: Timestamp) -> Html {
    let weeks = SliderRange::containing(shown, now);
    let day = |hour| text(times::day(cx.language, copenhagen::date(weeks.time_at(hour)), copenhagen::date(now)));
    html! {
        <div class="time">
            <div class="line">
                <input
                    type="range"
                    max={SliderRange::MAX_POSITION.to_string()}
                    value={weeks.position_of(shown).to_string()}
                    aria-label={demonstration::SHOWN_TIME.get(cx.language)}
                    aria-valuetext={times::full_date_time(cx.language, shown)}
                    oninput={on_slider(cx, weeks)}
                />
                <p class="meta"><span>{day(0)}</span><span>{day(SliderRange::MAX_POSITION)}</span></p>
            </div>
            for step in [TimeStep::DayBack, TimeStep::HourBack, TimeStep::HourForward, TimeStep::DayForward] {
                {button(cx, demonstration::step(cx.language, step), Msg::TimeShown(step.apply(shown)))}
            }
        </div>
    }
}

fn on_slider(cx: &ViewContext, weeks: SliderRange) -> Callback<InputEvent> {
    let cx = cx.clone();
    Callback::from(move |event: InputEvent| {
        if let Ok(hour) = event.target_unchecked_into::<HtmlInputElement>().value().parse() {
            cx.dispatch(Msg::TimeShown(weeks.time_at(hour)));
        }
    })
}

fn button(cx: &ViewContext, words: &'static str, msg: Msg) -> Html {
    html! { <button class="small" type="button" onclick={cx.on(msg)}>{label(words)}</button> }
}

/// A button that stays pressed while its effect lasts.
fn toggle(cx: &ViewContext, words: &'static str, pressed: bool, msg: Msg) -> Html {
    html! {
        <button class="small" type="button" aria-pressed={pressed.to_string()} onclick={cx.on(msg)}>
            {label(words)}
        </button>
    }
}
