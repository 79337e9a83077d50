//! `cargo xtask serve`: development build and local web server.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use tiny_http::{Header, Request, Response, Server};

use crate::calendars;
use crate::editor;
use crate::failure::{Failure, Outcome};
use crate::page;
use crate::project::{self, Project};
use crate::wasm::{self, BuildKind};

/// The port that is used unless `--port` is given.
pub const DEFAULT_PORT: u16 = 8080;

/// Builds the page and serves it on 127.0.0.1 until the program is interrupted.
///
/// # Errors
/// When the port is not available or the build fails.
pub fn run(port: u16) -> Outcome {
    let project = Project::locate()?;
    // Bind the port before the build, which takes a minute and would be wasted if the port is in use.
    let server = Server::http(("127.0.0.1", port)).map_err(|error| unavailable(port, error.as_ref()))?;
    let folder = build_folder(&project)?;
    let address = server.server_addr();
    println!("serving {} on http://{address}/ (press Ctrl-C to stop)", folder.display());
    for request in server.incoming_requests() {
        respond(&folder, request);
    }
    Ok(())
}

/// Builds the folder to serve: the pages, the unbundled files of static/, the wasm files and their glue.
fn build_folder(project: &Project) -> Outcome<PathBuf> {
    let folder = project.target.join("serve");
    let published = folder.join("v1");
    project::empty_folder(&published)?;
    wasm::build(project, BuildKind::Serve, &published)?;
    editor::build(project, BuildKind::Serve, &published)?;
    for file in project::files_below(&project.root.join("static"))? {
        project::copy(&file, &published.join(file.file_name().unwrap_or_default()))?;
    }
    project::copy(&project.root.join("static/offline.js"), &folder.join("offline.js"))?;
    page::publish(project, &folder)?;
    calendars::publish(project, &folder)?;
    Ok(folder)
}

fn unavailable(port: u16, error: &(dyn std::error::Error + 'static)) -> Failure {
    let kind = error.downcast_ref::<io::Error>().map(io::Error::kind);
    let reason = match kind {
        Some(io::ErrorKind::AddrInUse) => "the port is in use".to_owned(),
        _ => error.to_string(),
    };
    Failure::new(format!(
        "cannot serve on 127.0.0.1, port {port}: {reason}. Choose another port: cargo xtask serve --port {}",
        if port == DEFAULT_PORT { DEFAULT_PORT + 1 } else { DEFAULT_PORT }
    ))
}

fn respond(folder: &Path, request: Request) {
    let file = relative_file(request.url()).map(|file| folder.join(file));
    let found = file.and_then(|file| Some((fs::read(&file).ok()?, content_type(&file))));
    let sent = match found {
        Some((bytes, content_type)) => {
            let mut response = Response::from_data(bytes);
            // The browser must not show an earlier build from its cache.
            for (name, value) in [("Content-Type", content_type), ("Cache-Control", "no-store")] {
                if let Ok(header) = Header::from_bytes(name, value) {
                    response.add_header(header);
                }
            }
            request.respond(response)
        }
        None => request.respond(Response::from_string("Not found\n").with_status_code(404)),
    };
    // A browser may close the connection early; that is not an error.
    drop(sent);
}

/// The file for a request path, relative to the served folder; `None` for a path that would leave the folder.
fn relative_file(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let file = if path.is_empty() { Path::new("index.html") } else { Path::new(path) };
    file.components().all(|part| matches!(part, Component::Normal(_))).then(|| file.to_owned())
}

/// The MIME type for the file's extension. Browsers require the right type for modules and for streaming wasm
/// compilation.
fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_file_type_has_a_mime_type() {
        let check = |file: &str, expected: &str| assert_eq!(content_type(Path::new(file)), expected, "{file}");
        check("index.html", "text/html; charset=utf-8");
        check("v1/page.js", "text/javascript; charset=utf-8");
        check("v1/widget.css", "text/css; charset=utf-8");
        check("v1/agreements.json", "application/json");
        check("calendar/service-window.ics", "text/calendar; charset=utf-8");
        check("v1/widget_bg.wasm", "application/wasm");
        check("v1/unknown", "application/octet-stream");
    }

    #[test]
    fn a_path_maps_to_a_file_inside_the_folder_or_to_none() {
        let check =
            |url: &str, expected: Option<&str>| assert_eq!(relative_file(url), expected.map(PathBuf::from), "{url}");
        check("/", Some("index.html"));
        check("/?agreement=pro&at=2026-04-03T15:00Z", Some("index.html"));
        check("/v1/page.js", Some("v1/page.js"));
        check("/v1/page.js?fresh#top", Some("v1/page.js"));
        check("/../Cargo.toml", None);
        check("/v1/../../Cargo.toml", None);
    }

    #[test]
    fn a_port_in_use_is_named_with_the_option() {
        let busy = io::Error::from(io::ErrorKind::AddrInUse);
        let message = unavailable(8080, &busy).to_string();
        assert!(message.contains("port 8080") && message.contains("--port 8081"), "{message}");
    }
}
