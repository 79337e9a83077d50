//! What does the customer read in Danish?

mod channels;
mod demonstration;
mod footer;
mod hours;
mod interpretations;
mod labels;
mod responses;
mod sending;
mod times;

pub(super) use demonstration::DEMONSTRATION;
pub(super) use footer::FOOTER;
pub(super) use labels::PANEL_LABELS;
pub(super) use sending::SENDING;

use super::{Language, Messages};

/// Everything.
pub(super) static WORDING: Messages = Messages {
    language: Language::Danish,
    labels: labels::LABELS,
    times: times::TIMES,
    channels: channels::CHANNELS,
    hours: hours::HOURS,
    responses: responses::RESPONSES,
    readings: interpretations::READINGS,
};
