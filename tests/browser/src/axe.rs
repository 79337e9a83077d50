//! Accessibility checks with axe-core.

use std::{env, fs};

use serde_json::json;

use crate::browser::strings;
use crate::{Failure, Outcome, Page};

const AXE_JS: &str = include_str!("../js/axe.js");

/// The source of axe-core.
pub struct Axe(String);

impl Axe {
    /// Reads axe-core from the file that `AURA_AXE` names.
    ///
    /// # Errors
    ///
    /// When `AURA_AXE` is not set or cannot be read.
    pub fn load() -> Outcome<Self> {
        let path = env::var("AURA_AXE").map_err(|_| {
            Failure::new("AURA_AXE is not set: run `cargo xtask test`, which fetches axe-core and sets it")
        })?;
        let source = fs::read_to_string(&path).map_err(|error| Failure::new(format!("AURA_AXE={path}: {error}")))?;
        Ok(Self(source))
    }

    /// All violations of WCAG 2.2 A and AA in the current state of the page.
    ///
    /// # Errors
    ///
    /// When axe-core fails, or did not check the widget's shadow root.
    pub async fn violations(&self, page: &Page) -> Outcome<Vec<String>> {
        let present = page.execute("return typeof axe === 'object';", vec![]).await?;
        if present != json!(true) {
            page.execute(&self.0, vec![]).await?;
        }
        Ok(strings(&page.execute_async(AXE_JS, vec![]).await?))
    }
}
