//! How do addresses come back from where they are remembered?

use serviceaftale_core::addresses::Addresses;

use super::{details, json};
use crate::ui::{Kept, Remembered};

/// Many times what as many addresses as there may be are written in; what is longer was written by somebody else.
const LONGEST: usize = 20_000;

/// Reads what was remembered; none when it cannot be read, or before the details are here, which read it.
pub fn read(text: &str, on_device: bool, before: Option<&Remembered>) -> Option<Remembered> {
    let details = details::state().here()?;
    let addresses = match text.len() {
        0 => Addresses::default(),
        1..=LONGEST => (details.read_addresses)(&json::parse(text).ok()?)?,
        _ => return None,
    };
    let there_were = before.is_some_and(|before| before.kept != Kept::Nowhere);
    let kept = match (addresses.all.is_empty(), on_device) {
        (true, _) if there_were => Kept::Forgotten,
        (true, _) => Kept::Nowhere,
        (false, true) => Kept::OnDevice,
        (false, false) => Kept::ThisVisit,
    };
    Some(Remembered { addresses, kept })
}
