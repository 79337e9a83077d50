//! Detection and installation of the browsers and their WebDriver servers.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::setup::debian::{self, DebianPackage};
use crate::setup::rust;

/// A browser engine and the programs that its tests need.
struct Engine {
    name: &'static str,
    programs: &'static [Program],
}

#[derive(Clone, Copy)]
struct Program {
    /// The environment variable with the path. The user may set it; tests/browser reads it.
    variable: &'static str,
    source: Source,
}

#[derive(Clone, Copy)]
enum Source {
    Debian(DebianPackage),
    /// Built by cargo, because Debian does not package it.
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
        // MiniBrowser has no headless mode and needs an X server.
        debian("XVFB", "Xvfb", "xvfb"),
    ],
};
const ENGINES: [Engine; 3] = [CHROMIUM, FIREFOX, WEBKIT];

const fn debian(variable: &'static str, program: &'static str, package: &'static str) -> Program {
    Program { variable, source: Source::Debian(DebianPackage { program, package }) }
}

/// The Debian packages of Chromium. Every test run needs Chromium, because only its driver supports the DevTools
/// protocol.
pub fn chromium_packages() -> Vec<DebianPackage> {
    CHROMIUM.debian_packages()
}

/// Installs and builds everything that the three engines need and that is not installed yet.
///
/// # Errors
/// When an engine is still incomplete afterwards.
pub fn install_all(project: &Project) -> Outcome {
    debian::ensure(&ENGINES.iter().flat_map(Engine::debian_packages).collect::<Vec<_>>())?;
    if FIREFOX.programs.iter().any(|program| matches!(program.find(project), Ok(None))) {
        rust::geckodriver(project)?;
    }
    let browsers = Browsers::installed(project)?;
    if browsers.incomplete.is_empty() { Ok(()) } else { Err(Failure::new(browsers.incomplete.join("\n"))) }
}

/// The installed engines and their programs.
pub struct Browsers {
    names: Vec<&'static str>,
    programs: Vec<(&'static str, PathBuf)>,
    /// For each other engine, a message with its name and what is missing.
    incomplete: Vec<String>,
}

impl Browsers {
    /// Looks for the programs of every engine. Installs nothing.
    pub fn installed(project: &Project) -> Outcome<Self> {
        let mut browsers = Self { names: Vec::new(), programs: Vec::new(), incomplete: Vec::new() };
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
                browsers.incomplete.push(format!("{}: missing {}", engine.name, missing.join(", ")));
            }
        }
        Ok(browsers)
    }

    /// Prints the engines that the tests run in, and why others are skipped.
    pub fn print(&self) {
        println!("browsers: {}", self.names.join(", "));
        for message in &self.incomplete {
            println!("skipped: {message}");
        }
        if !self.incomplete.is_empty() {
            println!("`cargo xtask test --all-browsers` installs the missing programs");
        }
    }

    /// Sets the environment variables that tell the tests which engines to use and where their programs are.
    pub fn set_env(&self, tests: &mut Command) {
        tests.env("AURA_ENGINES", self.names.join(","));
        tests.envs(self.programs.iter().cloned());
    }
}

impl Engine {
    /// The Debian packages of all programs whose environment variable is not set.
    fn debian_packages(&self) -> Vec<DebianPackage> {
        let package = |program: &Program| match program.source {
            Source::Debian(package) if std::env::var_os(program.variable).is_none() => Some(package),
            _ => None,
        };
        self.programs.iter().filter_map(package).collect()
    }
}

impl Program {
    /// The path from the environment variable, otherwise the installed program.
    ///
    /// # Errors
    /// When the variable is set, but not to the path of a file.
    fn find(self, project: &Project) -> Outcome<Option<PathBuf>> {
        let Some(chosen) = std::env::var_os(self.variable).map(PathBuf::from) else {
            return Ok(match self.source {
                Source::Debian(package) => debian::find(package.program),
                Source::Geckodriver => rust::find_geckodriver(project)?,
            });
        };
        if chosen.is_file() {
            return Ok(Some(chosen));
        }
        Err(Failure::new(format!(
            "{}={}: no such file; correct or unset the variable",
            self.variable,
            chosen.display()
        )))
    }

    /// The program and where to get it.
    fn advice(self) -> String {
        match self.source {
            Source::Debian(DebianPackage { program, package }) => format!("{program} (Debian package {package})"),
            Source::Geckodriver => format!("geckodriver ({})", rust::geckodriver_advice()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_names_the_program_and_its_source() {
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
