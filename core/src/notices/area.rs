//! Which place is meant by what a customer types?

use super::{Announcement, Area};

/// What a customer looks for: a postcode, a place's name, or both as in an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The digits of a postcode, as far as they are typed.
    postcode: String,
    /// A name, as it is searched for.
    name: String,
}

/// Whether an announcement concerns the place that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaMatch {
    /// It names the place, or none is looked for, or it affects all places.
    Match,
    /// It does not tell: it names places by their postcodes alone, or not by them, and the place is looked for by what
    /// is not named.
    Unknown,
}

impl Area {
    /// A place of that name.
    pub(super) fn named(name: String) -> Self {
        Self { searched: searched(&name), name }
    }
}

impl Place {
    /// What is looked for with those words; nothing in particular with none.
    pub fn typed(words: &str) -> Self {
        let mut place = Self::default();
        for word in words.split_whitespace() {
            if word.bytes().all(|byte| byte.is_ascii_digit()) {
                place.postcode = word.to_owned();
            } else {
                place.name.push_str(if place.name.is_empty() { "" } else { " " });
                place.name.push_str(&searched(word));
            }
        }
        place
    }

    /// Whether nothing in particular is looked for.
    pub const fn is_any(&self) -> bool {
        self.postcode.is_empty() && self.name.is_empty()
    }

    /// Whether it may be affected; none when others are, and it is not.
    pub fn concern(&self, announcement: &Announcement) -> Option<AreaMatch> {
        let Announcement { areas, postcodes, .. } = announcement;
        let everywhere = areas.is_empty() && postcodes.is_empty();
        let by_postcode =
            !self.postcode.is_empty() && postcodes.iter().any(|postcode| postcode.starts_with(&self.postcode));
        let by_name = !self.name.is_empty() && areas.iter().any(|area| area.searched.contains(&self.name));
        if everywhere || self.is_any() || by_postcode || by_name {
            return Some(AreaMatch::Match);
        }
        let told_by_postcode = !self.postcode.is_empty() && !postcodes.is_empty();
        let told_by_name = !self.name.is_empty() && !areas.is_empty();
        (!told_by_postcode && !told_by_name).then_some(AreaMatch::Unknown)
    }
}

/// In small letters, with "aa" for "å", as names are written in both ways. The library's table of small letters would be
/// larger than all of this, and Danish has few beyond ASCII.
fn searched(words: &str) -> String {
    let mut searched = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            'Å' | 'å' => searched.push_str("aa"),
            'Æ' => searched.push('æ'),
            'Ø' => searched.push('ø'),
            'É' => searched.push('é'),
            'Ä' => searched.push('ä'),
            'Ö' => searched.push('ö'),
            'Ü' => searched.push('ü'),
            other => searched.push(other.to_ascii_lowercase()),
        }
    }
    searched
}
