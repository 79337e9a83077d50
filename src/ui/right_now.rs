//! Does somebody answer the phone now?

use serviceaftale_core::agreement::{Channel, Contact};
use serviceaftale_core::answer::{Advice, ChannelLine, RightNow};
use serviceaftale_core::calendar::Timestamp;
use serviceaftale_core::wording::{Wording, set};
use yew::{Callback, Html, html};

use super::icon::Icon;
use super::parts::{aside, emphasised, label, meta, moment, node, of_class, panel, plain, space, strong, text};
use super::readings::readings;

/// The channels' states, and what to do; `copied` says that the number was just copied.
pub fn right_now(answer: &RightNow, copied: bool, copy: &Callback<String>, say: &Wording) -> Html {
    let RightNow { now, special_day, advice, lines, contact } = answer;
    let (urgent, others): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.channel == Channel::FaultReport);
    let any_open = urgent.iter().any(|line| line.phone.answer.is_open());
    let channels = |lines: Vec<&ChannelLine>| lines.into_iter().map(|line| channel(line, *now, say)).collect();
    let mut content = vec![meta(say.shown_moment(*now, special_day.as_ref()))];
    content.extend(advice.as_ref().map(|advice| notice(advice, say)));
    content.push(of_class("div", "urgent", channels(urgent)));
    content.push(call(contact, any_open, copied, copy, say));
    content.push(of_class("div", "others", channels(others)));
    panel("right-now", say.labels.right_now, content)
}

/// A line stands once, within an element for each agreement that it is of.
fn channel(line: &ChannelLine, now: Timestamp, say: &Wording) -> Html {
    let phone = line.phone.answer;
    let (icon, class) = if phone.is_open() { (Icon::Open, "channel open") } else { (Icon::Closed, "channel closed") };
    let mut state = vec![strong(say.state(phone).to_owned()), space(), label(say.state_until(phone)), space()];
    state.extend(phone.changes().zip(say.state_change(phone, now)).map(|(at, words)| moment(at, words)));
    let mut words = vec![plain("h3", vec![text(say.line(line))]), of_class("p", "state", state)];
    if line.channel == Channel::FaultReport {
        words.extend(say.opens_in(phone, now).map(aside));
    }
    if line.by_email {
        words.push(aside(say.by_email().to_owned()));
    }
    words.push(readings(&line.phone, say, |other| say.whole_state(*other, now)));
    let drawn = of_class("div", class, vec![icon.draw(), plain("div", words)]);
    let channel = match line.channel {
        Channel::FaultReport => "fault-report",
        Channel::General => "general",
        Channel::Billing => "billing",
    };
    let open = if phone.is_open() { "true" } else { "false" };
    line.agreements.iter().rev().fold(drawn, |inner, agreement| {
        let agreement = agreement.id.clone().into();
        let attributes = [("data-channel", channel.into()), ("data-agreement", agreement), ("data-open", open.into())];
        node("div", &attributes, vec![inner])
    })
}

fn call(contact: &Contact, open: bool, copied: bool, copy: &Callback<String>, say: &Wording) -> Html {
    let Contact { phone, phone_shown, .. } = contact;
    let class = if open { "button primary" } else { "button" };
    let words = plain("span", vec![label(say.labels.call), space(), text(set(phone_shown))]);
    let attributes = [("class", class.into()), ("href", format!("tel:{phone}").into())];
    let link = node("a", &attributes, vec![Icon::Call.draw(), words]);
    let (copy, number) = (copy.clone(), phone.clone());
    let copy = html! {
        <button class="button square" type="button" onclick={move |_| copy.emit(number.clone())}>
            { if copied { Icon::Covered } else { Icon::Copy }.draw() }
            { of_class("span", "hidden", vec![label(say.labels.copy_number)]) }
        </button>
    };
    let hint = meta(format!("{} {}", say.once_connected(contact), say.labels.call_from_mobile));
    let done = label(if copied { say.labels.copied } else { "" });
    let status = node("p", &[("class", "meta".into()), ("role", "status".into())], vec![done]);
    of_class("div", "call", vec![of_class("div", "buttons", vec![link, copy]), hint, status])
}

fn notice(advice: &Advice, say: &Wording) -> Html {
    let (class, icon) = match advice {
        Advice::MaintenanceWindow { .. } => ("notice planned", Icon::Planned),
        Advice::PreventiveMaintenance { .. } => ("notice", Icon::Wait),
    };
    of_class("div", class, vec![icon.draw(), emphasised("p", say.advice(advice))])
}
