//! Which browser and which driver do the browser tests start?

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::setup::debian::{self, Need};

const CHROMIUM: Need = Need { program: "chromium", package: "chromium" };
const CHROMEDRIVER: Need = Need { program: "chromedriver", package: "chromium-driver" };

/// Chromium and its driver.
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// The WebDriver server that steers it.
    pub chromedriver: PathBuf,
}

impl Browser {
    /// What the variables CHROMIUM and CHROMEDRIVER name, otherwise what PATH has, installed if need be.
    pub fn ensure() -> Outcome<Self> {
        debian::ensure(&needs())?;
        Ok(Self { chromium: locate(CHROMIUM)?, chromedriver: locate(CHROMEDRIVER)? })
    }
}

/// The programs that no variable names.
pub fn needs() -> Vec<Need> {
    [CHROMIUM, CHROMEDRIVER].into_iter().filter(|need| chosen(*need).is_none()).collect()
}

/// A program of the user's own choice: the variable is the program's name in capitals.
fn chosen(need: Need) -> Option<PathBuf> {
    std::env::var_os(need.program.to_uppercase()).map(PathBuf::from)
}

fn locate(need: Need) -> Outcome<PathBuf> {
    let Need { program, .. } = need;
    let file = chosen(need).or_else(|| program::on_path(program));
    file.filter(|file| file.is_file())
        .ok_or_else(|| Failure::new(format!("{} names no file: correct it or unset it", program.to_uppercase())))
}
