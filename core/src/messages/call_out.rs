//! How is asked and told who pays for a call-out?

use super::{Language, danish, english};
use crate::answers::Payer;

/// The words for who pays.
#[cfg_attr(test, derive(Debug))]
pub struct CallOutWords {
    /// The heading.
    pub who_pays: &'static str,
    /// Whether the fault is on the connection.
    pub on_connection: &'static str,
    /// Whether it is in equipment that AURA delivered.
    pub in_auras_equipment: &'static str,
    /// Whether the technician has free access.
    pub free_access: &'static str,
    /// The two answers.
    pub yes: &'static str,
    /// The other one.
    pub no: &'static str,
    pub(super) covered: (&'static str, &'static str),
    pub(super) own_fault: (&'static str, &'static str),
    pub(super) no_access: (&'static str, &'static str),
}

/// The words for who pays, in that language.
pub const fn call_out(language: Language) -> &'static CallOutWords {
    match language {
        Language::Danish => &danish::CALL_OUT,
        Language::English => &english::CALL_OUT,
    }
}

impl CallOutWords {
    /// Who pays, and why.
    pub const fn payer(&self, payer: Payer) -> (&'static str, &'static str) {
        match payer {
            Payer::Covered => self.covered,
            Payer::CustomerForOwnFault => self.own_fault,
            Payer::CustomerForNoAccess => self.no_access,
        }
    }
}
