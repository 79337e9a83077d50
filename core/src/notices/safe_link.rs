//! Links from a notices file that are safe to follow.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

/// A link to a page by https, to a phone number or to an e-mail address, of at most 500 bytes.
///
/// ```
/// use serviceaftale_core::notices::{LinkKind, SafeLink};
/// let link: SafeLink = "https://aura.dk/drift".parse().unwrap();
/// assert_eq!(link.kind(), LinkKind::Page("aura.dk"));
/// assert!("javascript:alert(1)".parse::<SafeLink>().is_err());
/// assert!("https://aura.dk@example.com/".parse::<SafeLink>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeLink(String);

/// The target of a link, for display.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind<'a> {
    /// The host of a page.
    Page(&'a str),
    Phone(&'a str),
    Mail(&'a str),
}

/// A text that is no link, or a link of another kind, or one whose target is not what it seems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseSafeLinkError;

impl fmt::Display for ParseSafeLinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no safe link")
    }
}

impl Error for ParseSafeLinkError {}

impl FromStr for SafeLink {
    type Err = ParseSafeLinkError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_safe = match split(text).ok_or(ParseSafeLinkError)? {
            (LinkKind::Page(host), rest) => is_page(host, rest),
            (LinkKind::Phone(number), _) => {
                let digits = number.strip_prefix('+').unwrap_or(number);
                (3..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
            }
            (LinkKind::Mail(address), _) => address.split_once('@').is_some_and(|(name, host)| {
                let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte);
                !name.is_empty() && name.bytes().all(allowed) && is_host(host)
            }),
        };
        if is_safe && text.len() <= Self::MAX_BYTES { Ok(Self(text.to_owned())) } else { Err(ParseSafeLinkError) }
    }
}

impl SafeLink {
    pub(super) const MAX_BYTES: usize = 500;

    /// The URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn kind(&self) -> LinkKind<'_> {
        split(&self.0).map_or(LinkKind::Page(""), |(kind, _)| kind)
    }
}

/// The kind of a link, with its unvalidated target, and what follows the host.
fn split(text: &str) -> Option<(LinkKind<'_>, &str)> {
    if let Some(rest) = text.strip_prefix("https://") {
        let end = rest.find([':', '/', '?', '#']).unwrap_or(rest.len());
        let (host, rest) = rest.split_at_checked(end)?;
        return Some((LinkKind::Page(host), rest));
    }
    if let Some(number) = text.strip_prefix("tel:") {
        return Some((LinkKind::Phone(number), ""));
    }
    text.strip_prefix("mailto:").map(|address| (LinkKind::Mail(address), ""))
}

fn is_page(host: &str, mut rest: &str) -> bool {
    if let Some(port) = rest.strip_prefix(':') {
        let end = port.find(['/', '?', '#']).unwrap_or(port.len());
        let Some((digits, path)) = port.split_at_checked(end) else {
            return false;
        };
        if !(1..=5).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return false;
        }
        rest = path;
    }
    let allowed = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    is_host(host) && rest.bytes().all(allowed)
}

/// An ASCII host name: other letters could imitate a known name.
fn is_host(host: &str) -> bool {
    !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
}
