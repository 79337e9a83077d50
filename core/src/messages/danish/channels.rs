//! Which words does Danish have for phone lines?

use crate::messages::channels::{ChannelWords, OfChannel};
use crate::messages::{Emphasised, Sentence};

pub(super) const CHANNELS: ChannelWords = ChannelWords {
    name: OfChannel { fault_report: "Fejlmelding", general: "Generelle spørgsmål", billing: "Abonnement og regning" },
    short_name: OfChannel { fault_report: "Fejl", general: "Generelt", billing: "Regning" },
    within_sentence: OfChannel {
        fault_report: "fejlmelding",
        general: "generelle spørgsmål",
        billing: "abonnement og regning",
    },
    open: "Åben",
    closed: "Lukket",
    open_within_sentence: "åben",
    closed_within_sentence: "lukket",
    until: "til",
    never_closes: "hele døgnet, alle dage",
    never_opens: "indtil videre",
    opens: Sentence::new("Åbner {0}"),
    once_connected: Sentence::new("Tast {0}, og hav kundenummeret klar."),
    by_email: "Også på e-mail, døgnet rundt. Adressen står ikke i aftalen.",
    maintenance_window: Emphasised::new(
        "Der kan være planlagt arbejde lige nu.",
        "Servicevinduet varer til {0}. Se på aura.dk, om der er varslet arbejde. Er der ikke det, så meld fejlen.",
    ),
    preventive: Emphasised::new(
        "Vent {0}, før du melder fejlen.",
        "Indtil {1} kan der være en kort, uvarslet afbrydelse, som regel på højst {0}. Er forbindelsen stadig nede {2}, så meld fejlen.",
    ),
    announced_open: Sentence::new("{0}: Telefonen er åben for fejlmelding."),
    announced_closed: Sentence::new("{0}: Telefonen er lukket for fejlmelding."),
};
