//! Which words stand on the page whatever the answer is?

use super::{Language, danish, english};

/// The words that are always the same.
#[cfg_attr(test, derive(Debug))]
pub struct Labels {
    /// The picker's question.
    pub picker: &'static str,
    /// The choice to compare all agreements.
    pub compare: &'static str,
    /// What a choice does.
    pub picker_hint: &'static str,
    /// The button that leads back to the real time.
    pub show_now: &'static str,
    /// The panel of channels.
    pub right_now: &'static str,
    /// What the call button does.
    pub call: &'static str,
    /// What the copy button does.
    pub copy_number: &'static str,
    /// What the copy button did.
    pub copied: &'static str,
    /// SpanKind not to call over the line that is down.
    pub call_from_mobile: &'static str,
    /// The panel of response deadlines.
    pub response: &'static str,
    /// What a deadline is.
    pub response_means: &'static str,
    /// Above a deadline.
    pub started_by: &'static str,
    /// The mark of an answer that leans on a reading.
    pub reading: &'static str,
    /// What unfolds a deadline's account.
    pub account: &'static str,
    /// That what is below the first answers could not be had.
    pub details_missing: &'static str,
    /// The button that asks for it again.
    pub try_again: &'static str,
}

/// Those of the panels below the first answers.
#[cfg_attr(test, derive(Debug))]
pub struct PanelLabels {
    /// The panel of opening hours.
    pub hours: &'static str,
    /// What the opening hours are of.
    pub hours_means: &'static str,
    /// The first column of the opening hours.
    pub day: &'static str,
    /// Above the coming public holidays.
    pub holidays: &'static str,
    /// The panel of maintenance windows.
    pub maintenance: &'static str,
    /// Above the next windows.
    pub windows: &'static str,
    /// What a window is.
    pub window_means: &'static str,
    /// The panel of coverage.
    pub coverage: &'static str,
    /// Above what is covered.
    pub covered: &'static str,
    /// Above what the customer pays.
    pub customer_pays: &'static str,
    /// Above what the sheet does not say.
    pub not_stated: &'static str,
}

/// The words of the panels below the first answers that are always the same in that language.
pub const fn panel_labels(language: Language) -> &'static PanelLabels {
    match language {
        Language::Danish => &danish::PANEL_LABELS,
        Language::English => &english::PANEL_LABELS,
    }
}
