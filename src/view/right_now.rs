//! Panel "right now": whether the phone is answered, and what to know before calling.

use serviceaftale_core::agreement::{Channel, Contact};
use serviceaftale_core::answers::{Advice, ChannelLine, RightNow};
use serviceaftale_core::messages::{channels, labels, typeset};
use serviceaftale_core::time::Timestamp;
use yew::{Html, html};

use super::elements::{emphasised, heading, icon, label, moment, panel_title, text};
use super::interpretation_marks::phone_mark;
use super::{Icon, ViewContext};
use crate::app::{CopyTarget, Msg, State};

/// Announced work under way, the state of each channel, and what to do.
pub fn right_now(cx: &ViewContext, state: &State, answer: &RightNow) -> Html {
    let RightNow { now, special_day, advice, lines, contact } = answer;
    let of = |urgent| lines.iter().filter(move |line| (line.channel == Channel::FaultReport) == urgent);
    let channels_of = |urgent| of(urgent).map(|line| channel(cx, line, *now)).collect::<Html>();
    html! {
        <section class="right-now" part="right-now" aria-labelledby="right-now">
            {panel_title(cx, "right-now", labels::RIGHT_NOW.get(cx.language))}
            <p class="meta">{text(channels::shown_moment(cx.language, *now, special_day.as_ref()))}</p>
            if let Some(panels) = cx.panels {
                {(panels.under_way)(cx, state, *now)}
            }
            if let Some(advice) = advice {
                {notice(cx, advice)}
            }
            <div class="urgent">{channels_of(true)}</div>
            {call(cx, state, contact, of(true).any(|line| line.phone.answer.is_open()))}
            if let Some(panels) = cx.panels {
                {(panels.reminder)(cx, answer, *now)}
            }
            <div class="others">{channels_of(false)}</div>
        </section>
    }
}

/// A line that several agreements share is rendered once, within one element for each of them.
fn channel(cx: &ViewContext, line: &ChannelLine, now: Timestamp) -> Html {
    let (name, open) = (channel_name(line.channel), line.phone.answer.is_open());
    let content = channel_state(cx, line, now);
    let content = if open {
        html! { <div class="channel open">{icon(Icon::Open)}{content}</div> }
    } else {
        html! { <div class="channel closed">{icon(Icon::Closed)}{content}</div> }
    };
    line.agreements.iter().rev().fold(content, |content, agreement| {
        let (id, open) = (agreement.id.clone(), open.to_string());
        html! { <div data-channel={name} data-agreement={id} data-open={open}>{content}</div> }
    })
}

const fn channel_name(channel: Channel) -> &'static str {
    match channel {
        Channel::FaultReport => "fault-report",
        Channel::General => "general",
        Channel::Billing => "billing",
    }
}

fn channel_state(cx: &ViewContext, line: &ChannelLine, now: Timestamp) -> Html {
    let (language, phone) = (cx.language, line.phone.answer);
    let change = phone.next_change().zip(channels::state_change(language, phone, now));
    let opens_in = channels::opens_in(language, phone, now).filter(|_| line.channel == Channel::FaultReport);
    html! {
        <div>
            {heading(cx, text(channels::line(language, line)))}
            <p class="state">
                <strong>{label(channels::state(language, phone))}</strong>{" "}
                {label(channels::state_until(language, phone))}{" "}
                if let Some((at, words)) = change {
                    {moment(at, words)}
                }
            </p>
            if let Some(words) = opens_in {
                <span class="meta">{text(words)}</span>
            }
            if line.by_email {
                <span class="meta">{cx.label(channels::BY_EMAIL)}</span>
            }
            {phone_mark(cx, &line.phone, now)}
        </div>
    }
}

fn call(cx: &ViewContext, state: &State, contact: &Contact, open: bool) -> Html {
    let language = cx.language;
    let copied = state.copied() == Some(CopyTarget::PhoneNumber);
    let Contact { phone, phone_shown, .. } = contact;
    let href = format!("tel:{phone}");
    let face = html! {
        <>
            {icon(Icon::Call)}
            <span>{cx.label(labels::CALL)}{" "}{text(typeset(phone_shown))}</span>
        </>
    };
    html! {
        <div class="call">
            <div class="buttons">
                if open {
                    <a class="button primary" href={href}>{face}</a>
                } else {
                    <a class="button" href={href}>{face}</a>
                }
                <button class="button square" type="button" onclick={cx.on(Msg::CopyPressed(phone.clone()))}>
                    {icon(if copied { Icon::Covered } else { Icon::Copy })}
                    <span class="hidden">{cx.label(labels::COPY_NUMBER)}</span>
                </button>
            </div>
            <p class="meta">
                {text(channels::once_connected(language, contact))}{" "}
                {cx.label(labels::CALL_FROM_MOBILE)}
            </p>
            if let Some(panels) = cx.panels {
                {(panels.selected_address)(cx, state)}
            }
            <p class="meta" role="status">{label(if copied { labels::COPIED.get(language) } else { "" })}</p>
        </div>
    }
}

fn notice(cx: &ViewContext, advice: &Advice) -> Html {
    let words = emphasised(channels::advice(cx.language, advice));
    match advice {
        Advice::MaintenanceWindow { .. } => {
            html! { <div class="notice planned">{icon(Icon::Planned)}<p>{words}</p></div> }
        }
        Advice::PreventiveMaintenance { .. } => html! { <div class="notice">{icon(Icon::Wait)}<p>{words}</p></div> },
    }
}
