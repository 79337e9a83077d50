//! Table of customers' questions: actions and expected answers.

use browser_tests::Action;

pub const BASIS: Action<'static> = Action::Choose("Erhverv Basis");
pub const PRO: Action<'static> = Action::Choose("Erhverv Pro");
pub const COMPARE: Action<'static> = Action::Choose("Sammenlign");

pub const ANOTHER_TIME: Action<'static> = Action::Choose("Vælg tidspunkt");
pub const DATE: &str = "Dato fx 3/4 eller i morgen";
pub const TIME: &str = "Klokkeslæt fx 9.12";

/// Opens the interpretation of the answer with this selector.
pub const fn expand_interpretation(selector: &'static str) -> Action<'static> {
    Action::ClickIn(selector, "fortolkning")
}

/// Opens the calculation of the deadline with this selector.
pub const fn expand_calculation(selector: &'static str) -> Action<'static> {
    Action::ClickIn(selector, "Sådan er det regnet ud")
}

/// Words that must be together on one line of the page. Update these if messages change.
pub struct Words(pub &'static [&'static str]);

/// A later report has the same deadline.
pub const SAME_AS_TUESDAY: Words = Words(&["fristen er den samme", "i morgen kl. 10.00", "tirsdag 7. april kl. 8.00"]);
pub const SAME_AS_MONDAY: Words = Words(&["fristen er den samme", "mandag 16. marts kl. 8.00"]);
pub const SAME_AS_27_DECEMBER: Words = Words(&["fristen er den samme", "mandag 27. december kl. 8.00"]);
/// The deadline is for the start of work; on-site work may continue in the next repair hours.
pub const WORK_8_APRIL: Words = Words(&["arbejde på stedet kan vente", "onsdag 8. april kl. 7.00"]);
pub const WORK_17_MARCH: Words = Words(&["arbejde på stedet kan vente", "tirsdag 17. marts kl. 7.00"]);
/// Elapsed hours are counted, and the clocks change in between.
pub const CLOCK_CHANGE: Words = Words(&["uret stilles frem"]);
pub const SHORTER_NIGHT: Words = Words(&["natten er en time kortere"]);
pub const THREE_REAL_HOURS: Words = Words(&["2 t. 30 min."]);
/// By an interpretation, which is named, the phone is closed or open on that day.
pub const CLOSED_BY_INTERPRETATION: Words =
    Words(&["helligdag, der falder mandag-fredag", "læser aftalen som »lukket«"]);
pub const OPEN_BY_INTERPRETATION: Words =
    Words(&["helligdag, der falder lørdag eller søndag", "læser aftalen som »åben", "10–14"]);
/// If 24 December were closed, the technician would come later.
pub const OTHERWISE_28_DECEMBER: Words =
    Words(&["24. december", "regnes som lukkede", "bliver svaret: mandag 28. december kl. 14.00"]);
pub const NON_STOP: Words = Words(&["arbejder aura", "uafbrudt, til fejlen er rettet"]);
pub const BY_EMAIL: Words = Words(&["e-mail", "døgnet rundt"]);
/// How much earlier the work starts with Pro.
pub const SOONER: Words = Words(&["pro", "5 dage og 21 timer før"]);
/// The outage may be announced work; see aura.dk.
pub const MAY_BE_PLANNED: Words = Words(&["kan være planlagt arbejde lige nu"]);
pub const SEE_WHETHER_ANNOUNCED: Words = Words(&["se på aura.dk", "varslet"]);
/// The outage is probably short: wait before reporting it.
pub const WAIT: Words = Words(&["vent 5 minutter"]);
pub const THEN_REPORT: Words = Words(&["stadig nede", "meld fejlen"]);
/// Texts for special cases, which must not be shown on an ordinary morning.
pub const SPECIAL_CASES: [Words; 7] = [
    Words(&["fristen er den samme"]),
    Words(&["arbejde på stedet kan vente"]),
    Words(&["uret stilles"]),
    MAY_BE_PLANNED,
    SEE_WHETHER_ANNOUNCED,
    WAIT,
    THEN_REPORT,
];
/// Notice is given as far as possible, and by the strict interpretation a working day earlier.
pub const NOTICE_IS_NO_PROMISE: Words = Words(&["varsle", "så vidt muligt"]);
pub const STRICT_NOTICES: [Words; 3] = [
    Words(&["fem hele arbejdsdage", "senest fredag 20. marts"]),
    Words(&["fem hele arbejdsdage", "senest onsdag 25. marts"]),
    Words(&["fem hele arbejdsdage", "senest tirsdag 31. marts"]),
];
/// Question 12: what the customer pays with both agreements, and what AURA covers. The agreement sheet names no amount.
pub const WHO_PAYS: [Words; 7] = [
    Words(&["du betaler selv"]),
    Words(&["eget netværk", "udstyr"]),
    Words(&["fri adgang"]),
    Words(&["alle aftaler"]),
    Words(&["beløbet", "ikke"]),
    Words(&["forbindelsen fra aura"]),
    Words(&["udstyr", "aura har leveret"]),
];

/// A question of the specification, with the expected answers.
pub struct Question {
    pub name: &'static str,
    /// The simulated time, which is also the report time.
    pub now: &'static str,
    pub actions: &'static [Action<'static>],
    pub basis: Deadlines,
    pub pro: Deadlines,
    /// Fault reports by phone with Basis; with Pro that line is always open.
    pub basis_phone: Line,
    /// General questions, the same for both agreements.
    pub general: Line,
    /// Subscription and billing, the same for both agreements.
    pub billing: Line,
    /// Texts that must be shown.
    pub texts: &'static [Words],
    /// Answers that must be marked as dependent on an interpretation.
    pub marked: &'static [(&'static str, &'static str)],
}

