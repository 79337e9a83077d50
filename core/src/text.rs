//! Bilingual text of the data files.

use serde::{Deserialize, Serialize};

/// A text in Danish and English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    pub da: String,
    pub en: String,
}

impl Text {
    /// One text for both languages, for proper names.
    pub fn same(text: &str) -> Self {
        Self { da: text.to_owned(), en: text.to_owned() }
    }
}
