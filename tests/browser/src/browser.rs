//! Commands to the browser: window, screenshots, emulation, scripts, driver log.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::{Engine, Failure, Outcome, Page};

/// WebDriver's web element identifier.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The user's preferred colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColorScheme {
    /// `prefers-color-scheme: light`.
    Light,
    /// `prefers-color-scheme: dark`.
    Dark,
}

impl Page {
    /// The engine of the browser that shows this page.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Sets the width of the viewport in CSS pixels, without reloading the page. The minimum in WebKitGTK is 290.
    ///
    /// # Errors
    ///
    /// When the viewport does not get that width.
    pub async fn set_width(&self, width: u32) -> Outcome {
        match self.engine {
            Engine::Chromium => {
                let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
            }
            // The window itself cannot be narrower than 500 px.
            Engine::Firefox => {
                let style =
                    "Object.assign(gBrowser.selectedBrowser.style, { flex: 'none', width: `${arguments[0]}px` });";
                self.execute_in_chrome_context(style, vec![json!(width)]).await?;
            }
            Engine::WebKit => {
                self.webdriver(Method::POST, "window/rect", json!({ "width": width, "height": 920 })).await?;
            }
        }
        self.settle().await?;
        match self.execute("return innerWidth;", vec![]).await? {
            found if found == json!(width) => Ok(()),
            found => Err(Failure::new(format!("the viewport is {found} px wide, expected {width}"))),
        }
    }

