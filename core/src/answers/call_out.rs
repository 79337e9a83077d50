//! Cost of a technician call-out by the customer's answers to three questions.

/// The customer's answers; `None` for a question without an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CallOut {
    /// Whether the fault is on the connection from AURA to the customer.
    pub on_connection: Option<bool>,
    /// Whether the fault is in equipment that AURA delivered.
    pub in_auras_equipment: Option<bool>,
    /// Whether the technician has free access.
    pub free_access: Option<bool>,
}

/// One of the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallOutQuestion {
    OnConnection,
    InAurasEquipment,
    FreeAccess,
}

/// The payer by the section »Hvad dækker service?« of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payer {
    /// The agreement covers the call-out.
    Covered,
    /// The customer pays: the fault is in the customer's own network or equipment.
    CustomerForOwnFault,
    /// The customer pays: the technician had no access.
    CustomerForNoAccess,
}

impl CallOut {
    /// A copy with this answer set.
    #[must_use]
    pub const fn with(mut self, question: CallOutQuestion, yes: bool) -> Self {
        *(match question {
            CallOutQuestion::OnConnection => &mut self.on_connection,
            CallOutQuestion::InAurasEquipment => &mut self.in_auras_equipment,
            CallOutQuestion::FreeAccess => &mut self.free_access,
        }) = Some(yes);
        self
    }

    /// The payer; `None` while the answers do not determine it.
    ///
    /// ```
    /// use serviceaftale_core::answers::{CallOut, Payer};
    /// let locked = CallOut { free_access: Some(false), ..CallOut::default() };
    /// assert_eq!(locked.payer(), Some(Payer::CustomerForNoAccess));
    /// assert_eq!(CallOut::default().payer(), None);
    /// ```
    pub const fn payer(self) -> Option<Payer> {
        match (self.on_connection, self.in_auras_equipment, self.free_access) {
            (_, _, Some(false)) => Some(Payer::CustomerForNoAccess),
            (Some(false), Some(false), _) => Some(Payer::CustomerForOwnFault),
            (Some(true), _, Some(true)) | (_, Some(true), Some(true)) => Some(Payer::Covered),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn setting_an_answer_keeps_the_others() {
        let answers = CallOut::default().with(CallOutQuestion::OnConnection, false);
        assert_eq!(answers, CallOut { on_connection: Some(false), ..CallOut::default() });
        let answers = answers.with(CallOutQuestion::InAurasEquipment, true).with(CallOutQuestion::FreeAccess, true);
        let all = CallOut { on_connection: Some(false), in_auras_equipment: Some(true), free_access: Some(true) };
        assert_eq!(answers, all);
        assert_eq!(answers.with(CallOutQuestion::FreeAccess, false).free_access, Some(false));
    }

    #[test]
    fn payer_by_answers() {
        fn check(answers: [Option<bool>; 3], expected: Option<Payer>) {
            let [on_connection, in_auras_equipment, free_access] = answers;
            let call_out = CallOut { on_connection, in_auras_equipment, free_access };
            assert_eq!(call_out.payer(), expected, "{answers:?}");
        }
        const YES: Option<bool> = Some(true);
        const NO: Option<bool> = Some(false);
        check([None, None, None], None);
        check([YES, None, None], None);
        check([NO, None, YES], None);
        check([None, NO, YES], None);
        check([YES, None, YES], Some(Payer::Covered));
        check([NO, YES, YES], Some(Payer::Covered));
        check([YES, NO, YES], Some(Payer::Covered));
        check([NO, NO, None], Some(Payer::CustomerForOwnFault));
        check([NO, NO, YES], Some(Payer::CustomerForOwnFault));
        check([NO, NO, NO], Some(Payer::CustomerForNoAccess));
        check([YES, YES, NO], Some(Payer::CustomerForNoAccess));
        check([None, None, NO], Some(Payer::CustomerForNoAccess));
    }
}
