//! In which browsers is a test run?

use std::{env, fmt};

use crate::{Failure, Outcome};

/// A browser engine, in the one browser that stands for it here.
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

    /// Those that `AURA_ENGINES` names, as `chromium,firefox,webkit`; Chromium alone when it is not set.
    pub(crate) fn named() -> Outcome<Vec<Self>> {
        env::var("AURA_ENGINES").map_or_else(|_| Ok(vec![Self::Chromium]), |names| named_in(&names))
    }
}

fn named_in(names: &str) -> Outcome<Vec<Engine>> {
    let engine = |name: &str| {
        let found = Engine::ALL.into_iter().find(|engine| engine.to_string().eq_ignore_ascii_case(name.trim()));
        found.ok_or_else(|| {
            Failure::new(format!("AURA_ENGINES={names}: \"{name}\" is none of {:?}, with commas between", Engine::ALL))
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
    fn engines_are_named_with_commas_between() {
        let check = |names: &str, expected: &[Engine]| {
            assert_eq!(named_in(names).ok().as_deref(), Some(expected), "{names}");
        };
        check("chromium", &[Engine::Chromium]);
        check("firefox,webkit", &[Engine::Firefox, Engine::WebKit]);
        check("Chromium, WebKit", &[Engine::Chromium, Engine::WebKit]);
    }

    #[test]
    fn an_unknown_engine_is_named_with_those_there_are() {
        for names in ["", "chrome", "firefox,,webkit"] {
            let message = named_in(names).map_err(|failure| failure.to_string());
            assert!(message.is_err_and(|message| message.contains("[Chromium, Firefox, WebKit]")), "{names}");
        }
    }
}
