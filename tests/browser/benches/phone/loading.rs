//! How long does somebody with a slow phone on a slow line wait for the first answer, and what does a page pay for a widget
//! that nobody has scrolled to?

use std::path::Path;
use std::{env, fs};

use browser_tests::{Failure, Host, Outcome, Page, Visit, readme};
use server_tests::{Nginx, Release};

use crate::loads::{LINE, LOADS, first_answer, hold, median, page, slow_line};

/// From the navigation to the first answer, in milliseconds: twice what it takes on a machine that has nothing else to do.
const READY_GATE: f64 = 2_000.0;
/// What the host's long tasks may grow by, in milliseconds, for an element that is not in sight.
const LAZY_GATE: f64 = 50.0;

pub fn run() -> Outcome {
    let release = Release::built()?;
    let nginx = Nginx::start(release.folder(), Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    let published_at = nginx.url("");
    let published_at = published_at.trim_end_matches('/');
    let lazy = readme::embedding(published_at)?;
    let newest = lazy.replace("<aura-serviceaftale ", "<aura-serviceaftale loading=\"eager\" ");
    let script = lazy.lines().next().unwrap_or_default();
    let listed = fs::read_to_string(release.folder().join(concat!("v", env!("CARGO_PKG_VERSION"), "/integrity.txt")))?;
    let pinned: Vec<&str> = listed.lines().filter(|line| line.starts_with('<')).collect();
    let pinned = newest.replace(script, &pinned.join("\n").replace("https://HOST/serviceaftale", published_at));

    let below = |widget: &str| page(&format!("<div style=\"height: 5000px\"></div>{widget}"));
    let host = Host::page("/newest.html", page(&newest))
        .with_file("/pinned.html", page(&pinned))
        .with_file("/lazy.html", below(&lazy))
        .with_file("/without.html", below(&lazy.replace(script, "")))
        .unrecorded();
    let visit = Visit::to(host).in_chromium("only its driver slows down a line and a processor").within(300);
    visit.run(async |page| {
        slow_line(page).await?;
        println!("{LINE}; the median of {LOADS} loads");
        for (path, name) in [("/newest.html", "first answer"), ("/pinned.html", "first answer, pinned and preloaded")] {
            hold(name, median(page, path, first_answer).await?, READY_GATE, "ms")?;
        }
        hold_silence(page).await?;
        let without = median(page, "/without.html", long_tasks).await?;
        let with = median(page, "/lazy.html", long_tasks).await?;
        println!("{without:>12.0} ms  long tasks of a page without the widget");
        println!("{with:>12.0} ms  and with the widget out of sight");
        hold("by which they grow", with - without, LAZY_GATE, "ms")
    })
}

/// A preload that nobody uses is complained of some seconds after the page has loaded.
async fn hold_silence(page: &Page) -> Outcome {
    page.run_async("await new Promise((done) => setTimeout(done, 5000));", vec![]).await?;
    let said = page.log().await?;
    if said.is_empty() { Ok(()) } else { Err(Failure::new(format!("the console says {said:?}"))) }
}

/// Milliseconds that all tasks of over 50 ms took, until two seconds after the page had loaded.
async fn long_tasks(page: &Page) -> Outcome<f64> {
    let script = "await new Promise((done) => setTimeout(done, 2000));
                  return longTasks;";
    let found = page.run_async(script, vec![]).await?;
    found.as_f64().ok_or_else(|| Failure::new(format!("expected milliseconds, found {found}")))
}
