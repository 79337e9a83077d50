//! What can a visitor do on the page, and what do they find there?

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::time::{sleep, timeout};

use crate::browser::sentences;
use crate::driver::Driver;
use crate::site::Servers;
use crate::{Channel, Clock, Engine, Failure, Outcome, Record, Scheme, Shown, Window};

const SHOWN_JS: &str = include_str!("../js/shown.js");
const OVERFLOW_JS: &str = include_str!("../js/overflow.js");
/// How long the widget may take to be ready.
const READY: Duration = Duration::from_secs(30);
/// Enough of the markup for whoever reads a failure, and not more than a terminal keeps.
const REPORTED: usize = 6_000;

/// The page in the browser.
///
/// Whatever else is said, each of its methods fails when the browser no longer answers.
pub struct Page {
    pub(crate) client: Client,
    pub(crate) engine: Engine,
    servers: Servers,
    downloads: PathBuf,
    pub(crate) log: RefCell<Vec<String>>,
}

impl Page {
    pub(crate) async fn begin(driver: &Driver, servers: Servers, scheme: Scheme) -> Outcome<Self> {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(driver.capabilities(scheme)).connect(&driver.url()).await?;
        let page =
            Self { client, engine: driver.engine(), servers, downloads: driver.downloads(), log: RefCell::default() };
        match page.engine {
            // It prefers what it was started with, but has no option for its size.
            Engine::WebKit => page.widen_to(1280).await?,
            Engine::Chromium | Engine::Firefox if scheme == Scheme::Dark => page.prefer(scheme).await?,
            Engine::Chromium | Engine::Firefox => {}
        }
        Ok(page)
    }

    pub(crate) async fn end(&self) {
        let _ = self.client.clone().close().await;
    }

    /// Opens a path of the site and waits until the widget is ready.
    ///
    /// # Errors
    ///
    /// When the widget fails, or is not ready within 30 seconds.
    pub async fn open(&self, path: &str) -> Outcome {
        self.open_until(path, "ready").await
    }

    /// Opens a path of the site and waits until the element's `data-state` is `state`.
    ///
    /// # Errors
    ///
    /// When the element ends in another state, or in none within 30 seconds.
    pub async fn open_until(&self, path: &str, state: &str) -> Outcome {
        self.load(path).await?;
        let reached = timeout(READY, async {
            loop {
                // With the test's clock nothing fires by itself, not even what the loader wants done at once.
                self.run_async("await globalThis.__clock?.advance(0);", vec![]).await?;
                match self.shown().await?.state() {
                    now if now == state => return Ok(()),
                    now @ ("ready" | "failed") => {
                        return Err(Failure::new(format!("{path}: data-state is {now}, not {state}")));
                    }
                    _ => sleep(Duration::from_millis(50)).await,
                }
            }
        });
        reached.await.map_err(|_| Failure::new(format!("{path}: data-state is not {state} within 30 s")))??;
        self.settle().await
    }

    /// Loads a path of the site, or a whole URL, and waits for nothing that the widget does.
    pub async fn load(&self, path: &str) -> Outcome {
        let origin = if path.starts_with('/') { self.servers.host.origin() } else { String::new() };
        Ok(self.client.goto(&format!("{origin}{path}")).await?)
    }

    /// Waits until what was done has been drawn, and nothing more is: a slow machine draws the parts of a page one after
    /// another.
    pub async fn settle(&self) -> Outcome {
        let drawn = "
            const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            let drawing = false;
            const observer = new MutationObserver(() => (drawing = true));
            const all = { subtree: true, childList: true, characterData: true, attributes: true };
            for (const { shadowRoot } of document.querySelectorAll('aura-serviceaftale')) {
              if (shadowRoot) observer.observe(shadowRoot, all);
            }
            await frames();
            for (let round = 0; drawing && round < 20; round += 1) {
              drawing = false;
              await frames();
            }
            observer.disconnect();";
        self.run_async(drawn, vec![]).await?;
        Ok(())
    }

    /// Waits until something has happened, at most for about twenty seconds.
    ///
    /// # Errors
    ///
    /// When it does not happen; `what` says what was waited for.
    pub async fn until(&self, what: &str, happened: impl AsyncFn() -> Outcome<bool>) -> Outcome {
        for _ in 0..200 {
            if happened().await? {
                return Ok(());
            }
            sleep(Duration::from_millis(100)).await;
        }
        Err(Failure::new(format!("waited in vain until {what}")))
    }

