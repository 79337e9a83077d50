//! Which words does English have for who pays?

use crate::messages::CallOutWords;

pub(in crate::messages) static CALL_OUT: CallOutWords = CallOutWords {
    who_pays: "Who pays for the call-out?",
    on_connection: "Is the fault on the connection from AURA to you?",
    in_auras_equipment: "Is the fault in equipment that AURA delivered?",
    free_access: "Does the technician have free access?",
    yes: "Yes",
    no: "No",
    covered: (
        "The agreement covers the call-out.",
        "The connection and the equipment that AURA delivered are included.",
    ),
    own_fault: ("You pay for the call-out.", "Faults in your own network or equipment are not included."),
    no_access: (
        "You pay for the call-out.",
        "This holds when the technician has no free access, wherever the fault is.",
    ),
};
