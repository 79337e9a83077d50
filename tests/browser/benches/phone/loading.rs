//! Benchmark of loading: time to the first answer on a slow network, and the cost of a lazy widget below the fold.

use std::path::Path;
use std::{env, fs};

use browser_tests::{Failure, Host, Outcome, Page, Session, readme};
use server_tests::{Nginx, Release};

use crate::loads::{LOADS, NETWORK, check_gate, emulate_slow_network, first_answer, median, page};

/// Gate for the time from the navigation to the first answer, in milliseconds: twice the time on an idle machine.
const READY_GATE: f64 = 2_000.0;
/// Gate for the additional long tasks of a page with an invisible element, in milliseconds.
const LAZY_GATE: f64 = 50.0;

pub fn run() -> Outcome {
    let release = Release::built()?;
    let nginx = Nginx::start(release.folder(), Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    let published_at = nginx.url("");
    let published_at = published_at.trim_end_matches('/');
    let lazy = readme::embed_snippet(published_at)?;
    let eager = lazy.replace("<aura-serviceaftale ", "<aura-serviceaftale loading=\"eager\" ");
    let script = lazy.lines().next().unwrap_or_default();
    let integrity =
        fs::read_to_string(release.folder().join(concat!("v", env!("CARGO_PKG_VERSION"), "/integrity.txt")))?;
    let pinned: Vec<&str> = integrity.lines().filter(|line| line.starts_with('<')).collect();
    let pinned = eager.replace(script, &pinned.join("\n").replace("https://HOST/serviceaftale", published_at));

    let below = |widget: &str| page(&format!("<div style=\"height: 5000px\"></div>{widget}"));
    let host = Host::page("/latest.html", page(&eager))
        .with_file("/pinned.html", page(&pinned))
        .with_file("/lazy.html", below(&lazy))
        .with_file("/without.html", below(&lazy.replace(script, "")))
        .without_recorder();
    let session = Session::new(host).chromium_only("only its driver emulates a slow network and CPU").with_timeout(300);
    session.run(async |page| {
        emulate_slow_network(page).await?;
        println!("{NETWORK}; median of {LOADS} loads");
        for (path, name) in [("/latest.html", "first answer"), ("/pinned.html", "first answer, pinned and preloaded")] {
            check_gate(name, median(page, path, first_answer).await?, READY_GATE, "ms")?;
        }
        check_console(page).await?;
        let without = median(page, "/without.html", long_tasks).await?;
        let with = median(page, "/lazy.html", long_tasks).await?;
        println!("{without:>12.0} ms  long tasks of a page without the widget");
        println!("{with:>12.0} ms  long tasks with the widget below the fold");
        check_gate("increase of long tasks", with - without, LAZY_GATE, "ms")
    })
}

/// Checks that the console is empty. Browsers report an unused preload some seconds after the page has loaded.
async fn check_console(page: &Page) -> Outcome {
    page.execute_async("await new Promise((resolve) => setTimeout(resolve, 5000));", vec![]).await?;
    let log = page.driver_log().await?;
    if log.is_empty() { Ok(()) } else { Err(Failure::new(format!("unexpected console messages: {log:?}"))) }
}

/// The total duration of long tasks (over 50 ms) until two seconds after loading, in milliseconds.
async fn long_tasks(page: &Page) -> Outcome<f64> {
    let script = "await new Promise((resolve) => setTimeout(resolve, 2000));
                  return longTasks;";
    let found = page.execute_async(script, vec![]).await?;
    found.as_f64().ok_or_else(|| Failure::new(format!("expected milliseconds, found {found}")))
}
