//! Does somebody answer the phone now?

use serviceaftale_core::agreement::{Channel, Contact};
use serviceaftale_core::answer::{Advice, ChannelLine, RightNow};
use serviceaftale_core::calendar::{Timestamp, copenhagen};
use serviceaftale_core::wording::danish::{self as say, label};
use serviceaftale_core::wording::set;
use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::icon::Icon;
use super::readings::readings;

#[derive(Properties, PartialEq)]
pub struct RightNowProps {
    pub panel: RightNow,
    pub copied: bool,
    pub copy: Callback<String>,
}

/// The channels' states, and what to do.
#[component]
pub fn RightNowPanel(props: &RightNowProps) -> Html {
    let RightNow { now, special_day, advice, lines, contact } = &props.panel;
    let (urgent, others): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.channel == Channel::FaultReport);
    let any_open = urgent.iter().any(|line| line.phone.answer.is_open());
    html! {
        <section class="right-now" part="right-now" aria-labelledby="right-now">
            <h2 id="right-now">{ label::RIGHT_NOW }</h2>
            <p class="meta">{ say::shown_moment(*now, special_day.as_ref()) }</p>
            if let Some(advice) = advice {
                { notice(advice) }
            }
            <div class="urgent">{ for urgent.iter().map(|line| channel(line, *now)) }</div>
            { call(contact, any_open, props) }
            <div class="others">{ for others.iter().map(|line| channel(line, *now)) }</div>
        </section>
    }
}

/// A line stands once, within an element for each agreement that it is of.
fn channel(line: &ChannelLine, now: Timestamp) -> Html {
    let phone = line.phone.answer;
    let icon = if phone.is_open() { Icon::Open } else { Icon::Closed };
    let change = phone.changes().zip(say::state_change(phone, now));
    let more = html! {
        <>
            if line.channel == Channel::FaultReport {
                if let Some(opens) = say::opens_in(phone, now) {
                    <span class="meta">{ opens }</span>
                }
                if line.by_email {
                    <span class="meta">{ say::by_email() }</span>
                }
            }
            { readings(&line.phone, |other| say::whole_state(*other, now)) }
        </>
    };
    let drawn = html! {
        <div class={if phone.is_open() { "channel open" } else { "channel closed" }}>
            { icon.draw() }
            <div>
                <h3>{ say::line(line) }</h3>
                <p class="state">
                    <strong>{ say::state(phone) }</strong>{ " " }{ say::state_until(phone) }
                    if let Some((at, words)) = change {
                        { " " }<time datetime={copenhagen::rfc3339(at)}>{ words }</time>
                    }
                </p>
                { more }
            </div>
        </div>
    };
    let channel = match line.channel {
        Channel::FaultReport => "fault-report",
        Channel::General => "general",
        Channel::Billing => "billing",
    };
    line.agreements.iter().rev().fold(drawn, |inner, agreement| {
        html! {
            <div data-channel={channel} data-agreement={agreement.id.clone()} data-open={phone.is_open().to_string()}>
                { inner }
            </div>
        }
    })
}

fn call(contact: &Contact, open: bool, props: &RightNowProps) -> Html {
    let Contact { phone, phone_shown, .. } = contact;
    let copy = {
        let (copy, phone) = (props.copy.clone(), phone.clone());
        move |_| copy.emit(phone.clone())
    };
    let copy_label: AttrValue = label::COPY_NUMBER.into();
    html! {
        <div class="call">
            <div class="buttons">
                <a class={if open { "button primary" } else { "button" }} href={format!("tel:{phone}")}>
                    { Icon::Call.draw() }<span>{ label::CALL }{ " " }{ set(phone_shown) }</span>
                </a>
                <button class="button square" type="button" onclick={copy} aria-label={copy_label.clone()} title={copy_label}>
                    { if props.copied { Icon::Covered.draw() } else { Icon::Copy.draw() } }
                </button>
            </div>
            <p class="meta">
                { say::once_connected(contact) }{ " " }{ label::CALL_FROM_MOBILE }
                <span role="status">{ if props.copied { format!(" {}.", label::COPIED) } else { String::new() } }</span>
            </p>
        </div>
    }
}

fn notice(advice: &Advice) -> Html {
    let (heading, words) = say::advice(advice);
    let (class, icon) = match advice {
        Advice::MaintenanceWindow { .. } => ("notice planned", Icon::Planned),
        Advice::PreventiveMaintenance { .. } => ("notice", Icon::Wait),
    };
    html! {
        <div {class}>
            { icon.draw() }
            <p><strong>{ heading }</strong>{ " " }{ words }</p>
        </div>
    }
}