    /// What is in the one file that the browser has put among the visitor's downloads, and its name; the file is then gone.
    ///
    /// # Errors
    ///
    /// When there is none within about twenty seconds.
    pub async fn take_download(&self) -> Outcome<(String, String)> {
        for _ in 0..200 {
            for entry in fs::read_dir(&self.downloads)?.flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                // Browsers give it its name once it is whole; Firefox makes an empty one of that name before.
                let unfinished = name.starts_with('.')
                    || [".crdownload", ".part", ".wkdownload"].iter().any(|end| name.ends_with(end));
                // One that is about to get its name may be gone by now.
                let text = fs::read_to_string(entry.path()).unwrap_or_default();
                let text = if unfinished { String::new() } else { text };
                if !text.is_empty() {
                    fs::remove_file(entry.path())?;
                    return Ok((name, text));
                }
            }
            sleep(Duration::from_millis(100)).await;
        }
        Err(Failure::new("waited in vain for a download"))
    }

    /// All that the widget shows now.
    pub async fn shown(&self) -> Outcome<Shown> {
        Ok(Shown::new(self.run(&format!("{SHOWN_JS} return shown();"), vec![]).await?))
    }

    /// Runs a script (which may `await`) and reads what is shown in the same task in which it ends.
    ///
    /// # Errors
    ///
    /// When the script throws.
    pub async fn shown_after(&self, script: &str) -> Outcome<Shown> {
        Ok(Shown::new(self.run_async(&format!("{SHOWN_JS} {script} return shown();"), vec![]).await?))
    }

    /// The deadline of an answer; see [`Shown::answer`].
    pub async fn answer(&self, agreement: &str, kind: &str) -> Outcome<String> {
        self.shown().await?.answer(agreement, kind)
    }

    /// One channel of an agreement; see [`Shown::channel`].
    pub async fn channel(&self, agreement: &str, kind: &str) -> Outcome<Channel> {
        self.shown().await?.channel(agreement, kind)
    }

    /// The coming maintenance windows; see [`Shown::windows`].
    pub async fn windows(&self) -> Outcome<Vec<Window>> {
        self.shown().await?.windows()
    }

    /// What a person sees; see [`Shown::text`].
    pub async fn text(&self) -> Outcome<String> {
        Ok(self.shown().await?.text())
    }

    /// Whether the element of the host page that the selector finds is to be seen, with its words.
    ///
    /// # Errors
    ///
    /// When there is no such element.
    pub async fn sees(&self, selector: &str) -> Outcome<bool> {
        let script = "const element = document.querySelector(arguments[0]);
                      const { width, height } = element.getBoundingClientRect();
                      return document.body.innerText.includes(element.textContent) && width > 0 && height > 0;";
        Ok(self.run(script, vec![json!(selector)]).await? == json!(true))
    }

    /// Unfolds whatever is folded, as a reader would who looks for something.
    pub async fn unfold(&self) -> Outcome {
        let unfold = "for (const folded of document.querySelector('aura-serviceaftale').shadowRoot
                        .querySelectorAll('details:not([open]) > summary')) folded.click();";
        self.run(unfold, vec![]).await?;
        self.settle().await
    }

    /// What makes the page scroll sideways, a sentence for each; empty when it does not.
    pub async fn overflow(&self) -> Outcome<Vec<String>> {
        Ok(sentences(&self.run(OVERFLOW_JS, vec![]).await?))
    }

    /// The test's clock in this page.
    pub fn clock(&self) -> Clock<'_> {
        Clock(self)
    }

    /// Every path that the browser asked the page's origin for so far.
    pub fn asked_for(&self) -> Vec<String> {
        self.servers.host.asked_for()
    }

    /// Every path that the browser asked the widget's origin for so far, which may be the page's own.
    pub fn asked_of_widget(&self) -> Vec<String> {
        self.servers.widget().asked_for()
    }

    /// Where the widget comes from, as `http://127.0.0.1:40123`.
    pub fn widget_origin(&self) -> String {
        self.servers.widget().origin()
    }

    /// All that a failed test's reader wants to know of the page.
    pub(crate) async fn report(&self) -> String {
        let url = self.client.current_url().await.map_or_else(|error| error.to_string(), |url| url.to_string());
        let lines = |records: &[Record]| records.iter().map(|record| format!("{record:?}\n")).collect::<String>();
        let recorded = self.recorded().await.map_or_else(|error| error.to_string(), |found| lines(&found.0));
        let log = self.log().await.map_or_else(|error| error.to_string(), |lines| lines.join("\n"));
        let html = self.shown().await.map_or_else(|error| error.to_string(), |shown| shown.html().to_owned());
        let html: String = html.chars().take(REPORTED).collect();
        let (asked_for, of_widget) = (self.asked_for(), self.asked_of_widget());
        format!(
            "--- page: {url}\n--- asked for: {asked_for:?}\n--- of the widget's origin: {of_widget:?}\n--- recorded:\n{recorded}{log}\n--- shown (its first {REPORTED} characters):\n{html}"
        )
    }
}
