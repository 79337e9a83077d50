//! What does the customer read in English?

mod account;
mod addresses;
mod announcements;
mod calendars;
mod call_out;
mod channels;
mod comparison;
mod demonstration;
mod footer;
mod hours;
mod interpretations;
mod labels;
mod maintenance;
mod responses;
mod sending;
pub(super) mod timeline;
mod times;
mod what_if;

pub(super) use account::ACCOUNT;
pub(super) use addresses::ADDRESSES;
pub(super) use announcements::ANNOUNCEMENTS;
pub(super) use calendars::CALENDARS;
pub(super) use call_out::CALL_OUT;
pub(super) use comparison::COMPARISON;
pub(super) use demonstration::DEMONSTRATION;
pub(super) use footer::FOOTER;
pub(super) use labels::PANEL_LABELS;
pub(super) use maintenance::MAINTENANCE;
pub(super) use sending::SENDING;
pub(super) use what_if::WHAT_IF;

use super::{Language, Messages};

/// Everything.
pub(super) static WORDING: Messages = Messages {
    language: Language::English,
    labels: labels::LABELS,
    times: times::TIMES,
    channels: channels::CHANNELS,
    hours: hours::HOURS,
    responses: responses::RESPONSES,
    readings: interpretations::READINGS,
};
