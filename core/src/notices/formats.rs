//! Which kinds of text does a notices file have?

use crate::data::StringFormat;
use crate::time::{Timestamp, TimestampOrLocal};

use super::SafeLink;

/// A few words.
pub(super) const NAME: StringFormat = StringFormat {
    expected: "text, 1 to 80 characters",
    matches: |text| is_text(text, 80),
    schema: r#"{"type":"string","maxLength":80,"pattern":"\\S"}"#,
};

/// A sentence or two.
pub(super) const LINE: StringFormat = StringFormat {
    expected: "text, 1 to 300 characters",
    matches: |text| is_text(text, 300),
    schema: r#"{"type":"string","maxLength":300,"pattern":"\\S"}"#,
};

/// A paragraph.
pub(super) const PARAGRAPH: StringFormat = StringFormat {
    expected: "text, 1 to 600 characters",
    matches: |text| is_text(text, 600),
    schema: r#"{"type":"string","maxLength":600,"pattern":"\\S"}"#,
};

/// A Danish postcode.
pub(super) const POSTCODE: StringFormat = StringFormat {
    expected: "a postcode of four digits, as \"8300\"",
    matches: |text| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()),
    schema: r#"{"type":"string","pattern":"^[0-9]{4}$"}"#,
};

/// A time of this century.
pub(super) const TIME: StringFormat = StringFormat {
    expected: "a time as 2026-12-31T06:00+01:00, or 2026-12-31T06:00 by Danish clocks",
    matches: |text| time(text).is_some(),
    schema: concat!(
        r#"{"type":"string","pattern":"^20([0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"#,
        r#"|02-(0[1-9]|1[0-9]|2[0-8]))|([02468][048]|[13579][26])-02-29)T([01][0-9]|2[0-3])"#,
        r#":[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?$"}"#
    ),
};

/// Where a link may lead.
pub(super) const LINK: StringFormat = StringFormat {
    expected: "a link as https://aura.dk/drift, tel:+4512345678 or mailto:navn@aura.dk",
    matches: |text| SafeLink::read(text).is_some(),
    schema: concat!(
        r#"{"type":"string","maxLength":500,"pattern":"^(https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][!#-;=?-Z_a-z~\\[\\]]*)?"#,
        r#"|tel:\\+?[0-9]{3,15}|mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)$"}"#
    ),
};

fn is_text(text: &str, most: usize) -> bool {
    text.chars().take(most + 1).count() <= most && !crate::data::sanitize(text).trim().is_empty()
}

/// The instant of a time with an offset or `Z`, or of one on Danish clocks without either: who writes by hand does not
/// know the offset by heart.
pub(super) fn time(text: &str) -> Option<Timestamp> {
    let plain = text.starts_with("20")
        && text.as_bytes().get(10) == Some(&b'T')
        && text.ends_with(|last: char| last.is_ascii_digit() || last == 'Z');
    if plain { text.parse().ok().map(TimestampOrLocal::to_timestamp) } else { None }
}
