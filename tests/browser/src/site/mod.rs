//! What does the browser get when it asks for a path?
//!
//! A server of a few hundred lines on a free port of 127.0.0.1: it hands out the files of one folder and remembers what
//! it was asked for. A test may add files, answer badly, or put a clock of its own into every page.

mod answer;
mod host;
mod scripts;
mod server;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::{env, fs};

pub use answer::Answer;
pub use host::Host;
pub(crate) use host::Servers;

use crate::site::answer::Response;
use crate::{Failure, Outcome};

/// A folder to serve, with what the test adds to it and changes in it.
#[derive(Clone)]
pub struct Site {
    folder: Option<PathBuf>,
    added: BTreeMap<String, Vec<u8>>,
    /// Other sites under paths of this one.
    under: Vec<(String, Site)>,
    answers: Vec<(String, Answer)>,
    policy: Option<String>,
    clock_starts_at: Option<String>,
    unrecorded: bool,
}

/// What `{host}` and `{widget}` stand for.
#[derive(Debug, Clone)]
struct Origins {
    host: String,
    widget: String,
}

impl Site {
    /// The built release, in the folder that `AURA_DIST` names.
    ///
    /// # Errors
    ///
    /// When `AURA_DIST` is not set, or names no folder with an `index.html`.
    pub fn release() -> Outcome<Self> {
        let folder = env::var_os("AURA_DIST").map(PathBuf::from).ok_or_else(|| {
            Failure::new("AURA_DIST is not set: run `cargo xtask test`, which builds the release and sets it")
        })?;
        if folder.join("index.html").is_file() {
            return Ok(Self { folder: Some(folder), ..Self::empty() });
        }
        Err(Failure::new(format!(
            "AURA_DIST={}: there is no index.html in it; give an absolute path, or run `cargo xtask test`",
            folder.display()
        )))
    }

    /// No files but those that are added.
    pub(crate) fn empty() -> Self {
        Self {
            folder: None,
            added: BTreeMap::new(),
            under: Vec::new(),
            answers: Vec::new(),
            policy: None,
            clock_starts_at: None,
            unrecorded: false,
        }
    }

    /// The text of one file of the folder.
    ///
    /// # Errors
    ///
    /// When the file is not there or is no text.
    pub fn text_of(&self, path: &str) -> Outcome<String> {
        let file = self.folder.as_deref().unwrap_or(Path::new("")).join(path);
        fs::read_to_string(file).map_err(|error| Failure::new(format!("{path}: {error}")))
    }

    /// Also serves `content` at `path`. In a page `{widget}` and `{host}` are the two origins of [`Host`].
    #[must_use]
    pub fn with_file(mut self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        self.added.insert(path.to_owned(), content.into());
        self
    }

    /// Also serves another site under this path: a browser that visits both need not be started twice.
    #[must_use]
    pub fn with_site(mut self, path: &str, site: Self) -> Self {
        self.under.push((format!("{path}/"), site));
        self
    }

    /// Changes how every path that has `part` in it is answered.
    #[must_use]
    pub fn answering(mut self, part: &str, answer: Answer) -> Self {
        self.answers.push((part.to_owned(), answer));
        self
    }

    /// Answers 404 to every path that has `part` in it.
    #[must_use]
    pub fn without(self, part: &str) -> Self {
        self.answering(part, Answer::Status(404))
    }

    /// Lets no page of another origin read anything; without this every page may.
    #[must_use]
    pub fn without_cors(self) -> Self {
        self.answering("", Answer::WithoutCors)
    }

    /// Sends this content security policy with every page, in which `{widget}` and `{host}` are the two origins. It is
    /// given leave for the test's own scripts, and for nothing else.
    #[must_use]
    pub fn with_csp(mut self, policy: &str) -> Self {
        self.policy = Some(policy.to_owned());
        self
    }

    /// Puts the test's clock (`js/clock.js`) first into every page; it stands at `instant` until the test moves it.
    #[must_use]
    pub fn with_clock_at(mut self, instant: &str) -> Self {
        self.clock_starts_at = Some(instant.to_owned());
        self
    }

    /// Puts nothing of the test's own into the pages: what is measured must not wait for the recorder. Instead of
    /// [`Page::recorded`](crate::Page::recorded) there is what the driver can tell, and a page is to be
    /// [loaded](crate::Page::load) rather than opened.
    #[must_use]
    pub fn unrecorded(mut self) -> Self {
        self.unrecorded = true;
        self
    }

    fn response(&self, path: &str, origins: &Origins) -> Response {
        // However the site answers, the test's own scripts are there.
        if let Some(script) = scripts::script(path) {
            return Response::file(kind_of(path), script.into());
        }
        for (under, site) in &self.under {
            if let Some(rest) = path.strip_prefix(under.as_str()) {
                return site.response(&format!("/{rest}"), origins);
            }
        }
        let mut response = match self.body(path) {
            Some(body) => Response::file(kind_of(path), body),
            None if path == "/favicon.ico" => Response::without_file(204),
            None => Response::without_file(404),
        };
        for (_, answer) in self.answers.iter().filter(|(part, _)| path.contains(part.as_str())) {
            response.change(answer, origins);
        }
        if response.status == 200 && kind_of(path) == PAGE {
            self.finish_page(&mut response, origins);
        }
        response
    }

    fn finish_page(&self, response: &mut Response, origins: &Origins) {
        let policy = self.policy.as_ref().map(|policy| origins.named_in(policy));
        if let Some(policy) = &policy {
            response.set("Content-Security-Policy", &scripts::admitted_by(policy, &origins.host));
        }
        // A character for each byte, so that a page may be in any encoding that has ASCII in it.
        let page: String = response.body.iter().copied().map(char::from).collect();
        let page = origins.named_in(&page);
        let page = if self.unrecorded {
            page
        } else {
            scripts::first_on(&page, self.clock_starts_at.as_deref(), policy.as_deref())
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
    fn named_in(&self, text: &str) -> String {
        text.replace("{widget}", &self.widget).replace("{host}", &self.host)
    }
}

const PAGE: &str = "text/html; charset=utf-8";

fn kind_of(path: &str) -> &'static str {
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
