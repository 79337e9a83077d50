//! What does the page show beyond its first answers?
//!
//! In the release all of this comes in a wasm file of its own, fetched once the first answers are shown, and this table
//! of functions is the one way to it: what only these functions need is in that file, too.

mod account;
mod addresses;
mod announcements;
mod calendars;
mod call_out;
mod comparison;
mod coverage;
mod demo;
mod field;
mod footer;
mod hours;
mod maintenance;
mod memo;
mod sending;
mod timeline;
mod what_if;

use std::rc::Rc;

use chrono::NaiveDate;
use serviceaftale_core::addresses::Change;
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{AgreementResponse, Page, Reference, ResponseAnswer, Responses, RightNow};
use serviceaftale_core::data::{Problem, Value};
use serviceaftale_core::ics::{CalendarFile, CalendarRequest};
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::{Notices, NoticesReader};
use serviceaftale_core::report_input::ReportDraft;
use serviceaftale_core::time::Timestamp;

use crate::app::{AddressBook, Attributes, State, View};
use crate::view::Draw;

use account::{account, progress};
use comparison::comparison;
use coverage::coverage;
use demo::above;
use footer::footer;
use hours::hours;
use maintenance::maintenance;
use sending::sending;
use timeline::timeline;
use what_if::what_if;

/// The addresses, unless what was written cannot be read, and the agreement that is to be picked.
type TakeAddresses =
    fn(&Value, bool, Option<&AddressBook>, (&Attributes, &Catalogue)) -> Option<(Rc<AddressBook>, Option<String>)>;

/// The functions that draw it.
#[derive(Debug)]
pub struct Details {
    /// Its styles.
    pub styles: &'static str,
    /// Reads an agreements file, whole or not at all.
    pub read_agreements: fn(&Value) -> Result<Catalogue, Vec<Problem>>,
    /// Begins to read a notices file of so many notices.
    pub begin_notices: fn(&Value, usize) -> Result<NoticesReader, Vec<Problem>>,
    /// Reads the next notice.
    pub take_notice: fn(&mut NoticesReader, &Value),
    /// What is announced, and what had to be left out.
    pub end_notices: fn(NoticesReader) -> (Notices, Vec<Problem>),
    /// What the agreements promise with the hours that differ once.
    pub with_special_hours: fn(&Catalogue, &Notices) -> Catalogue,
    /// What is said of a link, and what moves a demonstration.
    pub above: fn(&mut Draw, &State),
    /// When the fault is reported, and how to ask for another time.
    pub what_if: fn(&mut Draw, &Responses, Option<&ReportDraft>),
    /// How far a deadline's clock has come.
    pub progress: fn(&mut Draw, &Catalogue, &Responses, &AgreementResponse, &ResponseAnswer),
    /// How a deadline came about, below the line that unfolds it.
    pub account: fn(&mut Draw, &State, &AgreementResponse, &ResponseAnswer),
    /// What sets the agreements apart.
    pub comparison: fn(&mut Draw, &Catalogue, &Page),
    /// The ways to send the answers to somebody.
    pub sending: fn(&mut Draw, &State, &Page),
    /// A picture of how the clocks run to their deadlines.
    pub timeline: fn(&mut Draw, &Catalogue, &Responses),
    /// A calendar that the customer asks for.
    pub calendar: fn(&CalendarRequest, &Catalogue, Option<&Notices>, NaiveDate, Language) -> Option<CalendarFile>,
    /// Reads the addresses that are remembered, and says which agreement is to be picked with them.
    pub take_addresses: TakeAddresses,
    /// What is to be remembered of them after a change.
    pub change_addresses: fn(Option<&Value>, &AddressBook, &Change) -> String,
    /// The agreement of the address that is chosen, where another is shown.
    pub chosen_agreement: fn(&AddressBook, (&Attributes, &Catalogue)) -> Option<String>,
    /// The customer number to read out, and the choice of an address.
    pub at_hand: fn(&mut Draw, &State),
    /// A reminder to call when the phone opens.
    pub reminder: fn(&mut Draw, &RightNow, Timestamp),
    /// Announced work that is under way.
    pub under_way: fn(&mut Draw, &State, Timestamp),
    /// Everything below the first answers.
    pub panels: fn(&mut Draw, &State, &Page),
}

/// Each goes after the one before.
const STYLES: &str = concat!(
    include_str!(env!("AURA_DETAIL_STYLES")),
    include_str!(env!("AURA_TIMELINE_STYLES")),
    include_str!(env!("AURA_DEMO_STYLES"))
);

/// All of it.
pub static DETAILS: Details = Details {
    styles: STYLES,
    read_agreements: Catalogue::from_value,
    begin_notices: NoticesReader::new,
    take_notice: NoticesReader::push,
    end_notices: NoticesReader::finish,
    with_special_hours: Catalogue::with_special_hours,
    above,
    what_if,
    progress,
    account,
    comparison,
    sending,
    timeline,
    calendar: CalendarRequest::file,
    take_addresses: addresses::take,
    change_addresses: addresses::change,
    chosen_agreement: addresses::chosen_agreement,
    at_hand: addresses::at_hand,
    reminder: calendars::reminder,
    under_way: announcements::under_way,
    panels,
};

/// What is known of them.
#[derive(Clone, Copy, Debug, Default)]
pub enum Detailed {
    /// They are on their way.
    #[default]
    Awaited,
    /// They are here.
    Here(&'static Details),
    /// They could not be had.
    Missing,
}

impl Detailed {
    /// The functions, once they are here.
    pub const fn here(self) -> Option<&'static Details> {
        match self {
            Self::Here(details) => Some(details),
            Self::Awaited | Self::Missing => None,
        }
    }
}

impl PartialEq for Detailed {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

fn panels(draw: &mut Draw, state: &State, page: &Page) {
    addresses::addresses(draw, state);
    if state.appearance().view != View::Compact {
        let reference = Reference::compute(state.catalogue(), state.question(), page.now);
        draw.open("div", "later");
        draw.part((reference.hours, state.without_drafts(), page.now), |draw, (answer, state, now)| {
            hours(draw, state, answer, *now);
        });
        maintenance(draw, state, reference.maintenance, page);
        draw.close();
        draw.part((reference.coverage, state.call_out()), |draw, (answer, known)| coverage(draw, answer, *known));
    }
    footer(draw, &page.data, page.now);
}
