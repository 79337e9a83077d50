//! What does axe-core find wrong with the page?

use std::{env, fs};

use serde_json::json;

use crate::browser::sentences;
use crate::{Failure, Outcome, Page};

const AXE_JS: &str = include_str!("../js/axe.js");

/// axe-core, as the file that `AURA_AXE` names.
pub struct Axe(String);

impl Axe {
    /// Reads axe-core.
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

    /// Every violation of WCAG 2.2 A and AA on the page as it stands, in full.
    ///
    /// # Errors
    ///
    /// When axe-core could not run, or did not look inside the widget.
    pub async fn violations(&self, page: &Page) -> Outcome<Vec<String>> {
        let present = page.run("return typeof axe === 'object';", vec![]).await?;
        if present != json!(true) {
            page.run(&self.0, vec![]).await?;
        }
        Ok(sentences(&page.run_async(AXE_JS, vec![]).await?))
    }
}
