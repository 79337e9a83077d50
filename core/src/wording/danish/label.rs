//! Which fixed words stand on the page?

/// The page's title.
pub const TITLE: &str = "Serviceaftale for Erhverv";
/// The picker's question.
pub const PICKER: &str = "Hvilken aftale har du?";
/// The choice of no agreement in particular.
pub const ALL_AGREEMENTS: &str = "Vis begge";
/// The same when there are more than two.
pub const MORE_AGREEMENTS: &str = "Vis alle";
/// What a choice does.
pub const PICKER_HINT: &str =
    "Vælg, så viser vi kun din aftale. Er du i tvivl, står den i din kontrakt, eller spørg Erhverv Support.";
/// The panel of channels.
pub const RIGHT_NOW: &str = "Lige nu";
/// What the call button does.
pub const CALL: &str = "Ring";
/// What the copy button does.
pub const COPY_NUMBER: &str = "Kopiér telefonnummeret";
/// What the copy button did.
pub const COPIED: &str = "Kopieret";
/// Why not to call over the line that is down.
pub const CALL_FROM_MOBILE: &str = "Er forbindelsen nede, så ring fra mobil.";
/// The panel of response deadlines.
pub const RESPONSE: &str = "Hvornår sker der noget?";
/// What a deadline is.
pub const RESPONSE_MEANS: &str =
    "Fristen er, hvornår AURA er gået i gang – ikke hvornår fejlen er rettet, eller teknikeren er fremme.";
/// Above a deadline.
pub const STARTED_BY: &str = "AURA skal være gået i gang senest";
/// The mark of an answer that leans on a reading.
pub const READING: &str = "fortolkning";
/// The panel of opening hours.
pub const HOURS: &str = "Åbningstider";
/// What the opening hours are of.
pub const HOURS_MEANS: &str = "Telefonisk, dansk tid.";
/// The first column of the opening hours.
pub const DAY: &str = "Dag";
/// The mark of today.
pub const TODAY: &str = "i dag";
/// Above the coming public holidays.
pub const HOLIDAYS: &str = "Kommende helligdage";
/// The panel of maintenance windows.
pub const MAINTENANCE: &str = "Vedligehold";
/// Above the next windows.
pub const WINDOWS: &str = "Næste servicevinduer";
/// What a window is.
pub const WINDOW_MEANS: &str =
    "Et servicevindue er en mulighed, ikke en plan. Planlagt arbejde varsles så vidt muligt på aura.dk.";
/// The mark of a window that is open.
pub const UNDER_WAY: &str = "Er i gang";
/// The mark of a window that can still be notified in time.
pub const NOTICE_POSSIBLE: &str = "Kan varsles endnu";
/// The mark of a window whose last day of notice has passed.
pub const NOTICE_PAST: &str = "Frist for varsel er udløbet";
/// The panel of coverage.
pub const COVERAGE: &str = "Hvad dækker aftalen?";
/// Above what is covered.
pub const COVERED: &str = "AURA dækker";
/// Above what the customer pays.
pub const CUSTOMER_PAYS: &str = "Du betaler selv";
/// Above what the sheet does not say.
pub const NOT_STATED: &str = "Det siger aftalen ikke";
/// What goes for every answer.
pub const GUIDANCE: &str = "Vejledende – aftaleteksten gælder.";
/// Above the warning about old data.
pub const REVIEW_OVERDUE: &str = "Tiderne kan være forældede";
