//! The project's commands, one module each. `cargo xtask` lists them.

mod bench;
mod bundle;
mod calendars;
mod check_data;
mod checks;
mod compress;
mod conformance;
mod data_files;
mod dependencies;
mod dist;
mod editor;
mod failure;
mod fuzz;
mod integrity;
mod page;
mod program;
mod project;
mod release_tests;
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

use checks::TestScope;
use failure::{Failure, Outcome};
use project::Project;
use screenshots::Source;

const USAGE: &str = "\
cargo xtask serve [--port N]      build the page and serve it on 127.0.0.1 (default port: 8080)
cargo xtask test                  run all checks, with the browser tests in every installed browser
cargo xtask test --all-browsers   install Chromium, Firefox, WebKitGTK and their drivers, then run all checks
cargo xtask test --quick          run all checks that need neither a release build nor a browser
cargo xtask busy-test             run the browser tests while every core is busy, to find timing problems
cargo xtask dist                  write the release to dist/ and check its sizes
cargo xtask reproducible          build the last commit in two folders and compare the releases byte for byte
cargo xtask conformance FILE...   run the conformance cases of these files and print every mismatch
cargo xtask check-data FILE...    validate files of agreements or announcements and list every mistake
cargo xtask calendars             parse the published calendars with two other programs and compare the results
cargo xtask bench                 benchmark the core and the release on a simulated slow phone, with upper limits
cargo xtask screenshots           build the release and write screenshots to target/screenshots/
            screenshots --as-built  the same with the release that is already in dist/
cargo xtask schemas               regenerate static/*.schema.json from the structs of the core
cargo xtask slow-test             run the property tests of the data formats with 100,000 cases each
cargo xtask fuzz [SECONDS]        fuzz the parsers of files and of typed input (default: 60 s each)
cargo xtask trunk                 check that `trunk build` still works
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Outcome {
    match args {
        [] | ["help" | "--help" | "-h", ..] | [_, "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        ["serve"] => serve::run(serve::DEFAULT_PORT),
        ["serve", "--port", port] => serve::run(parse_port(port)?),
        ["test"] => checks::run(TestScope::InstalledBrowsers),
        ["test", "--all-browsers"] => checks::run(TestScope::AllBrowsers),
        ["test", "--quick"] => checks::run(TestScope::Quick),
        ["busy-test"] => checks::run_under_load(),
        ["dist"] => dist::run(),
        ["reproducible"] => reproducible::run(),
        ["conformance", first, more @ ..] => conformance::run(&paths(first, more)),
        ["check-data", first, more @ ..] => check_data::run(&paths(first, more)),
        ["calendars"] => calendars::check(&Project::locate()?),
        ["bench"] => bench::run(),
        ["screenshots"] => screenshots::run(Source::NewBuild),
        ["screenshots", "--as-built"] => screenshots::run(Source::Dist),
        ["schemas"] => schemas::write(),
        ["slow-test"] => fuzz::run_slow_tests(),
        ["fuzz"] => fuzz::run(fuzz::DEFAULT_SECONDS),
        ["fuzz", seconds] => fuzz::run(parse_seconds(seconds)?),
        ["trunk"] => trunk::run(),
        _ => Err(Failure::new(format!("unknown command `cargo xtask {}`. Commands:\n{USAGE}", args.join(" ")))),
    }
}

fn paths(first: &str, more: &[&str]) -> Vec<PathBuf> {
    std::iter::once(&first).chain(more).map(PathBuf::from).collect()
}

fn parse_seconds(text: &str) -> Outcome<u32> {
    text.parse().map_err(|_| Failure::new(format!("fuzz {text}: expected a number of seconds")))
}

fn parse_port(text: &str) -> Outcome<u16> {
    text.parse()
        .map_err(|_| Failure::new(format!("--port {text}: expected a number from 0 to 65535 (0 picks a free port)")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invalid_port_is_named_in_the_message() {
        let message = run(&["serve", "--port", "80800"]).map_err(|failure| failure.to_string());
        assert!(message.as_ref().is_err_and(|message| message.contains("--port 80800")), "{message:?}");
    }

    #[test]
    fn an_unknown_command_or_option_prints_the_usage() {
        for args in [&["sevre"][..], &["test", "--all-browser"], &["test", "--quick", "--all-browsers"]] {
            let message = run(args).map_err(|failure| failure.to_string());
            let has_usage = |message: &String| message.contains(USAGE) && message.contains(&args.join(" "));
            assert!(message.as_ref().is_err_and(has_usage), "{message:?}");
        }
    }
}
