//! Which browsers do the browser tests run in, and which programs do they start?

use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::setup::debian::{self, Need};
use crate::setup::rust;

/// A browser engine, and the programs that its tests start.
struct Engine {
    name: &'static str,
    programs: &'static [Program],
}

#[derive(Clone, Copy)]
struct Program {
    /// The variable that names it to tests/browser, and here one of the user's own choice.
    variable: &'static str,
    source: Source,
}

#[derive(Clone, Copy)]
enum Source {
    Debian(Need),
    /// Debian has no geckodriver; cargo builds it.
    Geckodriver,
}

const CHROMIUM: Engine = Engine {
    name: "chromium",
    programs: &[debian("CHROMIUM", "chromium", "chromium"), debian("CHROMEDRIVER", "chromedriver", "chromium-driver")],
};
const FIREFOX: Engine = Engine {
    name: "firefox",
    programs: &[
        debian("FIREFOX", "firefox-esr", "firefox-esr"),
        Program { variable: "GECKODRIVER", source: Source::Geckodriver },
    ],
};
const WEBKIT: Engine = Engine {
    name: "webkit",
    programs: &[
        debian("WEBKITWEBDRIVER", "WebKitWebDriver", "webkit2gtk-driver"),
        debian("MINIBROWSER", "MiniBrowser", "libwebkit2gtk-4.1-0"),
        // MiniBrowser has no headless mode: this is the screen it is given.
        debian("XVFB", "Xvfb", "xvfb"),
    ],
};
const ENGINES: [Engine; 3] = [CHROMIUM, FIREFOX, WEBKIT];

const fn debian(variable: &'static str, program: &'static str, package: &'static str) -> Program {
    Program { variable, source: Source::Debian(Need { program, package }) }
}

/// What Chromium needs of Debian, without which no run does: only its driver speaks the DevTools protocol.
pub fn needs() -> Vec<Need> {
    CHROMIUM.needs()
}

/// Installs and builds what the three engines need; quick when it is all there.
pub fn install_all(project: &Project) -> Outcome {
    debian::ensure(&ENGINES.iter().flat_map(Engine::needs).collect::<Vec<_>>())?;
    if FIREFOX.programs.iter().any(|program| matches!(program.find(project), Ok(None))) {
        rust::geckodriver(project)?;
    }
    let browsers = Browsers::installed(project)?;
    if browsers.left_out.is_empty() { Ok(()) } else { Err(Failure::new(browsers.left_out.join("\n"))) }
}

/// The engines that are there, whole.
pub struct Browsers {
    names: Vec<&'static str>,
    programs: Vec<(&'static str, PathBuf)>,
    left_out: Vec<String>,
}

impl Browsers {
    /// Looks for every program of every engine; installs nothing.
    pub fn installed(project: &Project) -> Outcome<Self> {
        let mut browsers = Self { names: Vec::new(), programs: Vec::new(), left_out: Vec::new() };
        for engine in &ENGINES {
            let mut found = Vec::new();
            let mut missing = Vec::new();
            for program in engine.programs {
                match program.find(project)? {
                    Some(file) => found.push((program.variable, file)),
                    None => missing.push(program.advice()),
                }
            }
            if missing.is_empty() {
                browsers.names.push(engine.name);
                browsers.programs.append(&mut found);
            } else {
                browsers.left_out.push(format!("{}: missing {}", engine.name, missing.join(", ")));
            }
        }
        Ok(browsers)
    }

    /// Says which engines take part, and what the others lack.
    pub fn announce(&self) {
        println!("in {}", self.names.join(", "));
        for sentence in &self.left_out {
            println!("not in {sentence}");
        }
        if !self.left_out.is_empty() {
            println!("`cargo xtask test --all-browsers` installs what is missing");
        }
    }

    /// Tells the tests which engines to start, and by which programs.
    pub fn tell(&self, tests: &mut Command) {
        tests.env("AURA_ENGINES", self.names.join(","));
        tests.envs(self.programs.iter().cloned());
    }
}

impl Engine {
    /// What Debian has to bring: the programs that no variable names.
    fn needs(&self) -> Vec<Need> {
        let need = |program: &Program| match program.source {
            Source::Debian(need) if std::env::var_os(program.variable).is_none() => Some(need),
            _ => None,
        };
        self.programs.iter().filter_map(need).collect()
    }
}

impl Program {
    /// The file that the program's variable names, otherwise the one that is installed.
    ///
    /// # Errors
    /// When the variable names no file.
    fn find(self, project: &Project) -> Outcome<Option<PathBuf>> {
        let Some(chosen) = std::env::var_os(self.variable).map(PathBuf::from) else {
            return Ok(match self.source {
                Source::Debian(need) => debian::find(need.program),
                Source::Geckodriver => rust::built_geckodriver(project)?,
            });
        };
        if chosen.is_file() {
            return Ok(Some(chosen));
        }
        Err(Failure::new(format!("{}={} names no file: correct it or unset it", self.variable, chosen.display())))
    }

    fn advice(self) -> String {
        match self.source {
            Source::Debian(Need { program, package }) => format!("{program} (Debian package {package})"),
            Source::Geckodriver => format!("geckodriver ({})", rust::geckodriver_advice()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_where_it_comes_from() {
        let advice = |engine: &Engine| engine.programs.iter().map(|program| program.advice()).collect::<Vec<_>>();
        let check = |engine: &Engine, expected: &[&str]| assert_eq!(advice(engine), expected, "{}", engine.name);
        check(&CHROMIUM, &["chromium (Debian package chromium)", "chromedriver (Debian package chromium-driver)"]);
        check(
            &WEBKIT,
            &[
                "WebKitWebDriver (Debian package webkit2gtk-driver)",
                "MiniBrowser (Debian package libwebkit2gtk-4.1-0)",
                "Xvfb (Debian package xvfb)",
            ],
        );
        assert!(
            advice(&FIREFOX).iter().any(|line| line.starts_with("geckodriver (cargo install --locked geckodriver@="))
        );
    }
}
