//! Which words does English have for sending an answer?

use crate::messages::{Emphasised, Language, SendingWords, Sentence};

pub(in crate::messages) static SENDING: SendingWords = SendingWords {
    language: Language::English,
    send: "Send the answer",
    copy_text: "Copy text",
    copy_link: "Copy link",
    share: "Share …",
    text_copied: "The text has been copied",
    link_copied: "The link has been copied",
    deadline: Sentence::new("{0}: {1} {2}."),
    read_deadline: Sentence::new("{0}: {1} {2} ({3})."),
    remember: "Remember:",
    contact: Sentence::new("{0}: {1}, press {2}."),
    faulty_link: Emphasised::new(
        "Something in the link could not be used.",
        "What is usual is shown instead, so check that agreement and time are those you want to know about.",
    ),
};
