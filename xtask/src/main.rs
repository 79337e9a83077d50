//! Which commands does the project have? Each is a module of its own; `cargo xtask` lists them.

mod bench;
mod bundle;
mod calendars;
mod check_data;
mod checks;
mod compress;
mod conformance;
mod data_files;
mod dist;
mod failure;
mod fuzz;
mod integrity;
mod page;
mod program;
mod project;
mod publishing;
mod reproducible;
mod schemas;
mod screenshots;
mod serve;
mod setup;
mod sizes;
mod trunk;
mod wasm;

use std::path::PathBuf;
use std::process::ExitCode;

use checks::Extent;
use failure::{Failure, Outcome};
use project::Project;
use screenshots::Release;

const USAGE: &str = "\
cargo xtask serve [--port N]      build the page and serve it on 127.0.0.1 (port 8080)
cargo xtask test                  everything a change must pass, in every browser that is installed
cargo xtask test --all-browsers   the same, after installing Chromium, Firefox, WebKitGTK and their drivers
cargo xtask test --quick          the same without the release and the browsers
cargo xtask busy-test             the browser tests again while every core has something else to do
cargo xtask dist                  write the release to dist/ and hold its size against the gate
cargo xtask reproducible          build the last commit at two places and compare every byte of the releases
cargo xtask conformance FILE...   answer the cases of these files and print every mismatch
cargo xtask check-data FILE...    name every mistake in these files of agreements or announcements
cargo xtask calendars             have two other programs read the calendars for customers and compare what they find
cargo xtask bench                 time the core's answers and what a visitor with a slow phone waits for, each against its gate
cargo xtask screenshots           build the release and write pictures of it to target/screenshots/
            screenshots --as-built  the same of what is in dist/ already
cargo xtask schemas               write static/*.schema.json anew from the core's tables of fields
cargo xtask slow-test             try the properties of the data formats with 100,000 cases each
cargo xtask fuzz [SECONDS]        feed both data formats with whatever a fuzzer thinks of (60 s each)
cargo xtask trunk                 check that `trunk build` puts the page together
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Outcome {
    match words {
        [] | ["help" | "--help" | "-h", ..] | [_, "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        ["serve"] => serve::run(serve::USUAL_PORT),
        ["serve", "--port", port] => serve::run(port_number(port)?),
        ["test"] => checks::run(Extent::Usual),
        ["test", "--all-browsers"] => checks::run(Extent::AllBrowsers),
        ["test", "--quick"] => checks::run(Extent::Quick),
        ["busy-test"] => checks::busy(),
        ["dist"] => dist::run(),
        ["reproducible"] => reproducible::run(),
        ["conformance", first, more @ ..] => conformance::run(&paths(first, more)),
        ["check-data", first, more @ ..] => check_data::run(&paths(first, more)),
        ["calendars"] => calendars::check(&Project::locate()?),
        ["bench"] => bench::run(),
        ["screenshots"] => screenshots::run(Release::New),
        ["screenshots", "--as-built"] => screenshots::run(Release::AsBuilt),
        ["schemas"] => schemas::write(),
        ["slow-test"] => fuzz::slow(),
        ["fuzz"] => fuzz::run(fuzz::USUAL_SECONDS),
        ["fuzz", seconds] => fuzz::run(seconds_of(seconds)?),
        ["trunk"] => trunk::run(),
        _ => Err(Failure::new(format!("`cargo xtask {}` is no command. There are:\n{USAGE}", words.join(" ")))),
    }
}

fn paths(first: &str, more: &[&str]) -> Vec<PathBuf> {
    std::iter::once(&first).chain(more).map(PathBuf::from).collect()
}

fn seconds_of(word: &str) -> Outcome<u32> {
    word.parse().map_err(|_| Failure::new(format!("fuzz {word}: expected a number of seconds")))
}

fn port_number(word: &str) -> Outcome<u16> {
    word.parse().map_err(|_| Failure::new(format!("--port {word}: a port is a number from 0 (any free one) to 65535")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_port_names_the_word() {
        let message = run(&["serve", "--port", "80800"]).map_err(|failure| failure.to_string());
        assert!(message.as_ref().is_err_and(|message| message.contains("--port 80800")), "{message:?}");
    }

    #[test]
    fn an_unknown_command_or_option_lists_those_there_are() {
        for words in [&["sevre"][..], &["test", "--all-browser"], &["test", "--quick", "--all-browsers"]] {
            let message = run(words).map_err(|failure| failure.to_string());
            let lists = |message: &String| message.contains(USAGE) && message.contains(&words.join(" "));
            assert!(message.as_ref().is_err_and(lists), "{message:?}");
        }
    }
}
