//! Test web server on a free port of 127.0.0.1.
//!
//! It serves the files of one folder and records the requests. Tests can add files, override responses, and add a fake
//! clock to every page.

mod host;
mod response;
mod scripts;
mod server;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::{env, fs};

pub use host::Host;
pub(crate) use host::Servers;
pub use response::ResponseOverride;

use crate::site::response::Response;
use crate::{Failure, Outcome};

/// A folder to serve, with additional files and response overrides.
#[derive(Clone)]
pub struct Site {
    folder: Option<PathBuf>,
    added: BTreeMap<String, Vec<u8>>,
    /// Other sites under path prefixes.
    mounted: Vec<(String, Site)>,
    overrides: Vec<(String, ResponseOverride)>,
    policy: Option<String>,
    clock_starts_at: Option<String>,
    without_recorder: bool,
}

/// The values of `{host}` and `{widget}`.
#[derive(Debug, Clone)]
struct Origins {
    host: String,
    widget: String,
}

impl Site {
    /// The built release in the folder `AURA_DIST`.
    ///
    /// # Errors
    ///
    /// When `AURA_DIST` is not set or has no `index.html`.
    pub fn release() -> Outcome<Self> {
        let folder = env::var_os("AURA_DIST").map(PathBuf::from).ok_or_else(|| {
            Failure::new("AURA_DIST is not set: run `cargo xtask test`, which builds the release and sets it")
        })?;
        if folder.join("index.html").is_file() {
            return Ok(Self { folder: Some(folder), ..Self::empty() });
        }
        Err(Failure::new(format!(
            "AURA_DIST={}: no index.html in this folder; set an absolute path, or run `cargo xtask test`",
            folder.display()
        )))
    }

    /// A site without files.
    pub(crate) fn empty() -> Self {
        Self {
            folder: None,
            added: BTreeMap::new(),
            mounted: Vec::new(),
            overrides: Vec::new(),
            policy: None,
            clock_starts_at: None,
            without_recorder: false,
        }
    }

    /// Reads a text file of the folder.
    ///
    /// # Errors
    ///
    /// When the file does not exist or is not UTF-8.
    pub fn read_text(&self, path: &str) -> Outcome<String> {
        let file = self.folder.as_deref().unwrap_or(Path::new("")).join(path);
        fs::read_to_string(file).map_err(|error| Failure::new(format!("{path}: {error}")))
    }

    /// Adds a file. In a page, `{widget}` and `{host}` are replaced by the two origins of [`Host`].
    #[must_use]
    pub fn with_file(mut self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        self.added.insert(path.to_owned(), content.into());
        self
    }

    /// Serves another site under this path, so that one browser session can open several sites.
    #[must_use]
    pub fn mount(mut self, path: &str, site: Self) -> Self {
        self.mounted.push((format!("{path}/"), site));
        self
    }

    /// Overrides the response for every path that contains `part`.
    #[must_use]
    pub fn with_override(mut self, part: &str, change: ResponseOverride) -> Self {
        self.overrides.push((part.to_owned(), change));
        self
    }

    /// Responds with status 404 to every path that contains `part`.
    #[must_use]
    pub fn without(self, part: &str) -> Self {
        self.with_override(part, ResponseOverride::Status(404))
    }

    /// Removes the CORS headers, so that pages of other origins cannot read the responses.
    #[must_use]
    pub fn without_cors(self) -> Self {
        self.with_override("", ResponseOverride::NoCors)
    }

    /// Sets the content security policy of the pages, with `{widget}` and `{host}` for the two origins. The test
    /// scripts, and nothing else, are added to the allowed sources.
    #[must_use]
    pub fn with_csp(mut self, policy: &str) -> Self {
        self.policy = Some(policy.to_owned());
        self
    }

    /// Adds the fake clock (`js/clock.js`) to every page, before all other scripts. It is set to `instant` and stands
    /// still.
    #[must_use]
    pub fn with_clock_at(mut self, instant: &str) -> Self {
        self.clock_starts_at = Some(instant.to_owned());
        self
    }

    /// Adds no test scripts to the pages, so that they do not affect measurements.
    /// [`Page::recording`](crate::Page::recording) and [`Page::open`](crate::Page::open) do not work then; use the
    /// driver's log and [`Page::load`](crate::Page::load).
    #[must_use]
    pub fn without_recorder(mut self) -> Self {
        self.without_recorder = true;
        self
    }

    fn response(&self, path: &str, origins: &Origins) -> Response {
        // Overrides do not apply to the test scripts.
        if let Some(script) = scripts::script(path) {
            return Response::file(content_type(path), script.into());
        }
        for (prefix, site) in &self.mounted {
            if let Some(rest) = path.strip_prefix(prefix.as_str()) {
                return site.response(&format!("/{rest}"), origins);
            }
        }
        let mut response = match self.body(path) {
            Some(body) => Response::file(content_type(path), body),
            None if path == "/favicon.ico" => Response::without_file(204),
            None => Response::without_file(404),
        };
        for (_, change) in self.overrides.iter().filter(|(part, _)| path.contains(part.as_str())) {
            response.apply(change, origins);
        }
        if response.status == 200 && content_type(path) == PAGE {
            self.finish_page(&mut response, origins);
        }
        response
    }

    fn finish_page(&self, response: &mut Response, origins: &Origins) {
        let policy = self.policy.as_ref().map(|policy| origins.substitute(policy));
        if let Some(policy) = &policy {
            response.set("Content-Security-Policy", &scripts::allow_scripts(policy, &origins.host));
        }
        // One character for each byte, which works for every encoding that extends ASCII.
        let page: String = response.body.iter().copied().map(char::from).collect();
        let page = origins.substitute(&page);
        let page = if self.without_recorder {
            page
        } else {
            scripts::insert_scripts(&page, self.clock_starts_at.as_deref(), policy.as_deref())
        };
        response.body = page.chars().filter_map(|character| u8::try_from(character).ok()).collect();
    }

    fn body(&self, path: &str) -> Option<Vec<u8>> {
        if let Some(added) = self.added.get(path) {
            return Some(added.clone());
        }
        let relative = match path.trim_start_matches('/') {
            "" => "index.html".to_owned(),
            folder if folder.ends_with('/') => format!("{folder}index.html"),
            file => file.to_owned(),
        };
        let stays_inside = Path::new(&relative).components().all(|part| matches!(part, Component::Normal(_)));
        let folder = self.folder.as_ref().filter(|_| stays_inside)?;
        fs::read(folder.join(relative)).ok()
    }
}

impl Origins {
    fn substitute(&self, text: &str) -> String {
        text.replace("{widget}", &self.widget).replace("{host}", &self.host)
    }
}

const PAGE: &str = "text/html; charset=utf-8";

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => PAGE,
    }
}
