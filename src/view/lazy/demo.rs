//! Controls of the demonstration view, and the warning about a faulty link.

use serviceaftale_core::answers::demonstration::{FourWeeks, Scenario, Step};
use serviceaftale_core::messages;
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
                    <p>{emphasised(messages::sending(cx.language).faulty_link())}</p>
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
    let words = messages::demonstration(cx.language);
    let scenarios = Scenario::ALL.into_iter().filter_map(|scenario| Some((scenario, scenario.next(state.now())?)));
    let large = state.has_large_type();
    html! {
        <section class="demo" part="demo" aria-labelledby="demo">
            {panel_title(cx, "demo", words.demonstration)}
            <div class="scenarios" role="group" aria-label={words.scenarios}>
                for (scenario, at) in scenarios {
                    {toggle(cx, words.scenario(scenario), state.shown_at() == Some(at), Msg::TimeShown(at))}
                }
            </div>
            <div class="room">
                {toggle(cx, words.large_type, large, Msg::TypeSized { large: !large })}
                {button(cx, words.print, Msg::PrintPressed)}
                {button(cx, words.next_customer, Msg::StartedOver)}
            </div>
            {time_controls(cx, state.shown_at().unwrap_or_else(|| state.now().start_of_minute()), state.now())}
        </section>
    }
}

/// A slider over four weeks with steps below it.
fn time_controls(cx: &ViewContext, shown: Timestamp, now: Timestamp) -> Html {
    let (messages, words) = (cx.language.messages(), messages::demonstration(cx.language));
    let weeks = FourWeeks::around(shown, now);
    let day = |hour| text(messages.day(copenhagen::date(weeks.at(hour)), copenhagen::date(now)));
    html! {
        <div class="time">
            <div class="line">
                <input
                    type="range"
                    max={FourWeeks::LAST_HOUR.to_string()}
                    value={weeks.hour_of(shown).to_string()}
                    aria-label={words.shown_time}
                    aria-valuetext={messages.full_date_time(shown)}
                    oninput={on_slider(cx, weeks)}
                />
                <p class="meta"><span>{day(0)}</span><span>{day(FourWeeks::LAST_HOUR)}</span></p>
            </div>
            for step in [Step::DayBack, Step::HourBack, Step::HourOn, Step::DayOn] {
                {button(cx, words.step(step), Msg::TimeShown(step.from(shown)))}
            }
        </div>
    }
}

fn on_slider(cx: &ViewContext, weeks: FourWeeks) -> Callback<InputEvent> {
    let cx = cx.clone();
    Callback::from(move |event: InputEvent| {
        if let Ok(hour) = event.target_unchecked_into::<HtmlInputElement>().value().parse() {
            cx.dispatch(Msg::TimeShown(weeks.at(hour)));
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
