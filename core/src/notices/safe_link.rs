//! Where may a link from outside lead?

/// A link that is safe to follow: to a page by https, to a phone number or to an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeLink(String);

/// What a link leads to, as people write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind<'a> {
    /// A page of that host.
    Page(&'a str),
    /// A phone number.
    Phone(&'a str),
    /// An e-mail address.
    Mail(&'a str),
}

impl SafeLink {
    /// The longest that is taken, in characters.
    const LONGEST: usize = 500;

    /// Reads a link; none where it might lead elsewhere, or elsewhere than it seems to.
    ///
    /// ```
    /// use serviceaftale_core::notices::{SafeLink, LinkKind};
    /// let link = SafeLink::read("https://aura.dk/drift").unwrap();
    /// assert_eq!(link.kind(), LinkKind::Page("aura.dk"));
    /// assert_eq!(SafeLink::read("javascript:alert(1)"), None);
    /// assert_eq!(SafeLink::read("https://aura.dk@example.com/"), None);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        let leads = match split(text)? {
            (LinkKind::Page(host), rest) => leads_to_page(host, rest),
            (LinkKind::Phone(number), _) => {
                let digits = number.strip_prefix('+').unwrap_or(number);
                (3..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
            }
            (LinkKind::Mail(address), _) => address.split_once('@').is_some_and(|(name, host)| {
                let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte);
                !name.is_empty() && name.bytes().all(plain) && is_host(host)
            }),
        };
        (leads && text.len() <= Self::LONGEST).then(|| Self(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What it leads to.
    pub fn kind(&self) -> LinkKind<'_> {
        split(&self.0).map_or(LinkKind::Page(""), |(kind, _)| kind)
    }
}

/// What the link claims to lead to, and what follows a host.
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

fn leads_to_page(host: &str, mut rest: &str) -> bool {
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
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    is_host(host) && rest.bytes().all(plain)
}

/// A name that needs no other letters than these: one of others might look like a known one.
fn is_host(host: &str) -> bool {
    !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
}
