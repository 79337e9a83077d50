//! What is a text of the data, in both languages?

/// A text that the data gives in Danish and English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The same words in both languages, as a proper name has.
    pub fn same(words: &str) -> Self {
        Self { da: words.to_owned(), en: words.to_owned() }
    }
}
