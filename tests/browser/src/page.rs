//! Page object: navigation, waiting, and reading what the page shows.

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::time::{sleep, timeout};

use crate::browser::strings;
use crate::driver::Driver;
use crate::site::Servers;
use crate::{Channel, Clock, ColorScheme, Engine, Failure, Outcome, PageSnapshot, Record, Window};

const SNAPSHOT_JS: &str = include_str!("../js/snapshot.js");
const OVERFLOW_JS: &str = include_str!("../js/overflow.js");
/// How long the widget may take to get ready.
const READY_TIMEOUT: Duration = Duration::from_secs(30);
/// How many characters of the markup a failure report contains.
const MAX_REPORTED_HTML: usize = 6_000;

/// The page in the browser.
///
/// All methods fail when the browser no longer responds.
pub struct Page {
    pub(crate) client: Client,
    pub(crate) engine: Engine,
    servers: Servers,
    downloads: PathBuf,
    pub(crate) log: RefCell<Vec<String>>,
}

impl Page {
    pub(crate) async fn connect(driver: &Driver, servers: Servers, scheme: ColorScheme) -> Outcome<Self> {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(driver.capabilities(scheme)).connect(&driver.url()).await?;
        let page =
            Self { client, engine: driver.engine(), servers, downloads: driver.downloads(), log: RefCell::default() };
        match page.engine {
            // It was started with the colour scheme, but has no option for its window size.
            Engine::WebKit => page.set_width(1280).await?,
            Engine::Chromium | Engine::Firefox if scheme == ColorScheme::Dark => page.set_color_scheme(scheme).await?,
            Engine::Chromium | Engine::Firefox => {}
        }
        Ok(page)
    }

    pub(crate) async fn close(&self) {
        let _ = self.client.clone().close().await;
    }

    /// Loads a path of the site and waits until the widget is ready.
    ///
    /// # Errors
    ///
    /// When the widget fails, or is not ready within 30 seconds.
    pub async fn open(&self, path: &str) -> Outcome {
        self.open_until_state(path, "ready").await
    }

    /// Loads a path of the site and waits until the element's `data-state` is `state`.
    ///
    /// # Errors
    ///
    /// When the element gets another final state, or none within 30 seconds.
    pub async fn open_until_state(&self, path: &str, state: &str) -> Outcome {
        self.load(path).await?;
        let reached = timeout(READY_TIMEOUT, async {
            loop {
                // With the fake clock no timer fires by itself, not even the loader's timers without delay.
                self.execute_async("await globalThis.__clock?.advance(0);", vec![]).await?;
                match self.snapshot().await?.state() {
                    now if now == state => return Ok(()),
                    now @ ("ready" | "failed") => {
                        return Err(Failure::new(format!("{path}: data-state is {now}, expected {state}")));
                    }
                    _ => sleep(Duration::from_millis(50)).await,
                }
            }
        });
        reached.await.map_err(|_| Failure::new(format!("{path}: data-state is not {state} within 30 s")))??;
        self.settle().await
    }

    /// Loads a path of the site or an absolute URL, without waiting for the widget.
    pub async fn load(&self, path: &str) -> Outcome {
        let origin = if path.starts_with('/') { self.servers.host.origin() } else { String::new() };
        Ok(self.client.goto(&format!("{origin}{path}")).await?)
    }

    /// Waits until the widget's DOM stops changing. On a slow machine, rendering takes several frames.
    pub async fn settle(&self) -> Outcome {
        let script = "
            const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
            let changed = false;
            const observer = new MutationObserver(() => (changed = true));
            const all = { subtree: true, childList: true, characterData: true, attributes: true };
            for (const { shadowRoot } of document.querySelectorAll('aura-serviceaftale')) {
              if (shadowRoot) observer.observe(shadowRoot, all);
            }
            await frames();
            for (let round = 0; changed && round < 20; round += 1) {
              changed = false;
              await frames();
            }
            observer.disconnect();";
        self.execute_async(script, vec![]).await?;
        Ok(())
    }

    /// Waits until the condition holds, for at most about twenty seconds. `description` is used in the failure.
    ///
    /// # Errors
    ///
    /// When the condition does not hold in time.
    pub async fn wait_until(&self, description: &str, condition: impl AsyncFn() -> Outcome<bool>) -> Outcome {
        for _ in 0..200 {
            if condition().await? {
                return Ok(());
            }
            sleep(Duration::from_millis(100)).await;
        }
        Err(Failure::new(format!("timed out waiting until {description}")))
    }

