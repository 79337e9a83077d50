//! How far does a visitor come with the keyboard alone?

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::Value;

use crate::browser::element;
use crate::{Failure, Outcome, Page};

/// What the keyboard is on, as assistive technology is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focused {
    /// The computed role: `radio`, `link`, ...
    pub role: String,
    /// The computed name.
    pub name: String,
    /// The target of a link.
    pub href: Option<String>,
    /// Whether a focus outline is drawn around it.
    pub outlined: bool,
}

impl Page {
    /// Presses a key and lets it go.
    pub async fn press(&self, key: Key) -> Outcome {
        self.write(char::from(key)).await
    }

    /// Writes a letter where the keyboard is.
    pub async fn write(&self, value: char) -> Outcome {
        let actions =
            KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.client.perform_actions(actions).await?;
        self.settle().await
    }

    /// What has the focus, inside the widget too.
    pub async fn focused(&self) -> Outcome<Focused> {
        let found = self
            .run(
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
        let focused = element(found.get("focused"));
        Ok(Focused {
            role: self.computed(focused, "computedrole").await?,
            name: self.computed(focused, "computedlabel").await?,
            href: found.get("href").and_then(Value::as_str).map(str::to_owned),
            outlined: found.get("drawn").and_then(Value::as_bool).unwrap_or_default(),
        })
    }

    /// Presses Tab until `wanted` has the focus, at most fifty times.
    ///
    /// # Errors
    ///
    /// When nothing that has the focus on the way is wanted.
    pub async fn tab_to(&self, what: &str, wanted: impl Fn(&Focused) -> bool) -> Outcome<Focused> {
        let mut passed = Vec::new();
        for _ in 0..50 {
            self.press(Key::Tab).await?;
            let focused = self.focused().await?;
            if wanted(&focused) {
                return Ok(focused);
            }
            passed.push(format!("{} \"{}\"", focused.role, focused.name));
        }
        passed.dedup();
        Err(Failure::new(format!("Tab does not reach {what}; it passed {passed:?}")))
    }
}
