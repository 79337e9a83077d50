//! Which words does Danish have for sending an answer?

use crate::messages::{Emphasised, Language, SendingWords, Sentence};

pub(in crate::messages) static SENDING: SendingWords = SendingWords {
    language: Language::Danish,
    send: "Send svaret",
    copy_text: "Kopiér tekst",
    copy_link: "Kopiér link",
    share: "Del …",
    text_copied: "Teksten er kopieret",
    link_copied: "Linket er kopieret",
    deadline: Sentence::new("{0}: {1} {2}."),
    read_deadline: Sentence::new("{0}: {1} {2} ({3})."),
    remember: "Husk:",
    contact: Sentence::new("{0}: {1}, tast {2}."),
    faulty_link: Emphasised::new(
        "Noget i linket kunne ikke bruges.",
        "Her vises det sædvanlige i stedet, så se efter, om aftale og tidspunkt er dem, du vil vide noget om.",
    ),
};
