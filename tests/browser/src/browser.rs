//! What is asked of the browser itself, rather than of the page in it?

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::{Engine, Failure, Outcome, Page};

/// The key under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The colour scheme that the visitor prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// `prefers-color-scheme: light`.
    Light,
    /// `prefers-color-scheme: dark`.
    Dark,
}

impl Page {
    /// The browser that shows this page.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Shows the page this many CSS pixels wide, without loading it again. WebKitGTK's window has at least 290.
    ///
    /// # Errors
    ///
    /// When the page does not become that wide.
    pub async fn widen_to(&self, width: u32) -> Outcome {
        match self.engine {
            Engine::Chromium => {
                let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
            }
            // The window itself has at least 500.
            Engine::Firefox => {
                let style =
                    "Object.assign(gBrowser.selectedBrowser.style, { flex: 'none', width: `${arguments[0]}px` });";
                self.run_in_window(style, vec![json!(width)]).await?;
            }
            Engine::WebKit => {
                self.ask(Method::POST, "window/rect", json!({ "width": width, "height": 920 })).await?;
            }
        }
        self.settle().await?;
        match self.run("return innerWidth;", vec![]).await? {
            found if found == json!(width) => Ok(()),
            found => Err(Failure::new(format!("the page is {found} px wide, not {width}"))),
        }
    }

    /// The whole page as a PNG, as a screen would show it that is tall enough for all of it.
    ///
    /// # Errors
    ///
    /// In other engines than Chromium.
    pub async fn picture(&self) -> Outcome<Vec<u8>> {
        let size = self.run("return [innerWidth, document.documentElement.scrollHeight];", vec![]).await?;
        let all = json!({ "width": size.get(0), "height": size.get(1), "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", all).await?;
        self.settle().await?;
        Ok(self.client.screenshot().await?)
    }

    /// Gives the page a processor that is so many times slower.
    ///
    /// # Errors
    ///
    /// In other engines than Chromium.
    pub async fn slow_down(&self, times: u32) -> Outcome {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await.map(|_| ())
    }

    /// Prefers a colour scheme, and no motion (half a transition has half its contrast).
    ///
    /// # Errors
    ///
    /// In WebKitGTK, which reads its settings once, when it starts: see [`Visit::preferring`](crate::Visit::preferring).
    pub async fn prefer(&self, scheme: Scheme) -> Outcome {
        match self.engine {
            Engine::Chromium => {
                let value = if scheme == Scheme::Dark { "dark" } else { "light" };
                let features = json!([
                    { "name": "prefers-color-scheme", "value": value },
                    { "name": "prefers-reduced-motion", "value": "reduce" },
                ]);
                self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
            }
            Engine::Firefox => {
                let set = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0]);
                           Services.prefs.setIntPref('ui.prefersReducedMotion', 1);";
                let light = u8::from(scheme == Scheme::Light);
                self.run_in_window(set, vec![json!(light)]).await?;
            }
            Engine::WebKit => return Err(Failure::new("WebKitGTK changes its colour scheme only when it starts")),
        }
        self.settle().await
    }

    /// The colour scheme that the page is asked to have.
    pub async fn scheme(&self) -> Outcome<Scheme> {
        let dark = self.run("return matchMedia('(prefers-color-scheme: dark)').matches;", vec![]).await?;
        Ok(if dark == json!(true) { Scheme::Dark } else { Scheme::Light })
    }

    /// The browser's own zone, and the hour there at `instant`: the proof that a test runs where it says.
    pub async fn zone_and_hour(&self, instant: &str) -> Outcome<(String, u64)> {
        let script = "return [Intl.DateTimeFormat().resolvedOptions().timeZone, new Date(arguments[0]).getHours()];";
        let found = self.run(script, vec![json!(instant)]).await?;
        let zone = found.get(0).and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok((zone, found.get(1).and_then(Value::as_u64).unwrap_or(99)))
    }

    /// Everything that was said which somebody would have to look into: see
    /// [`Recorded::complaints`](crate::Recorded::complaints). In Chromium also what its driver's log has.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        let recorded = self.recorded().await?;
        let recorded = recorded.complaints().into_iter().map(|record| format!("{record:?}"));
        Ok(recorded.chain(self.log().await?).collect())
    }

    /// What Chromium's driver has logged since the session began, as `LEVEL: message`: the console of every page and
    /// frame, also of those that another server served, resources that could not be had, and what the browser itself
    /// finds wrong. Empty in the other engines, whose drivers have no such command.
    pub async fn log(&self) -> Outcome<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let new = self.ask(Method::POST, "se/log", json!({ "type": "browser" })).await?;
        let line = |entry: &Value| {
            let part = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            format!("{}: {}", part("level"), part("message"))
        };
        let mut log = self.log.borrow_mut();
        log.extend(new.as_array().map_or(&[][..], Vec::as_slice).iter().map(line));
        Ok(log.clone())
    }

    /// Runs a script in the page; what it returns comes back as JSON.
    ///
    /// # Errors
    ///
    /// When the script throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Runs a script that may `await`.
    ///
    /// # Errors
    ///
    /// When the script throws, or takes over a minute.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        // The drivers' own limit comes later, and in WebKit not at all.
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const after = globalThis.__after ?? ((time) => new Promise((late) => setTimeout(late, time)));
             const late = after(60_000).then(() => {{ throw 'the script did not end within a minute'; }});
             Promise.race([(async () => {{ {script} }})(), late])
               .then((value) => done({{ value: value ?? null }}), (error) => done({{ error: String(error) }}));"
        );
        let ended = self.client.execute_async(&script, arguments).await?;
        match ended.get("error").and_then(Value::as_str) {
            Some(error) => Err(Failure::new(format!("in the page: {error}"))),
            None => Ok(ended.get("value").cloned().unwrap_or_default()),
        }
    }

    pub(crate) async fn computed(&self, element: &str, what: &str) -> Outcome<String> {
        let found = self.ask(Method::GET, &format!("element/{element}/{what}"), Value::Null).await?;
        Ok(found.as_str().unwrap_or_default().trim().to_owned())
    }

    /// Runs a script in Firefox's own window, around the page.
    async fn run_in_window(&self, script: &str, arguments: Vec<Value>) -> Outcome {
        self.ask(Method::POST, "moz/context", json!({ "context": "chrome" })).await?;
        let ended = self.run(script, arguments).await;
        self.ask(Method::POST, "moz/context", json!({ "context": "content" })).await?;
        ended.map(|_| ())
    }

    /// A command of the DevTools protocol, for tests that run [in Chromium](crate::Visit::in_chromium).
    ///
    /// # Errors
    ///
    /// When the command fails; in the other engines always.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        self.ask(Method::POST, "goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    /// A WebDriver command that fantoccini has no name for.
    pub(crate) async fn ask(&self, method: Method, path: &str, body: Value) -> Outcome<Value> {
        Ok(self.client.issue_cmd(Command { method, path: path.to_owned(), body }).await?)
    }
}

/// The id of an element that a script returned.
pub(crate) fn element(found: Option<&Value>) -> &str {
    found.and_then(|found| found.get(ELEMENT)).and_then(Value::as_str).unwrap_or("none")
}

/// A list of strings that a script returned.
pub(crate) fn sentences(found: &Value) -> Vec<String> {
    found.as_array().map_or(&[][..], Vec::as_slice).iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[derive(Debug)]
struct Command {
    method: Method,
    path: String,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _url: &Url) -> (Method, Option<String>) {
        let body = (self.method != Method::GET).then(|| self.body.to_string());
        (self.method.clone(), body)
    }
}
