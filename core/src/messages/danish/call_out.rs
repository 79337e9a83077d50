//! Which words does Danish have for who pays?

use crate::messages::CallOutWords;

pub(in crate::messages) static CALL_OUT: CallOutWords = CallOutWords {
    who_pays: "Hvem betaler for tilkaldet?",
    on_connection: "Er fejlen på forbindelsen fra AURA til dig?",
    in_auras_equipment: "Er fejlen i udstyr, som AURA har leveret?",
    free_access: "Har teknikeren fri adgang?",
    yes: "Ja",
    no: "Nej",
    covered: ("Aftalen dækker tilkaldet.", "Forbindelsen og det udstyr, AURA har leveret, er omfattet."),
    own_fault: ("Du betaler selv tilkaldet.", "Fejl i dit eget netværk eller udstyr er ikke omfattet."),
    no_access: ("Du betaler selv tilkaldet.", "Det gælder, når teknikeren ikke har fri adgang, uanset hvor fejlen er."),
};
