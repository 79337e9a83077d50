//! What does the customer read in Danish?

mod channels;
mod footer;
mod hours;
mod labels;
mod maintenance;
mod responses;
mod times;

use super::{Language, Wording};

/// Everything.
pub(super) static WORDING: Wording = Wording {
    language: Language::Danish,
    labels: labels::LABELS,
    times: times::TIMES,
    channels: channels::CHANNELS,
    hours: hours::HOURS,
    responses: responses::RESPONSES,
    maintenance: maintenance::MAINTENANCE,
    footer: footer::FOOTER,
};
