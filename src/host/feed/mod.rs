//! Data files that elements follow: one request for all elements that name the same file.

mod download;
mod file;

use std::cell::RefCell;
use std::rc::Rc;

use serviceaftale_core::file_check::FileKind;

use super::mounted_page::MountedPage;
use super::url;
use crate::app::{Msg, Occasion, RawAttributes, attribute_problem};
use file::File;

thread_local! {
    static FILES: RefCell<Vec<Rc<File>>> = const { RefCell::new(Vec::new()) };
}

/// Makes the page follow the files that these attributes name.
pub fn follow(page: &Rc<MountedPage>, attributes: &RawAttributes) {
    for kind in FileKind::ALL {
        let wanted = named_file(kind, page, attributes);
        let followed = followed_files(page).into_iter().find(|file| file.kind == kind);
        if followed.as_ref().map(|file| &file.url) == wanted.as_ref() {
            continue;
        }
        if let Some(file) = followed {
            remove(&file, page);
        }
        if let Some(url) = wanted {
            file(kind, url).add_follower(page);
        }
    }
}

/// Makes the page follow no file; it then shows no announcements.
pub fn unfollow(page: &Rc<MountedPage>) {
    for file in followed_files(page) {
        remove(&file, page);
    }
}

/// Requests the files for which that is due.
pub fn renew(occasion: Occasion) {
    let files = FILES.with_borrow(Clone::clone);
    for file in files {
        file.renew(occasion);
    }
}

/// An agreements file that nobody follows is dropped, and requested again for the next element. Announcements are kept:
/// another element often follows the same ones.
fn remove(file: &Rc<File>, page: &Rc<MountedPage>) {
    if file.remove_follower(page) == 0 && file.kind == FileKind::Agreements {
        FILES.with_borrow_mut(|files| files.retain(|other| !Rc::ptr_eq(other, file)));
    }
}

fn followed_files(page: &Rc<MountedPage>) -> Vec<Rc<File>> {
    FILES.with_borrow(|files| files.iter().filter(|file| file.has_follower(page)).cloned().collect())
}

fn file(kind: FileKind, url: String) -> Rc<File> {
    FILES.with_borrow_mut(|files| {
        let known = files.iter().find(|file| file.kind == kind && file.url == url).cloned();
        known.unwrap_or_else(|| {
            let file = Rc::new(File::new(kind, url));
            files.push(file.clone());
            file
        })
    })
}

/// The URL of the file that the attribute names; for announcements, the default one if it names none.
fn named_file(kind: FileKind, page: &Rc<MountedPage>, attributes: &RawAttributes) -> Option<String> {
    let text = attributes.get(kind.name()).filter(|text| !text.is_empty());
    if kind == FileKind::Notices && text == Some("none") {
        return None;
    }
    let base = gloo_utils::document().base_uri().ok().flatten().unwrap_or_default();
    if let Some(text) = text {
        match url::resolve(text, &base) {
            Ok(url) => return Some(url),
            Err(_) => page.send(Msg::AttributeUnusable(attribute_problem(kind.name(), text, expected(kind)))),
        }
    }
    match kind {
        FileKind::Agreements => None,
        // Always in the folder v1, because the version folders never change.
        FileKind::Notices => url::resolve("../v1/notices.json", &page.host.loader().ok()?).ok(),
    }
}

/// The values of the attribute, for messages.
const fn expected(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Agreements => "a URL",
        FileKind::Notices => "a URL | none",
    }
}
