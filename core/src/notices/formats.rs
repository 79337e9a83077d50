//! String formats of a notices file.

use crate::data::{StringFormat, is_visible_text};
use crate::time::{Timestamp, TimestampOrLocal};

use super::SafeLink;

pub(super) const NAME: StringFormat = StringFormat {
    expected: "text, 1 to 80 characters",
    matches: |text| is_visible_text(text, 80),
    schema: r#"{"type":"string","maxLength":80,"pattern":"\\S"}"#,
};

pub(super) const LINE: StringFormat = StringFormat {
    expected: "text, 1 to 300 characters",
    matches: |text| is_visible_text(text, 300),
    schema: r#"{"type":"string","maxLength":300,"pattern":"\\S"}"#,
};

pub(super) const PARAGRAPH: StringFormat = StringFormat {
    expected: "text, 1 to 600 characters",
    matches: |text| is_visible_text(text, 600),
    schema: r#"{"type":"string","maxLength":600,"pattern":"\\S"}"#,
};

pub(super) const POSTCODE: StringFormat = StringFormat {
    expected: "a postcode of four digits, as \"8300\"",
    matches: |text| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()),
    schema: r#"{"type":"string","pattern":"^[0-9]{4}$"}"#,
};

/// A time of this century, with or without a UTC offset.
pub(super) const TIME: StringFormat = StringFormat {
    expected: "a time as 2026-12-31T06:00+01:00, or 2026-12-31T06:00 by Danish clocks",
    matches: |text| parse_time(text).is_some(),
    schema: concat!(
        r#"{"type":"string","pattern":"^20([0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"#,
        r#"|02-(0[1-9]|1[0-9]|2[0-8]))|([02468][048]|[13579][26])-02-29)T([01][0-9]|2[0-3])"#,
        r#":[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?$"}"#
    ),
};

/// A link that [`SafeLink`] accepts.
pub(super) const LINK: StringFormat = StringFormat {
    expected: "a link as https://aura.dk/drift, tel:+4512345678 or mailto:navn@aura.dk",
    matches: |text| text.parse::<SafeLink>().is_ok(),
    schema: concat!(
        r#"{"type":"string","maxLength":500,"pattern":"^(https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][!#-;=?-Z_a-z~\\[\\]]*)?"#,
        r#"|tel:\\+?[0-9]{3,15}|mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)$"}"#
    ),
};

/// Parses a time with a UTC offset or `Z`, or a time in Danish time without one: editors who write files by hand should
/// not have to know the offset.
pub(super) fn parse_time(text: &str) -> Option<Timestamp> {
    let well_formed = text.starts_with("20")
        && text.as_bytes().get(10) == Some(&b'T')
        && text.ends_with(|last: char| last.is_ascii_digit() || last == 'Z');
    if well_formed { text.parse().ok().map(TimestampOrLocal::to_timestamp) } else { None }
}
