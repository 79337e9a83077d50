//! Which words does Danish have for phone lines?

use crate::wording::channels::{ChannelWords, OfChannel};
use crate::wording::{Emphasised, Sentence};

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
    until: "til",
    never_closes: "hele døgnet, alle dage",
    never_opens: "indtil videre",
    opens: Sentence::new("Åbner {0}"),
    once_connected: Sentence::new("{0}: Tast {1}. Hav kundenummeret klar."),
    by_email: "Også på e-mail, døgnet rundt. Adressen står ikke i aftalen.",
    maintenance_window: Emphasised::new(
        "Der kan være planlagt arbejde lige nu",
        "Servicevinduet er åbent til {0}. Se på aura.dk, om arbejde er varslet. Er det ikke, så meld fejlen.",
    ),
    preventive: Emphasised::new(
        "Vent {0}",
        "Indtil {1} kan der være en kort, uvarslet afbrydelse, som regel højst {0}. Er forbindelsen stadig nede {2}, så meld fejlen.",
    ),
    announced_open: Sentence::new("{0}: fejlmelding er åben."),
    announced_closed: Sentence::new("{0}: fejlmelding er lukket."),
};
