//! Parsing of a notices file in steps, for all pages that follow it.

use std::rc::Rc;

use js_sys::Array;
use serviceaftale_core::notices::{Notices, NoticesParser};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use super::services::LazyServices;
use super::split;

/// How many notices are parsed at a time: a slow phone takes one or two frames for them.
const CHUNK: u32 = 200;

/// The announcements of a file.
#[wasm_bindgen]
pub struct ParsedNotices {
    services: &'static LazyServices,
    /// The notices of the file that are still to be parsed, and the index of the first of them.
    items: Array,
    next: u32,
    reader: NoticesParser,
    notices: Rc<Notices>,
}

impl ParsedNotices {
    /// What the file announces, once it is parsed to its end.
    pub(super) fn notices(&self) -> Rc<Notices> {
        self.notices.clone()
    }
}

#[wasm_bindgen]
impl ParsedNotices {
    /// Parses the next notices of the file; false once there are no more.
    ///
    /// # Errors
    /// When a notice is nested too deeply; nothing of the file can be used then.
    #[wasm_bindgen(js_name = parseChunk)]
    pub fn parse_chunk(&mut self) -> Result<bool, JsError> {
        let end = self.items.length().min(self.next + CHUNK);
        for index in self.next..end {
            let pushed = (self.services.push_notice)(&mut self.reader, &self.items.get(index));
            pushed.map_err(|problem| JsError::new(&problem))?;
        }
        self.next = end;
        Ok(end < self.items.length())
    }

    /// Ends the parsing and returns the problems of notices that were left out, one a line.
    pub fn finish(&mut self) -> String {
        let (notices, problems) = (self.services.finish_notices)(std::mem::take(&mut self.reader));
        self.notices = Rc::new(notices);
        self.items = Array::new();
        problems
    }
}

/// Begins to parse a notices file, as the browser has parsed its JSON: the list of notices, and the rest without it.
///
/// # Errors
/// Every problem, one a line, when nothing of the file can be used. Also while the second wasm file is not loaded.
#[wasm_bindgen(js_name = parseNotices)]
pub fn parse(root: &JsValue, items: Array) -> Result<ParsedNotices, JsError> {
    let begin = || {
        let services = split::services()?;
        let count = usize::try_from(items.length()).unwrap_or(usize::MAX);
        let reader = (services.begin_notices)(root, count)?;
        Ok(ParsedNotices { services, items, next: 0, reader, notices: Rc::default() })
    };
    begin().map_err(|problem: String| JsError::new(&problem))
}
