//! Does somebody answer the phone now?

use serviceaftale_core::agreement::{Channel, Contact};
use serviceaftale_core::answers::{Advice, ChannelLine, RightNow};
use serviceaftale_core::messages::typeset;
use serviceaftale_core::time::Timestamp;

use super::interpretations::phone_readings;
use crate::app::{Copied, Msg, State};
use crate::view::{Draw, Icon};

/// Announced work that is under way, the channels' states, and what to do.
pub fn right_now(draw: &mut Draw, state: &State, answer: &RightNow) {
    let RightNow { now, special_day, advice, lines, contact } = answer;
    let of = |urgent| lines.iter().filter(move |line| (line.channel == Channel::FaultReport) == urgent);
    draw.panel("right-now", draw.say.labels.right_now, |draw| {
        draw.words("p", "meta", draw.say.shown_moment(*now, special_day.as_ref()));
        match state.detailed().here() {
            Some(details) => (details.under_way)(draw, state, *now),
            None => draw.nothing(),
        }
        match advice {
            Some(advice) => notice(draw, advice),
            None => draw.nothing(),
        }
        draw.element("div", "urgent", |draw| of(true).for_each(|line| channel(draw, line, *now)));
        call(draw, state, contact, of(true).any(|line| line.phone.answer.is_open()));
        match state.detailed().here() {
            Some(details) => (details.reminder)(draw, answer, *now),
            None => draw.nothing(),
        }
        draw.element("div", "others", |draw| of(false).for_each(|line| channel(draw, line, *now)));
    });
}

/// A line stands once, within an element for each agreement that it is of.
fn channel(draw: &mut Draw, line: &ChannelLine, now: Timestamp) {
    let (say, phone) = (draw.say, line.phone.answer);
    let (icon, class) = if phone.is_open() { (Icon::Open, "channel open") } else { (Icon::Closed, "channel closed") };
    let channel = match line.channel {
        Channel::FaultReport => "fault-report",
        Channel::General => "general",
        Channel::Billing => "billing",
    };
    for agreement in &line.agreements {
        draw.open("div", "");
        draw.attribute("data-channel", channel);
        draw.attribute("data-agreement", agreement.id.clone());
        draw.attribute("data-open", if phone.is_open() { "true" } else { "false" });
    }
    draw.open("div", class);
    draw.icon(icon);
    draw.open("div", "");
    draw.heading(1, say.line(line));
    draw.open("p", "state");
    draw.labelled("strong", "", say.state(phone));
    draw.space();
    draw.label(say.state_until(phone));
    draw.space();
    if let Some((at, words)) = phone.changes().zip(say.state_change(phone, now)) {
        draw.moment(at, words);
    }
    draw.close();
    if let Some(words) = say.opens_in(phone, now).filter(|_| line.channel == Channel::FaultReport) {
        draw.words("span", "meta", words);
    }
    if line.by_email {
        draw.labelled("span", "meta", say.by_email());
    }
    phone_readings(draw, &line.phone, now);
    draw.close();
    draw.close();
    line.agreements.iter().for_each(|_| draw.close());
}

fn call(draw: &mut Draw, state: &State, contact: &Contact, open: bool) {
    let copied = state.copied() == Some(Copied::Number);
    let (labels, Contact { phone, phone_shown, .. }) = (&draw.say.labels, contact);
    draw.open("div", "call");
    draw.open("div", "buttons");
    draw.open("a", if open { "button primary" } else { "button" });
    draw.attribute("href", format!("tel:{phone}"));
    draw.icon(Icon::Call);
    draw.element("span", "", |draw| {
        draw.label(labels.call);
        draw.space();
        draw.text(typeset(phone_shown));
    });
    draw.close();
    draw.button("button square", Msg::CopyPressed(phone.clone()), |draw| {
        draw.icon(if copied { Icon::Covered } else { Icon::Copy });
        draw.labelled("span", "hidden", labels.copy_number);
    });
    draw.close();
    draw.element("p", "meta", |draw| {
        draw.text(draw.say.once_connected(contact));
        draw.space();
        draw.label(labels.call_from_mobile);
    });
    match state.detailed().here() {
        Some(details) => (details.at_hand)(draw, state),
        None => draw.nothing(),
    }
    draw.open("p", "meta");
    draw.attribute("role", "status");
    draw.label(if copied { labels.copied } else { "" });
    draw.close();
    draw.close();
}

fn notice(draw: &mut Draw, advice: &Advice) {
    let (class, icon) = match advice {
        Advice::MaintenanceWindow { .. } => ("notice planned", Icon::Planned),
        Advice::PreventiveMaintenance { .. } => ("notice", Icon::Wait),
    };
    draw.open("div", class);
    draw.icon(icon);
    draw.emphasised("p", draw.say.advice(advice));
    draw.close();
}
