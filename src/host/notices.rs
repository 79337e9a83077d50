//! How does a notices file become announcements that pages can show?

use std::rc::Rc;

use serviceaftale_core::notices::Notices;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use super::{details, json};

/// The announcements of a file, read once for all pages that follow it.
#[wasm_bindgen]
pub struct Announced {
    pub(super) notices: Rc<Notices>,
    problems: String,
}

#[wasm_bindgen]
impl Announced {
    /// What in the file had to be left out, a line each.
    pub fn problems(&self) -> String {
        self.problems.clone()
    }
}

/// Reads a notices file.
///
/// # Errors
/// When nothing of it can be used, with a line for every problem; also before the details are here, which read it.
#[wasm_bindgen(js_name = readNotices)]
pub fn read(text: &str) -> Result<Announced, JsError> {
    let details = details::state().here().ok_or_else(|| JsError::new("the details are not here"))?;
    let tree = json::parse(text).map_err(|problem| JsError::new(&problem))?;
    let lines = |problems: Vec<_>| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    match (details.read_notices)(&tree) {
        Ok((notices, problems)) => Ok(Announced { notices: Rc::new(notices), problems: lines(problems) }),
        Err(problems) => Err(JsError::new(&lines(problems))),
    }
}
