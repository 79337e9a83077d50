//! A data file that elements follow: its requests, its last content, and why it cannot be renewed.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::futures::spawn_local;
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::file_check::FileKind;

use super::download;
use crate::app::{MAX_AGE, Msg, Occasion, RequestSchedule};
use crate::host::data_files::{self, LeftOut, ParsedNotices};
use crate::host::mounted_page::MountedPage;
use crate::host::{browser, clock};

/// How long a request may take, in milliseconds.
const TIMEOUT: u32 = 10_000;

/// A file of one URL, for all elements that follow it.
pub struct File {
    pub kind: FileKind,
    pub url: String,
    state: RefCell<FileState>,
}

struct FileState {
    followers: Vec<Rc<MountedPage>>,
    schedule: RequestSchedule,
    /// Fails the pending request when it takes too long, whatever became of it.
    limit: Option<EventListener>,
    bytes: Vec<u8>,
    content: Option<Content>,
    failure: Option<String>,
}

enum Content {
    Agreements(Rc<Catalogue>),
    Notices(ParsedNotices),
}

impl File {
    pub fn new(kind: FileKind, url: String) -> Self {
        let state = FileState {
            followers: Vec::new(),
            schedule: schedule(kind),
            limit: None,
            bytes: Vec::new(),
            content: None,
            failure: None,
        };
        Self { kind, url, state: RefCell::new(state) }
    }

    pub fn has_follower(&self, page: &Rc<MountedPage>) -> bool {
        self.state.borrow().followers.iter().any(|other| Rc::ptr_eq(other, page))
    }

    /// Adds a page: it hears what is known of the file, and what becomes of each request.
    pub fn add_follower(self: &Rc<Self>, page: &Rc<MountedPage>) {
        self.state.borrow_mut().followers.push(page.clone());
        let failure = self.state.borrow().failure.clone();
        if let Some(failure) = failure {
            let _ = page.host.failed(self.kind.name(), &failure);
        }
        self.tell(page);
        self.renew(Occasion::Followed);
    }

    /// Removes a page, and returns how many are left.
    pub fn remove_follower(&self, page: &Rc<MountedPage>) -> usize {
        if self.kind == FileKind::Notices {
            page.send(Msg::NoticesForgotten);
        }
        let mut state = self.state.borrow_mut();
        state.followers.retain(|other| !Rc::ptr_eq(other, page));
        state.followers.len()
    }

    /// Requests the file if that is due and somebody follows it.
    pub fn renew(self: &Rc<Self>, occasion: Occasion) {
        let Some(page) = self.state.borrow().followers.first().cloned() else { return };
        let retries = self.state.borrow().schedule.has_failed();
        let Some(request) = self.state.borrow_mut().schedule.begin(clock::now(), occasion) else { return };
        let signal = match browser::abort_after(TIMEOUT) {
            Ok(signal) => signal,
            Err(error) => return self.finish(request, Err(browser::message(&error))),
        };
        let file = self.clone();
        let limit = EventListener::once(&signal, "abort", move |_| {
            file.finish(request, Err("no response within 10 seconds".to_owned()));
        });
        self.state.borrow_mut().limit = Some(limit);
        // The server sends the file only if it has changed.
        let cache = if self.kind == FileKind::Notices || retries { "no-cache" } else { "default" };
        let requested = page.host.request(&self.url, cache, &signal);
        let file = self.clone();
        spawn_local(async move {
            let result = download::read(requested, file.kind.max_bytes()).await;
            file.finish(request, result);
        });
    }

    /// Takes the result of a request, and tells the followers.
    fn finish(&self, request: u32, result: Result<Vec<u8>, String>) {
        let mut state = self.state.borrow_mut();
        if !state.schedule.awaits(request) {
            return;
        }
        let result = result.and_then(|bytes| state.read(self.kind, bytes));
        state.limit = None;
        state.schedule.end(clock::now(), result.is_ok());
        let changed = *result.as_ref().unwrap_or(&false);
        let failure = result.err().map(|message| [self.kind.name(), " ", &self.url, ": ", &message].concat());
        let recovered = state.failure.is_some();
        let reported = failure.as_ref().filter(|_| failure != state.failure).cloned();
        state.failure = failure;
        let problems = state.problems();
        let warning = if changed && !problems.lines.is_empty() {
            Some([self.kind.name(), " ", &self.url, ": left out\n", &problems.lines].concat())
        } else {
            reported.clone()
        };
        let followers = state.followers.clone();
        drop(state);
        if let (Some(warning), Some(page)) = (warning, followers.first()) {
            let _ = page.host.warn(&warning);
        }
        for page in followers {
            if let Some(failure) = &reported {
                let _ = page.host.failed(self.kind.name(), failure);
            }
            // The age of announcements changes with each request, agreements with their content alone.
            if changed || recovered || self.kind == FileKind::Notices {
                self.tell(&page);
            }
        }
    }

    /// Sends the last content to the page, and whether it could be renewed.
    fn tell(&self, page: &MountedPage) {
        let state = self.state.borrow();
        match &state.content {
            Some(Content::Agreements(agreements)) => page.send(Msg::AgreementsLoaded(agreements.clone())),
            Some(Content::Notices(parsed)) => {
                let now = clock::now();
                let loaded_at = state.schedule.loaded_at(now).unwrap_or(now);
                page.send(Msg::NoticesLoaded(parsed.notices.clone(), loaded_at));
            }
            None => {}
        }
        let has_failed = state.failure.is_some();
        let loaded = state.content.is_some().then(|| state.problems());
        drop(state);
        if has_failed && self.kind == FileKind::Notices {
            page.send(Msg::NoticesFailed);
        }
        if let Some(problems) = loaded.filter(|_| !has_failed) {
            let _ = page.host.taken(self.kind.name(), &problems.lines, &problems.json);
        }
    }
}

impl FileState {
    /// Parses the bytes; whether they differ from those of the last time.
    fn read(&mut self, kind: FileKind, bytes: Vec<u8>) -> Result<bool, String> {
        if self.content.is_some() && self.bytes == bytes {
            return Ok(false);
        }
        self.content = Some(match kind {
            FileKind::Agreements => Content::Agreements(Rc::new(data_files::read_agreements(&bytes)?)),
            FileKind::Notices => Content::Notices(data_files::read_notices(&bytes)?),
        });
        self.bytes = bytes;
        Ok(true)
    }

    /// The problems of what was left out.
    fn problems(&self) -> LeftOut {
        match &self.content {
            Some(Content::Notices(parsed)) => parsed.problems.clone(),
            _ => LeftOut::default(),
        }
    }
}

/// Announcements are requested again; agreements are what the page began with.
const fn schedule(kind: FileKind) -> RequestSchedule {
    RequestSchedule::new(match kind {
        FileKind::Agreements => None,
        FileKind::Notices => Some(MAX_AGE),
    })
}
