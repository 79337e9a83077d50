//! Search of announcements by place.

use super::{Announcement, Area};

/// A query for a postcode, a place name, or both as in an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceQuery {
    /// The leading digits of a postcode.
    postcode: String,
    /// A part of a name, folded by [`fold`].
    name: String,
}

/// How an announcement relates to the place of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaMatch {
    /// The announcement names the place or affects all places, or the search is empty.
    Match,
    /// The announcement only gives postcodes and the search is for a name, or the other way round.
    Unknown,
}

impl Area {
    pub(super) fn named(name: String) -> Self {
        Self { folded: fold(&name), name }
    }
}

impl PlaceQuery {
    /// Parses the text of a search field. The query is empty if the text is blank.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for word in text.split_whitespace() {
            if word.bytes().all(|byte| byte.is_ascii_digit()) {
                query.postcode = word.to_owned();
            } else {
                query.name.push_str(if query.name.is_empty() { "" } else { " " });
                query.name.push_str(&fold(word));
            }
        }
        query
    }

    /// Whether the query matches every announcement.
    pub const fn is_empty(&self) -> bool {
        self.postcode.is_empty() && self.name.is_empty()
    }

    /// How the announcement relates to the place; `None` if it only affects other places.
    pub fn area_match(&self, announcement: &Announcement) -> Option<AreaMatch> {
        let Announcement { areas, postcodes, .. } = announcement;
        let everywhere = areas.is_empty() && postcodes.is_empty();
        let by_postcode =
            !self.postcode.is_empty() && postcodes.iter().any(|postcode| postcode.starts_with(&self.postcode));
        let by_name = !self.name.is_empty() && areas.iter().any(|area| area.folded.contains(&self.name));
        if everywhere || self.is_empty() || by_postcode || by_name {
            return Some(AreaMatch::Match);
        }
        let comparable_by_postcode = !self.postcode.is_empty() && !postcodes.is_empty();
        let comparable_by_name = !self.name.is_empty() && !areas.is_empty();
        (!comparable_by_postcode && !comparable_by_name).then_some(AreaMatch::Unknown)
    }
}

/// Folds a name for comparison: lower case, with "aa" for "å", since Danish names use both spellings. Covers the few
/// letters beyond ASCII that Danish uses; the full table of `str::to_lowercase` would be larger than this module.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'Å' | 'å' => folded.push_str("aa"),
            'Æ' => folded.push('æ'),
            'Ø' => folded.push('ø'),
            'É' => folded.push('é'),
            'Ä' => folded.push('ä'),
            'Ö' => folded.push('ö'),
            'Ü' => folded.push('ü'),
            other => folded.push(other.to_ascii_lowercase()),
        }
    }
    folded
}
