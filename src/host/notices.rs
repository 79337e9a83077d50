//! How does a notices file become announcements that pages can show?

use std::rc::Rc;

use js_sys::Array;
use serviceaftale_core::data::Problem;
use serviceaftale_core::notices::{Notices, NoticesReader};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use super::{json, split};
use crate::view::Details;

/// So many notices are read at a time, which takes a slow phone a frame or two.
const AT_A_TIME: u32 = 200;

/// The announcements of a file, read once for all pages that follow it.
#[wasm_bindgen]
pub struct Announced {
    details: &'static Details,
    /// The notices of the file that are still to be read, and the first of them.
    items: Array,
    next: u32,
    reader: NoticesReader,
    pub(super) notices: Rc<Notices>,
}

#[wasm_bindgen]
impl Announced {
    /// Reads some notices of the file; false once they are all read.
    ///
    /// # Errors
    /// When one of them nests too deep, in which case nothing of the file can be used.
    #[wasm_bindgen(js_name = goOn)]
    pub fn go_on(&mut self) -> Result<bool, JsError> {
        let end = self.items.length().min(self.next + AT_A_TIME);
        for index in self.next..end {
            let item = json::whole(&self.items.get(index)).map_err(|problem| JsError::new(&problem))?;
            (self.details.take_notice)(&mut self.reader, &item);
        }
        self.next = end;
        Ok(end < self.items.length())
    }

    /// What in the file had to be left out, a line each. Only then is what it announces to be had.
    pub fn problems(&mut self) -> String {
        let (notices, problems) = (self.details.end_notices)(std::mem::take(&mut self.reader));
        self.notices = Rc::new(notices);
        self.items = Array::new();
        lines(problems)
    }
}

/// Begins to read a notices file, as the browser has parsed it: its notices, and the rest of it with none.
///
/// # Errors
/// When nothing of it can be used, with a line for every problem; also before the details are here, which read it.
#[wasm_bindgen(js_name = readNotices)]
pub fn read(root: &JsValue, items: Array) -> Result<Announced, JsError> {
    let begin = || {
        let details = split::here()?;
        let count = usize::try_from(items.length()).unwrap_or(usize::MAX);
        let reader = (details.begin_notices)(&json::whole(root)?, count).map_err(lines)?;
        Ok(Announced { details, items, next: 0, reader, notices: Rc::default() })
    };
    begin().map_err(|problem: String| JsError::new(&problem))
}

/// A line for every problem.
pub(super) fn lines(problems: Vec<Problem>) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
