//! How does a visitor find a control by what it is and what it is called, and use it?

use std::path::Path;

use http::Method;
use serde_json::json;

use crate::browser::element;
use crate::{Failure, Outcome, Page};

/// What a control is, as assistive technology is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// One of several choices.
    Radio,
    /// Something to press, or to unfold.
    Button,
    /// Somewhere to write, or to choose a date.
    Field,
    /// Something to move along a line.
    Slider,
    /// A choice of a list.
    List,
}

impl Role {
    /// The elements among which it may be; their computed names tell them apart.
    const fn selector(self) -> &'static str {
        match self {
            Self::Radio => "input[type=radio]",
            Self::Button => "button, summary",
            Self::Field => "input:not([type=radio], [type=range], [type=checkbox])",
            Self::Slider => "input[type=range]",
            Self::List => "select",
        }
    }

    /// What browsers call it. For a `summary` and a date field they have names of their own, or in Firefox and WebKit none.
    const fn computed(self) -> &'static [&'static str] {
        match self {
            Self::Radio => &["radio"],
            Self::Button => &["button", "DisclosureTriangle", "summary", "generic", "group", ""],
            Self::Field => &["textbox", "Date", "DateTime", "InputTime", "generic", "group", "searchbox", "spinbutton"],
            Self::Slider => &["slider"],
            Self::List => &["combobox", "listbox"],
        }
    }
}

/// What a visitor does, each a single action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action<'a> {
    /// Clicks the choice with this name: see [`Page::choose`].
    Choose(&'a str),
    /// Presses or unfolds what has this name: see [`Page::push`].
    Push(&'a str),
    /// The same inside what the selector finds: see [`Page::push_in`].
    PushIn(&'a str, &'a str),
    /// Writes into the field with this name: see [`Page::fill`].
    Fill(&'a str, &'a str),
}

/// What everything is inside of.
const EVERYWHERE: &str = "*";

impl Page {
    /// Takes the action.
    ///
    /// # Errors
    ///
    /// When there is nothing to act upon, or something lies over it.
    pub async fn act(&self, action: Action<'_>) -> Outcome {
        match action {
            Action::Choose(name) => self.choose(name).await,
            Action::Push(name) => self.push(name).await,
            Action::PushIn(selector, name) => self.push_in(selector, name).await,
            Action::Fill(name, text) => self.fill(name, text).await,
        }
    }

    /// Clicks the choice with this name, with the mouse.
    ///
    /// # Errors
    ///
    /// When there is no such choice, or something lies over it.
    pub async fn choose(&self, name: &str) -> Outcome {
        self.click(Role::Radio, name, EVERYWHERE).await
    }

    /// Presses the button with this name, or unfolds what has it, with the mouse. Of a name that goes on after a colon, to
    /// tell a button from others that show the same words, those words are enough.
    ///
    /// # Errors
    ///
    /// When there is none, or something lies over it.
    pub async fn push(&self, name: &str) -> Outcome {
        self.click(Role::Button, name, EVERYWHERE).await
    }

    /// The same of one that shares its name with others, inside what the selector finds.
    ///
    /// # Errors
    ///
    /// When there is none, or something lies over it.
    pub async fn push_in(&self, selector: &str, name: &str) -> Outcome {
        self.click(Role::Button, name, selector).await
    }

    /// Writes into the field with this name, instead of what stands there, and leaves it.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn fill(&self, name: &str, text: &str) -> Outcome {
        let (field, _) = self.find(Role::Field, name, EVERYWHERE).await?;
        self.ask(Method::POST, &format!("element/{field}/clear"), json!({})).await?;
        self.ask(Method::POST, &format!("element/{field}/value"), json!({ "text": format!("{text}\u{e004}") })).await?;
        self.settle().await
    }

    /// Presses the first thing that the selector finds on the widget and that shows these words, or has them as its label. For what is
    /// timed: to be asked for roles and names makes Chromium keep an accessibility tree, which takes longer than to draw.
    ///
    /// # Errors
    ///
    /// When there is none, or something lies over it.
    pub async fn press_shown(&self, selector: &str, words: &str) -> Outcome {
        let found = "return [...document.querySelector('aura-serviceaftale').shadowRoot.querySelectorAll(arguments[0])]
                       .find((each) => (each.ariaLabel ?? each.textContent) === arguments[1]) ?? null;";
        let found = self.run(found, vec![json!(selector), json!(words)]).await?;
        let pressed = self.ask(Method::POST, &format!("element/{}/click", element(Some(&found))), json!({})).await;
        pressed.map(|_| ()).map_err(|failure| failure.and(&format!("{selector} with \"{words}\"")))
    }

    /// Chooses a file of this machine in the field of the host page that the selector finds.
    ///
    /// # Errors
    ///
    /// When there is no such field, or no such file.
    pub async fn give_file(&self, selector: &str, file: &Path) -> Outcome {
        let field = self.run("return document.querySelector(arguments[0]);", vec![json!(selector)]).await?;
        let path = json!({ "text": file });
        self.ask(Method::POST, &format!("element/{}/value", element(Some(&field))), path).await.map(|_| ())
    }

    async fn click(&self, role: Role, name: &str, inside: &str) -> Outcome {
        let (_, face) = self.find(role, name, inside).await?;
        self.ask(Method::POST, &format!("element/{face}/click"), json!({})).await?;
        self.settle().await
    }

    /// The control, and what of it is to be seen: a radio button's label goes with it. On the widget, or beside it.
    async fn find(&self, role: Role, name: &str, inside: &str) -> Outcome<(String, String)> {
        let all = "const inside = [...document.querySelectorAll('aura-serviceaftale')].map((each) => each.shadowRoot);
                   return [document, ...inside].flatMap((root) => [...(root?.querySelectorAll(arguments[0]) ?? [])])
                     .filter((control) => control.checkVisibility() && control.closest(arguments[1]))
                     .map((control) => [control, control.labels?.[0] ?? control]);";
        let all = self.run(all, vec![json!(role.selector()), json!(inside)]).await?;
        let mut names = Vec::new();
        for pair in all.as_array().map_or(&[][..], Vec::as_slice) {
            let (control, face) = (element(pair.get(0)), element(pair.get(1)));
            let its_name = self.computed(control, "computedlabel").await?;
            if its_name.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(": ")) {
                let its_role = self.computed(control, "computedrole").await?;
                if role.computed().contains(&its_role.as_str()) {
                    return Ok((control.to_owned(), if role == Role::Radio { face } else { control }.to_owned()));
                }
                return Err(Failure::new(format!("\"{name}\" is a {its_role}, expected a {role:?}")));
            }
            names.push(its_name);
        }
        Err(Failure::new(format!("there is no {role:?} \"{name}\" inside {inside}, only {names:?}")))
    }
}
