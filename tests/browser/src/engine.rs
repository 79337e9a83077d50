//! Browser engines, and their selection by `AURA_ENGINES`.

use std::{env, fmt};

use crate::{Failure, Outcome};

/// A browser engine, represented by one browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Blink: Chromium, with chromedriver.
    Chromium,
    /// Gecko: Firefox ESR, with geckodriver.
    Firefox,
    /// WebKit: the MiniBrowser of WebKitGTK, with WebKitWebDriver.
    WebKit,
}

impl Engine {
    const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engines in `AURA_ENGINES`, a list like `chromium,firefox,webkit`. Default: Chromium only.
    pub(crate) fn from_env() -> Outcome<Vec<Self>> {
        env::var("AURA_ENGINES").map_or_else(|_| Ok(vec![Self::Chromium]), |names| parse_list(&names))
    }
}

fn parse_list(names: &str) -> Outcome<Vec<Engine>> {
    let engine = |name: &str| {
        let found = Engine::ALL.into_iter().find(|engine| engine.to_string().eq_ignore_ascii_case(name.trim()));
        found.ok_or_else(|| {
            Failure::new(format!(
                "AURA_ENGINES={names}: \"{name}\" is not an engine; expected a comma-separated list of {:?}",
                Engine::ALL
            ))
        })
    };
    names.split(',').map(engine).collect()
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_separated_by_commas() {
        let check = |names: &str, expected: &[Engine]| {
            assert_eq!(parse_list(names).ok().as_deref(), Some(expected), "{names}");
        };
        check("chromium", &[Engine::Chromium]);
        check("firefox,webkit", &[Engine::Firefox, Engine::WebKit]);
        check("Chromium, WebKit", &[Engine::Chromium, Engine::WebKit]);
    }

    #[test]
    fn the_message_for_an_unknown_engine_lists_the_known_ones() {
        for names in ["", "chrome", "firefox,,webkit"] {
            let message = parse_list(names).map_err(|failure| failure.to_string());
            assert!(message.is_err_and(|message| message.contains("[Chromium, Firefox, WebKit]")), "{names}");
        }
    }
}
