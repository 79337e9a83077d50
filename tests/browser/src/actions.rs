//! User actions on controls, which are found by role and accessible name.

use std::path::Path;

use http::Method;
use serde_json::json;

use crate::browser::element_id;
use crate::{Failure, Outcome, Page};

/// The role of a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A radio button.
    Radio,
    /// A button, or the summary of a `<details>` element.
    Button,
    /// A text, date or time field.
    Field,
    /// A range slider.
    Slider,
    /// A `<select>` element.
    Select,
}

impl Role {
    /// A selector for the elements that may have this role.
    const fn selector(self) -> &'static str {
        match self {
            Self::Radio => "input[type=radio]",
            Self::Button => "button, summary",
            Self::Field => "input:not([type=radio], [type=range], [type=checkbox])",
            Self::Slider => "input[type=range]",
            Self::Select => "select",
        }
    }

    /// The computed roles that browsers use. For `summary` and date fields they differ; Firefox and WebKit may have
    /// none.
    const fn computed_roles(self) -> &'static [&'static str] {
        match self {
            Self::Radio => &["radio"],
            Self::Button => &["button", "DisclosureTriangle", "summary", "generic", "group", ""],
            Self::Field => &["textbox", "Date", "DateTime", "InputTime", "generic", "group", "searchbox", "spinbutton"],
            Self::Slider => &["slider"],
            Self::Select => &["combobox", "listbox"],
        }
    }
}

/// A single action of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action<'a> {
    /// Selects the radio button with this name: see [`Page::choose`].
    Choose(&'a str),
    /// Clicks the button or summary with this name: see [`Page::click_button`].
    Click(&'a str),
    /// The same inside the element with this selector: see [`Page::click_button_in`].
    ClickIn(&'a str, &'a str),
    /// Fills the field with this name: see [`Page::fill`].
    Fill(&'a str, &'a str),
}

/// A selector that every control is inside of.
const ANYWHERE: &str = "*";

impl Page {
    /// Performs the action.
    ///
    /// # Errors
    ///
    /// When the control does not exist or is covered by another element.
    pub async fn perform(&self, action: Action<'_>) -> Outcome {
        match action {
            Action::Choose(name) => self.choose(name).await,
            Action::Click(name) => self.click_button(name).await,
            Action::ClickIn(selector, name) => self.click_button_in(selector, name).await,
            Action::Fill(name, text) => self.fill(name, text).await,
        }
    }

    /// Selects the radio button with this name, with the mouse.
    ///
    /// # Errors
    ///
    /// When there is no such radio button, or it is covered by another element.
    pub async fn choose(&self, name: &str) -> Outcome {
        self.click(Role::Radio, name, ANYWHERE).await
    }

    /// Clicks the button or summary with this name, with the mouse. If the accessible name continues after a colon, to
    /// distinguish buttons with the same text, the part before the colon is enough.
    ///
    /// # Errors
    ///
    /// When there is none, or it is covered by another element.
    pub async fn click_button(&self, name: &str) -> Outcome {
        self.click(Role::Button, name, ANYWHERE).await
    }

    /// The same inside the element with this selector, for names that are not unique.
    ///
    /// # Errors
    ///
    /// When there is none, or it is covered by another element.
    pub async fn click_button_in(&self, selector: &str, name: &str) -> Outcome {
        self.click(Role::Button, name, selector).await
    }

    /// Replaces the text of the field with this name and presses Tab.
    ///
    /// # Errors
    ///
    /// When there is no such field.
    pub async fn fill(&self, name: &str, text: &str) -> Outcome {
        let (field, _) = self.find_control(Role::Field, name, ANYWHERE).await?;
        self.webdriver(Method::POST, &format!("element/{field}/clear"), json!({})).await?;
        self.webdriver(Method::POST, &format!("element/{field}/value"), json!({ "text": format!("{text}\u{e004}") }))
            .await?;
        self.settle().await
    }

    /// Clicks the first element in the widget that matches the selector and has this `aria-label` or text. For
    /// benchmarks: computed roles and names make Chromium maintain an accessibility tree, which takes longer than
    /// rendering.
    ///
    /// # Errors
    ///
    /// When there is none, or it is covered by another element.
    pub async fn click_by_text(&self, selector: &str, text: &str) -> Outcome {
        let found = "return [...document.querySelector('aura-serviceaftale').shadowRoot.querySelectorAll(arguments[0])]
                       .find((each) => (each.ariaLabel ?? each.textContent) === arguments[1]) ?? null;";
        let found = self.execute(found, vec![json!(selector), json!(text)]).await?;
        let clicked =
            self.webdriver(Method::POST, &format!("element/{}/click", element_id(Some(&found))), json!({})).await;
        clicked.map(|_| ()).map_err(|failure| failure.with_context(&format!("{selector} with \"{text}\"")))
    }

    /// Selects a local file in the file input of the host page with this selector.
    ///
    /// # Errors
    ///
    /// When there is no such input, or no such file.
    pub async fn upload_file(&self, selector: &str, file: &Path) -> Outcome {
        let field = self.execute("return document.querySelector(arguments[0]);", vec![json!(selector)]).await?;
        let path = json!({ "text": file });
        self.webdriver(Method::POST, &format!("element/{}/value", element_id(Some(&field))), path).await.map(|_| ())
    }

    async fn click(&self, role: Role, name: &str, inside: &str) -> Outcome {
        let (_, target) = self.find_control(role, name, inside).await?;
        self.webdriver(Method::POST, &format!("element/{target}/click"), json!({})).await?;
        self.settle().await
    }

    /// The ids of the control and of the element to click, which is the label for a radio button. Searches the host
    /// page and all widgets.
    async fn find_control(&self, role: Role, name: &str, inside: &str) -> Outcome<(String, String)> {
        let script =
            "const roots = [...document.querySelectorAll('aura-serviceaftale')].map((each) => each.shadowRoot);
                   return [document, ...roots].flatMap((root) => [...(root?.querySelectorAll(arguments[0]) ?? [])])
                     .filter((control) => control.checkVisibility() && control.closest(arguments[1]))
                     .map((control) => [control, control.labels?.[0] ?? control]);";
        let found = self.execute(script, vec![json!(role.selector()), json!(inside)]).await?;
        let mut names = Vec::new();
        for pair in found.as_array().map_or(&[][..], Vec::as_slice) {
            let (control, label) = (element_id(pair.get(0)), element_id(pair.get(1)));
            let found_name = self.computed(control, "computedlabel").await?;
            if found_name.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(": ")) {
                let found_role = self.computed(control, "computedrole").await?;
                if role.computed_roles().contains(&found_role.as_str()) {
                    return Ok((control.to_owned(), if role == Role::Radio { label } else { control }.to_owned()));
                }
                return Err(Failure::new(format!("\"{name}\" has the role {found_role}, expected {role:?}")));
            }
            names.push(found_name);
        }
        Err(Failure::new(format!("no {role:?} \"{name}\" inside {inside}; found {names:?}")))
    }
}
