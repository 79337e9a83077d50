//! Messages of the page that validates data files. Not typeset, since verdicts quote the files.

use super::message::{Label, Message, counted, label, message};
use super::{CountedMessage, Language};
use crate::file_check::{FileKind, FileReport};

pub const TITLE: Label = label("Kontrol af data", "Validation of data");
pub const HELP: Label = label(
    "Indsæt indholdet af agreements.json eller notices.json, træk filen herind, eller vælg den. Intet sendes nogen steder \
     hen: filen bliver i din browser.",
    "Paste the contents of agreements.json or notices.json, drop the file here, or choose it. Nothing is sent anywhere: \
     the file stays in your browser.",
);
pub const TEXT: Label = label("Filens indhold", "Contents of the file");
pub const CHOOSE: Label = label("Vælg en fil", "Choose a file");
pub const CHECK: Label = label("Kontrollér", "Validate");
pub const RESULT: Label = label("Resultat", "Result");
pub const CHECKING: Label = label("Kontrollerer …", "Validating …");
pub const PREVIEW: Label = label("Sådan ser siden ud", "What the page looks like");
pub const AT: Label = label("Dansk tid, der vises (tom: nu)", "Danish time to show (empty: now)");

/// The words of a problem, around what was found and what was expected.
pub const FOUND: Label = label(": fandt ", ": found ");
pub const EXPECTED: Label = label(", ventede ", ", expected ");

const NOT_JSON: Label = label("Filen er ikke gyldig JSON", "The file is not valid JSON");
const UNKNOWN: Label =
    label("Filen er hverken aftaler eller meddelelser", "The file contains neither agreements nor announcements");
const AGREEMENTS: Label = label("Aftalerne", "Agreements");
const NOTICES: Label = label("Meddelelserne", "Announcements");
const VALID: Message<1> = message("{0}: ingen fejl", "{0}: no mistakes");
const INVALID: Message<3> = message("{0}: {1}. {2}", "{0}: {1}. {2}");
const MISTAKES: CountedMessage = counted(label("fejl", "mistake"), label("fejl", "mistakes"));
const FILE_UNUSED: Label = label(
    "Filen bruges ikke, så længe der er fejl i den; kunderne ser de indbyggede aftaler.",
    "The file is not used while it contains mistakes; customers see the built-in agreements.",
);
const PARTS_LEFT_OUT: Label =
    label("Kunderne ser alt undtagen det, der er fejl i.", "Customers see everything except what contains mistakes.");
const FAILED: Message<1> = message("Kontrollen virker ikke: {0}", "The validation does not work: {0}");

/// The verdict on a file, in a sentence.
pub fn verdict(language: Language, report: &FileReport) -> String {
    let (kind, problems) = match report {
        FileReport::Syntax(_) => return NOT_JSON.get(language).to_owned(),
        FileReport::Checked { kind: None, .. } => return UNKNOWN.get(language).to_owned(),
        FileReport::Checked { kind: Some(kind), problems, .. } => (kind, problems.len()),
    };
    let (name, consequence) = match kind {
        FileKind::Agreements => (AGREEMENTS, FILE_UNUSED),
        FileKind::Notices => (NOTICES, PARTS_LEFT_OUT),
    };
    let name = name.get(language);
    if problems == 0 {
        return VALID.fill(language, [name]);
    }
    let mistakes = MISTAKES.format(language, problems.try_into().unwrap_or(i64::MAX));
    INVALID.fill(language, [name, &mistakes, consequence.get(language)])
}

/// That no verdict is possible, and why.
pub fn failed(language: Language, reason: &str) -> String {
    FAILED.fill(language, [reason])
}
