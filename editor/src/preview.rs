//! The files and the time that the preview shows.

use gloo_file::{Blob, ObjectUrl};
use serviceaftale_core::file_check::{self, FileKind, FileReport};
use serviceaftale_core::time::{TimestampOrLocal, copenhagen};

/// The last usable file of each kind. The preview combines both.
#[derive(Default)]
pub struct Preview {
    agreements: Option<(Vec<String>, ObjectUrl)>,
    notices: Option<ObjectUrl>,
    /// Counts the usable files: each of them is shown in a new element, which loads it.
    pub number: usize,
    /// Whether the last file is usable.
    pub is_shown: bool,
    /// RFC 3339, or `None` for the present.
    pub at: Option<String>,
}

impl Preview {
    /// Shows the file if it is usable, and otherwise hides the preview.
    pub fn show_file(&mut self, report: &FileReport, bytes: &[u8]) {
        let FileReport::Checked { kind: Some(kind), is_usable: true, .. } = report else {
            self.is_shown = false;
            return;
        };
        // The URL of the file before is revoked.
        let url = ObjectUrl::from(Blob::new_with_options(bytes, Some("application/json")));
        match kind {
            FileKind::Agreements => self.agreements = Some((file_check::agreement_ids(bytes), url)),
            FileKind::Notices => self.notices = Some(url),
        }
        self.number += 1;
        self.is_shown = true;
    }

    /// Shows a Danish local time, or the present if the text is empty.
    pub fn show_time(&mut self, local: &str) {
        self.at = with_danish_offset(local);
    }

    /// The ids of the agreements that are shown, unless they are the built-in ones.
    pub fn agreement_ids(&self) -> Option<&Vec<String>> {
        self.agreements.as_ref().map(|(ids, _)| ids)
    }

    /// The value of the attribute `agreements`.
    pub fn agreements(&self) -> Option<String> {
        self.agreements.as_ref().map(|(_, url)| url.to_string())
    }

    /// The value of the attribute `notices`.
    pub fn notices(&self) -> String {
        self.notices.as_ref().map_or_else(|| "none".to_owned(), |url| url.to_string())
    }
}

/// A Danish local time with its UTC offset; gap and fold as in [`copenhagen::from_local`].
fn with_danish_offset(local: &str) -> Option<String> {
    let local: TimestampOrLocal = local.parse().ok()?;
    Some(copenhagen::rfc3339(local.to_timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_danish_local_time_gets_its_offset() {
        let check =
            |local, expected: Option<&str>| assert_eq!(with_danish_offset(local).as_deref(), expected, "{local}");
        check("2026-04-13T20:30", Some("2026-04-13T20:30:00+02:00"));
        check("2026-12-13T20:30", Some("2026-12-13T20:30:00+01:00"));
        check("2026-03-29T02:30", Some("2026-03-29T03:30:00+02:00"));
        check("2026-10-25T02:30", Some("2026-10-25T02:30:00+02:00"));
        check("", None);
    }
}