    /// Waits for a download, deletes it, and returns its name and text.
    ///
    /// # Errors
    ///
    /// When there is no download within about twenty seconds.
    pub async fn take_download(&self) -> Outcome<(String, String)> {
        for _ in 0..200 {
            for entry in fs::read_dir(&self.downloads)?.flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                // Browsers rename a complete download; Firefox also creates an empty file with the final name first.
                let unfinished = name.starts_with('.')
                    || [".crdownload", ".part", ".wkdownload"].iter().any(|end| name.ends_with(end));
                // A file that is being renamed may no longer exist.
                let text = fs::read_to_string(entry.path()).unwrap_or_default();
                let text = if unfinished { String::new() } else { text };
                if !text.is_empty() {
                    fs::remove_file(entry.path())?;
                    return Ok((name, text));
                }
            }
            sleep(Duration::from_millis(100)).await;
        }
        Err(Failure::new("timed out waiting for a download"))
    }

    /// A snapshot of what the widget shows.
    pub async fn snapshot(&self) -> Outcome<PageSnapshot> {
        Ok(PageSnapshot::new(self.execute(&format!("{SNAPSHOT_JS} return snapshot();"), vec![]).await?))
    }

    /// Executes a script, which may `await`, and takes the snapshot in the same task in which it ends.
    ///
    /// # Errors
    ///
    /// When the script throws.
    pub async fn snapshot_after(&self, script: &str) -> Outcome<PageSnapshot> {
        Ok(PageSnapshot::new(self.execute_async(&format!("{SNAPSHOT_JS} {script} return snapshot();"), vec![]).await?))
    }

    /// The deadline of an answer; see [`PageSnapshot::answer`].
    pub async fn answer(&self, agreement: &str, kind: &str) -> Outcome<String> {
        self.snapshot().await?.answer(agreement, kind)
    }

    /// One channel of an agreement; see [`PageSnapshot::channel`].
    pub async fn channel(&self, agreement: &str, kind: &str) -> Outcome<Channel> {
        self.snapshot().await?.channel(agreement, kind)
    }

    /// The coming maintenance windows; see [`PageSnapshot::windows`].
    pub async fn windows(&self) -> Outcome<Vec<Window>> {
        self.snapshot().await?.windows()
    }

    /// The visible text; see [`PageSnapshot::text`].
    pub async fn text(&self) -> Outcome<String> {
        Ok(self.snapshot().await?.text())
    }

    /// Whether the element of the host page with this selector and its text are visible.
    ///
    /// # Errors
    ///
    /// When there is no such element.
    pub async fn is_visible(&self, selector: &str) -> Outcome<bool> {
        let script = "const element = document.querySelector(arguments[0]);
                      const { width, height } = element.getBoundingClientRect();
                      return document.body.innerText.includes(element.textContent) && width > 0 && height > 0;";
        Ok(self.execute(script, vec![json!(selector)]).await? == json!(true))
    }

    /// Opens all closed `<details>` elements of the widget.
    pub async fn expand_all(&self) -> Outcome {
        let script = "for (const summary of document.querySelector('aura-serviceaftale').shadowRoot
                        .querySelectorAll('details:not([open]) > summary')) summary.click();";
        self.execute(script, vec![]).await?;
        self.settle().await
    }

    /// Descriptions of the elements that make the page scroll horizontally; empty if it does not scroll.
    pub async fn overflow(&self) -> Outcome<Vec<String>> {
        Ok(strings(&self.execute(OVERFLOW_JS, vec![]).await?))
    }

    /// The fake clock of this page.
    pub fn clock(&self) -> Clock<'_> {
        Clock(self)
    }

    /// The paths of all requests to the page's origin so far.
    pub fn requests(&self) -> Vec<String> {
        self.servers.host.requests()
    }

    /// The paths of all requests to the widget's origin so far, which may be the page's origin too.
    pub fn widget_requests(&self) -> Vec<String> {
        self.servers.widget().requests()
    }

    /// The widget's origin, for example `http://127.0.0.1:40123`.
    pub fn widget_origin(&self) -> String {
        self.servers.widget().origin()
    }

    /// A description of the page for the failure message of a test.
    pub(crate) async fn report(&self) -> String {
        let url = self.client.current_url().await.map_or_else(|error| error.to_string(), |url| url.to_string());
        let lines = |records: &[Record]| records.iter().map(|record| format!("{record:?}\n")).collect::<String>();
        let recorded = self.recording().await.map_or_else(|error| error.to_string(), |found| lines(&found.0));
        let log = self.driver_log().await.map_or_else(|error| error.to_string(), |lines| lines.join("\n"));
        let html = self.snapshot().await.map_or_else(|error| error.to_string(), |snapshot| snapshot.html().to_owned());
        let html: String = html.chars().take(MAX_REPORTED_HTML).collect();
        let (requests, widget_requests) = (self.requests(), self.widget_requests());
        format!(
            "--- page: {url}\n--- requests: {requests:?}\n--- requests to the widget's origin: {widget_requests:?}\n\
             --- recorded:\n{recorded}{log}\n--- markup (first {MAX_REPORTED_HTML} characters):\n{html}"
        )
    }
}