pub struct Deadlines {
    pub remote: &'static str,
    pub on_site: &'static str,
}

pub enum Line {
    OpenUntil(&'static str),
    ClosedUntil(&'static str),
}
use Line::{ClosedUntil, OpenUntil};

pub const QUESTIONS: [Question; 10] = [
    Question {
        name: "1: Good Friday, 15:00",
        now: "2026-04-03T15:00:00+02:00",
        actions: &[COMPARE, expand_interpretation("[data-channel=fault-report][data-agreement=basis]")],
        basis: Deadlines { remote: "2026-04-07T11:00:00+02:00", on_site: "2026-04-07T16:00:00+02:00" },
        pro: Deadlines { remote: "2026-04-03T16:00:00+02:00", on_site: "2026-04-03T18:00:00+02:00" },
        basis_phone: ClosedUntil("2026-04-04T10:00:00+02:00"),
        general: ClosedUntil("2026-04-04T10:00:00+02:00"),
        billing: ClosedUntil("2026-04-07T08:00:00+02:00"),
        texts: &[CLOSED_BY_INTERPRETATION, SAME_AS_TUESDAY, WORK_8_APRIL, NON_STOP],
        marked: &[],
    },
    Question {
        name: "2: Friday 13 March, 15:30",
        now: "2026-03-13T15:30:00+01:00",
        actions: &[BASIS, PRO],
        basis: Deadlines { remote: "2026-03-16T10:30:00+01:00", on_site: "2026-03-16T15:30:00+01:00" },
        pro: Deadlines { remote: "2026-03-13T16:30:00+01:00", on_site: "2026-03-13T18:30:00+01:00" },
        basis_phone: OpenUntil("2026-03-13T20:00:00+01:00"),
        general: OpenUntil("2026-03-13T20:00:00+01:00"),
        billing: ClosedUntil("2026-03-16T08:00:00+01:00"),
        texts: &[WORK_17_MARCH],
        marked: &[],
    },
    Question {
        name: "3: a Tuesday, 02:00",
        now: "2026-03-10T02:00:00+01:00",
        actions: &[],
        basis: Deadlines { remote: "2026-03-10T11:00:00+01:00", on_site: "2026-03-10T16:00:00+01:00" },
        pro: Deadlines { remote: "2026-03-10T03:00:00+01:00", on_site: "2026-03-10T05:00:00+01:00" },
        basis_phone: ClosedUntil("2026-03-10T08:00:00+01:00"),
        general: ClosedUntil("2026-03-10T08:00:00+01:00"),
        billing: ClosedUntil("2026-03-10T08:00:00+01:00"),
        texts: &[BY_EMAIL],
        marked: &[],
    },
    Question {
        name: "4: a Saturday, 11:00",
        now: "2026-03-14T11:00:00+01:00",
        actions: &[BASIS],
        basis: Deadlines { remote: "2026-03-16T11:00:00+01:00", on_site: "2026-03-16T16:00:00+01:00" },
        pro: Deadlines { remote: "2026-03-14T12:00:00+01:00", on_site: "2026-03-14T14:00:00+01:00" },
        basis_phone: OpenUntil("2026-03-14T14:00:00+01:00"),
        general: OpenUntil("2026-03-14T14:00:00+01:00"),
        billing: ClosedUntil("2026-03-16T08:00:00+01:00"),
        texts: &[SAME_AS_MONDAY],
        marked: &[],
    },
    Question {
        name: "5: 23 December, 14:00",
        now: "2026-12-23T14:00:00+01:00",
        actions: &[BASIS, expand_interpretation("[data-answer=on-site]")],
        basis: Deadlines { remote: "2026-12-24T09:00:00+01:00", on_site: "2026-12-24T14:00:00+01:00" },
        pro: Deadlines { remote: "2026-12-23T15:00:00+01:00", on_site: "2026-12-23T17:00:00+01:00" },
        basis_phone: OpenUntil("2026-12-23T20:00:00+01:00"),
        general: OpenUntil("2026-12-23T20:00:00+01:00"),
        billing: OpenUntil("2026-12-23T16:00:00+01:00"),
        texts: &[OTHERWISE_28_DECEMBER],
        marked: &[("basis", "remote"), ("basis", "on-site")],
    },
    Question {
        name: "6: Christmas Day on a Saturday, 11:00",
        now: "2027-12-25T11:00:00+01:00",
        actions: &[BASIS, expand_interpretation("[data-channel=fault-report]")],
        basis: Deadlines { remote: "2027-12-27T11:00:00+01:00", on_site: "2027-12-27T16:00:00+01:00" },
        pro: Deadlines { remote: "2027-12-25T12:00:00+01:00", on_site: "2027-12-25T14:00:00+01:00" },
        basis_phone: OpenUntil("2027-12-25T14:00:00+01:00"),
        general: OpenUntil("2027-12-25T14:00:00+01:00"),
        billing: ClosedUntil("2027-12-27T08:00:00+01:00"),
        texts: &[OPEN_BY_INTERPRETATION, SAME_AS_27_DECEMBER],
        marked: &[],
    },
    Question {
        name: "7: Whit Monday, 03:00",
        now: "2026-05-25T03:00:00+02:00",
        actions: &[],
        basis: Deadlines { remote: "2026-05-26T11:00:00+02:00", on_site: "2026-05-26T16:00:00+02:00" },
        pro: Deadlines { remote: "2026-05-25T04:00:00+02:00", on_site: "2026-05-25T06:00:00+02:00" },
        basis_phone: ClosedUntil("2026-05-26T08:00:00+02:00"),
        general: ClosedUntil("2026-05-26T08:00:00+02:00"),
        billing: ClosedUntil("2026-05-26T08:00:00+02:00"),
        texts: &[MAY_BE_PLANNED, SEE_WHETHER_ANNOUNCED],
        marked: &[],
    },
    Question {
        name: "8: the night of Easter 2027, 01:30, half an hour before the clocks change",
        now: "2027-03-28T01:30:00+01:00",
        actions: &[PRO, expand_calculation("[data-answer=on-site]")],
        basis: Deadlines { remote: "2027-03-30T11:00:00+02:00", on_site: "2027-03-30T16:00:00+02:00" },
        pro: Deadlines { remote: "2027-03-28T03:30:00+02:00", on_site: "2027-03-28T05:30:00+02:00" },
        basis_phone: ClosedUntil("2027-03-28T10:00:00+02:00"),
        general: ClosedUntil("2027-03-28T10:00:00+02:00"),
        billing: ClosedUntil("2027-03-30T08:00:00+02:00"),
        texts: &[CLOCK_CHANGE, SHORTER_NIGHT, THREE_REAL_HOURS],
        marked: &[],
    },
    Question {
        name: "9: a Monday, 06:20",
        now: "2026-03-09T06:20:00+01:00",
        actions: &[],
        basis: Deadlines { remote: "2026-03-09T11:00:00+01:00", on_site: "2026-03-09T16:00:00+01:00" },
        pro: Deadlines { remote: "2026-03-09T07:20:00+01:00", on_site: "2026-03-09T09:20:00+01:00" },
        basis_phone: ClosedUntil("2026-03-09T08:00:00+01:00"),
        general: ClosedUntil("2026-03-09T08:00:00+01:00"),
        billing: ClosedUntil("2026-03-09T08:00:00+01:00"),
        texts: &[WAIT, THEN_REPORT],
        marked: &[],
    },
    Question {
        name: "10: the Wednesday before Easter, 15:10",
        now: "2026-04-01T15:10:00+02:00",
        actions: &[COMPARE],
        basis: Deadlines { remote: "2026-04-07T10:10:00+02:00", on_site: "2026-04-07T15:10:00+02:00" },
        pro: Deadlines { remote: "2026-04-01T16:10:00+02:00", on_site: "2026-04-01T18:10:00+02:00" },
        basis_phone: OpenUntil("2026-04-01T20:00:00+02:00"),
        general: OpenUntil("2026-04-01T20:00:00+02:00"),
        billing: OpenUntil("2026-04-01T16:00:00+02:00"),
        texts: &[SOONER, WORK_8_APRIL],
        marked: &[],
    },
];
