//! Keyboard input and focus.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::Value;

use crate::browser::element_id;
use crate::{Failure, Outcome, Page};

/// The focused element, as the accessibility tree describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FocusedElement {
    /// The computed role: `radio`, `link`, ...
    pub role: String,
    /// The computed name.
    pub name: String,
    /// The target of a link.
    pub href: Option<String>,
    /// Whether it or its label has a visible outline.
    pub outlined: bool,
}

impl Page {
    /// Presses and releases a key.
    pub async fn press(&self, key: Key) -> Outcome {
        self.type_char(char::from(key)).await
    }

    /// Types a character into the focused element.
    pub async fn type_char(&self, value: char) -> Outcome {
        let actions =
            KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.client.perform_actions(actions).await?;
        self.settle().await
    }

    /// The focused element, also inside shadow roots.
    pub async fn focused_element(&self) -> Outcome<FocusedElement> {
        let found = self
            .execute(
                "let focused = document.activeElement ?? document.body;
                 while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
                 const outlined = (element) => {
                   const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
                   return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && outlineColor !== 'rgba(0, 0, 0, 0)';
                 };
                 const drawn = [focused, ...(focused.labels ?? [])].some(outlined);
                 return { focused, drawn, href: focused.getAttribute('href') };",
                vec![],
            )
            .await?;
        let focused = element_id(found.get("focused"));
        Ok(FocusedElement {
            role: self.computed(focused, "computedrole").await?,
            name: self.computed(focused, "computedlabel").await?,
            href: found.get("href").and_then(Value::as_str).map(str::to_owned),
            outlined: found.get("drawn").and_then(Value::as_bool).unwrap_or_default(),
        })
    }

    /// Presses Tab, at most fifty times, until the focused element matches. `description` is used in the failure.
    ///
    /// # Errors
    ///
    /// When no focused element matches.
    pub async fn tab_to(
        &self,
        description: &str,
        matches: impl Fn(&FocusedElement) -> bool,
    ) -> Outcome<FocusedElement> {
        let mut passed = Vec::new();
        for _ in 0..50 {
            self.press(Key::Tab).await?;
            let focused = self.focused_element().await?;
            if matches(&focused) {
                return Ok(focused);
            }
            passed.push(format!("{} \"{}\"", focused.role, focused.name));
        }
        passed.dedup();
        Err(Failure::new(format!("Tab does not reach {description}; it passed {passed:?}")))
    }
}
