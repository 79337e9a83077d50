//! Messages about what the answers are based on.

use super::message::{Label, Message, label, message};
use super::{Language, times};
use crate::answers::DataState;
use crate::time::Timestamp;

pub const GUIDANCE: Label =
    label("Vejledende – aftaleteksten gælder.", "For guidance only – the text of the agreement applies.");

const COMPUTED_FOR: Message<1> =
    message("Beregnet i din browser for {0}, dansk tid.", "Calculated in your browser for {0}, Danish time.");

/// The time that the answers were computed for.
pub fn computed_for(language: Language, now: Timestamp) -> String {
    COMPUTED_FOR.format(language, [&times::full_date_time(language, now)])
}

const DATA_VERSION: Message<2> =
    message("Aftaledata {0}. Gennemgås igen senest {1}.", "Agreement data {0}. To be reviewed by {1}.");

/// The version of the data and the date by which it is to be reviewed.
pub fn data_version(language: Language, data: &DataState) -> String {
    DATA_VERSION.format(language, [&data.version, &times::date_with_year(language, data.review_by)])
}

const PERHAPS_OLD: Label = label("Tiderne kan være forældede", "The times may be out of date");
/// The review date, the phone number and the key to press.
const REVIEW_OVERDUE: Message<3> = message(
    "Aftaledata skulle være gennemgået igen senest {0}. Telefonnummeret gælder stadig: {1}, tast {2}.",
    "The agreement data should have been reviewed by {0}. The phone number still holds: {1}, press {2}.",
);

/// A warning that the data is overdue for review: its emphasised beginning and the rest.
pub fn review_overdue(language: Language, data: &DataState) -> (String, String) {
    let (by, contact) = (times::date_with_year(language, data.review_by), &data.contact);
    let rest = REVIEW_OVERDUE.format(language, [&by, &contact.phone_shown, &contact.press]);
    (PERHAPS_OLD.get(language).to_owned(), rest)
}