    /// A PNG screenshot of the page in its full height.
    ///
    /// # Errors
    ///
    /// In engines other than Chromium.
    pub async fn full_page_screenshot(&self) -> Outcome<Vec<u8>> {
        let size = self.execute("return [innerWidth, document.documentElement.scrollHeight];", vec![]).await?;
        let all = json!({ "width": size.get(0), "height": size.get(1), "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", all).await?;
        self.settle().await?;
        Ok(self.client.screenshot().await?)
    }

    /// Slows down the page's CPU by this factor.
    ///
    /// # Errors
    ///
    /// In engines other than Chromium.
    pub async fn throttle_cpu(&self, factor: u32) -> Outcome {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": factor })).await.map(|_| ())
    }

    /// Sets the preferred colour scheme, and turns on reduced motion, because contrast is wrong during a transition.
    ///
    /// # Errors
    ///
    /// In WebKitGTK, which reads its settings only at start: see
    /// [`Session::with_color_scheme`](crate::Session::with_color_scheme).
    pub async fn set_color_scheme(&self, scheme: ColorScheme) -> Outcome {
        match self.engine {
            Engine::Chromium => {
                let value = if scheme == ColorScheme::Dark { "dark" } else { "light" };
                let features = json!([
                    { "name": "prefers-color-scheme", "value": value },
                    { "name": "prefers-reduced-motion", "value": "reduce" },
                ]);
                self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
            }
            Engine::Firefox => {
                let set = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0]);
                           Services.prefs.setIntPref('ui.prefersReducedMotion', 1);";
                let light = u8::from(scheme == ColorScheme::Light);
                self.execute_in_chrome_context(set, vec![json!(light)]).await?;
            }
            Engine::WebKit => return Err(Failure::new("WebKitGTK cannot change its colour scheme after start")),
        }
        self.settle().await
    }

    /// The colour scheme that the page sees in its media query.
    pub async fn color_scheme(&self) -> Outcome<ColorScheme> {
        let dark = self.execute("return matchMedia('(prefers-color-scheme: dark)').matches;", vec![]).await?;
        Ok(if dark == json!(true) { ColorScheme::Dark } else { ColorScheme::Light })
    }

    /// The browser's time zone, and the local hour there at `instant`.
    pub async fn time_zone_and_hour(&self, instant: &str) -> Outcome<(String, u64)> {
        let script = "return [Intl.DateTimeFormat().resolvedOptions().timeZone, new Date(arguments[0]).getHours()];";
        let found = self.execute(script, vec![json!(instant)]).await?;
        let zone = found.get(0).and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok((zone, found.get(1).and_then(Value::as_u64).unwrap_or(99)))
    }

    /// All recorded problems, see [`Recording::problems`](crate::Recording::problems), and in Chromium the driver's
    /// log.
    pub async fn problems(&self) -> Outcome<Vec<String>> {
        let recording = self.recording().await?;
        let recorded = recording.problems().into_iter().map(|record| format!("{record:?}"));
        Ok(recorded.chain(self.driver_log().await?).collect())
    }

    /// The log of Chromium's driver since the start of the session, as `LEVEL: message`: the console of every page and
    /// frame, including those from other servers, failed resources, and the browser's own warnings. Empty in the other
    /// engines, whose drivers have no such command.
    pub async fn driver_log(&self) -> Outcome<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let new_entries = self.webdriver(Method::POST, "se/log", json!({ "type": "browser" })).await?;
        let line = |entry: &Value| {
            let part = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            format!("{}: {}", part("level"), part("message"))
        };
        let mut log = self.log.borrow_mut();
        log.extend(new_entries.as_array().map_or(&[][..], Vec::as_slice).iter().map(line));
        Ok(log.clone())
    }

    /// Executes a script in the page and returns its result as JSON.
    ///
    /// # Errors
    ///
    /// When the script throws.
    pub async fn execute(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Executes a script that may `await`.
    ///
    /// # Errors
    ///
    /// When the script throws, or takes longer than a minute.
    pub async fn execute_async(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        // The drivers' own time-out is longer, and WebKit has none.
        let script = format!(
            "const callback = arguments[arguments.length - 1];
             const delay = globalThis.__after ?? ((time) => new Promise((resolve) => setTimeout(resolve, time)));
             const timeout = delay(60_000).then(() => {{ throw 'the script did not end within a minute'; }});
             Promise.race([(async () => {{ {script} }})(), timeout])
               .then((value) => callback({{ value: value ?? null }}), (error) => callback({{ error: String(error) }}));"
        );
        let result = self.client.execute_async(&script, arguments).await?;
        match result.get("error").and_then(Value::as_str) {
            Some(error) => Err(Failure::new(format!("in the page: {error}"))),
            None => Ok(result.get("value").cloned().unwrap_or_default()),
        }
    }

    /// An accessibility property of an element, `computedrole` or `computedlabel`.
    pub(crate) async fn computed(&self, element: &str, property: &str) -> Outcome<String> {
        let found = self.webdriver(Method::GET, &format!("element/{element}/{property}"), Value::Null).await?;
        Ok(found.as_str().unwrap_or_default().trim().to_owned())
    }

    /// Executes a script in the browser window of Firefox instead of the page.
    async fn execute_in_chrome_context(&self, script: &str, arguments: Vec<Value>) -> Outcome {
        self.webdriver(Method::POST, "moz/context", json!({ "context": "chrome" })).await?;
        let result = self.execute(script, arguments).await;
        self.webdriver(Method::POST, "moz/context", json!({ "context": "content" })).await?;
        result.map(|_| ())
    }

    /// Sends a DevTools protocol command. For tests that are [`chromium_only`](crate::Session::chromium_only).
    ///
    /// # Errors
    ///
    /// When the command fails, and always in engines other than Chromium.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        self.webdriver(Method::POST, "goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    /// Sends a WebDriver command that fantoccini has no method for.
    pub(crate) async fn webdriver(&self, method: Method, path: &str, body: Value) -> Outcome<Value> {
        Ok(self.client.issue_cmd(Command { method, path: path.to_owned(), body }).await?)
    }
}

/// The id of an element in the result of a script.
pub(crate) fn element_id(found: Option<&Value>) -> &str {
    found.and_then(|found| found.get(ELEMENT)).and_then(Value::as_str).unwrap_or("none")
}

/// The strings of a list in the result of a script.
pub(crate) fn strings(found: &Value) -> Vec<String> {
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
