//! Where is the program cut in two?
//!
//! In the release, what the page shows beyond its first answers is a wasm file of its own. wasm-split makes it of one
//! function: whatever only that function needs leaves the first file, and each call of its import becomes a call by the
//! table of functions that the two files share. The names, and the digits that join them, are those it looks for.
//! Every other build has all in one file, and nothing to wait for.

use std::cell::Cell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::view::{Detailed, Details};

thread_local! {
    /// The same for every element of the page.
    static STATE: Cell<Detailed> = const { Cell::new(Detailed::Awaited) };
}

/// What is known of the second file.
pub fn state() -> Detailed {
    STATE.get()
}

/// The functions of the second file.
///
/// # Errors
/// Before they are here.
pub fn here() -> Result<&'static Details, String> {
    state().here().ok_or_else(|| "the details are not here".to_owned())
}

/// Says that the second file is in place; returns its styles.
#[wasm_bindgen(js_name = detailsCame)]
pub fn came() -> String {
    let details = cut::details();
    STATE.set(Detailed::Here(details));
    details.styles.to_owned()
}

/// Says that the second file could not be had.
#[wasm_bindgen(js_name = detailsMissed)]
pub fn missed() {
    STATE.set(Detailed::Missing);
}

#[cfg(not(feature = "in-two-files"))]
mod cut {
    use crate::view::{DETAILS, Details};

    pub const fn details() -> &'static Details {
        &DETAILS
    }
}

#[cfg(feature = "in-two-files")]
#[allow(unsafe_code, missing_docs)] // An import cannot be declared without; this one is the function below, with its type.
mod cut {
    use crate::view::{DETAILS, Details};

    pub fn details() -> &'static Details {
        __wasm_split_00details00_import_00000000000000000000000000000001()
    }

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    #[allow(improper_ctypes)] // A reference is a number to wasm, and both files have the same memory.
    unsafe extern "C" {
        safe fn __wasm_split_00details00_import_00000000000000000000000000000001() -> &'static Details;
    }

    #[unsafe(no_mangle)]
    #[allow(improper_ctypes_definitions)]
    extern "C" fn __wasm_split_00details00_export_00000000000000000000000000000001() -> &'static Details {
        &DETAILS
    }
}
