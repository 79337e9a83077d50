//! The cut between the two wasm files.
//!
//! In the release, everything beyond the first answers is a wasm file of its own. wasm-split moves whatever only the
//! function [`module`](cut::module) needs to the second file, and makes each call of its import a call through the
//! table of functions that both files share. It finds the function by the names below. `#[wasm_split]` of the crate
//! wasm_split_helpers would write the same import, but brings its own loader (1.8 KB), which bypasses the guard of
//! static/instance.js. Every other build has everything in one file.
//!
//! yew has no lazily loaded components yet (yewstack/yew#3932); this module is what they would replace.

use std::cell::Cell;

use wasm_bindgen::prelude::wasm_bindgen;

use super::services::LazyServices;
use crate::app::LazyStatus;
use crate::view::LazyPanels;

/// What the second file gives to the first.
#[derive(Debug)]
struct LazyModule {
    panels: &'static LazyPanels,
    services: &'static LazyServices,
}

/// Whether the second file is loaded. The same for all elements of a page.
#[derive(Clone, Copy)]
enum Module {
    Loading,
    Ready(&'static LazyModule),
    Failed,
}

thread_local! {
    static MODULE: Cell<Module> = const { Cell::new(Module::Loading) };
}

/// Whether the second file is loaded.
pub fn status() -> LazyStatus {
    match MODULE.get() {
        Module::Loading => LazyStatus::Loading,
        Module::Ready(_) => LazyStatus::Ready,
        Module::Failed => LazyStatus::Failed,
    }
}

fn module() -> Option<&'static LazyModule> {
    match MODULE.get() {
        Module::Ready(module) => Some(module),
        Module::Loading | Module::Failed => None,
    }
}

/// The view functions of the second file, once it is loaded.
pub fn panels() -> Option<&'static LazyPanels> {
    module().map(|module| module.panels)
}

/// The services of the second file, once it is loaded.
pub fn services() -> Option<&'static LazyServices> {
    module().map(|module| module.services)
}

/// Called once the second file is in place; returns its styles.
#[wasm_bindgen(js_name = lazyLoaded)]
pub fn on_loaded() -> String {
    let module = cut::module();
    MODULE.set(Module::Ready(module));
    module.panels.styles.to_owned()
}

/// Called when the second file could not be loaded.
#[wasm_bindgen(js_name = lazyFailed)]
pub fn on_load_failed() {
    MODULE.set(Module::Failed);
}

#[cfg(not(feature = "in-two-files"))]
mod cut {
    use super::LazyModule;

    pub const fn module() -> &'static LazyModule {
        &super::MODULE_OF_SECOND_FILE
    }
}

#[cfg(feature = "in-two-files")]
#[allow(unsafe_code)] // An import cannot be declared without; this one is the function below, with its type.
mod cut {
    use super::LazyModule;

    pub fn module() -> &'static LazyModule {
        __wasm_split_00details00_import_00000000000000000000000000000001()
    }

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    #[allow(improper_ctypes)] // A reference is a number to wasm, and both files have the same memory.
    unsafe extern "C" {
        safe fn __wasm_split_00details00_import_00000000000000000000000000000001() -> &'static LazyModule;
    }

    #[unsafe(no_mangle)]
    #[allow(improper_ctypes_definitions)]
    extern "C" fn __wasm_split_00details00_export_00000000000000000000000000000001() -> &'static LazyModule {
        &super::MODULE_OF_SECOND_FILE
    }
}

static MODULE_OF_SECOND_FILE: LazyModule =
    LazyModule { panels: &crate::view::PANELS, services: &super::services::SERVICES };
