//! How is the page put together and served while it is being worked on?

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use tiny_http::{Header, Request, Response, Server};

use crate::calendars;
use crate::failure::{Failure, Outcome};
use crate::page;
use crate::project::{self, Project};
use crate::wasm::{self, Purpose};

/// The port that is used when none is asked for.
pub const USUAL_PORT: u16 = 8080;

/// Builds the page and serves it on this machine alone, until the program is interrupted.
pub fn run(port: u16) -> Outcome {
    let project = Project::locate()?;
    // The port comes first: a minute's build for a port that is taken would be wasted.
    let server = Server::http(("127.0.0.1", port)).map_err(|error| unavailable(port, error.as_ref()))?;
    let folder = assemble(&project)?;
    let address = server.server_addr();
    println!("serving {} on http://{address}/ (Ctrl-C stops it)", folder.display());
    for request in server.incoming_requests() {
        answer(&folder, request);
    }
    Ok(())
}

/// The folder to serve: the pages, the files of static/ as they are, and the glue and wasm in files of their own.
fn assemble(project: &Project) -> Outcome<PathBuf> {
    let folder = project.target.join("serve");
    let published = folder.join("v1");
    project::empty_folder(&published)?;
    wasm::build(project, Purpose::Serving, &published)?;
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
        Some(io::ErrorKind::AddrInUse) => "another program holds it".to_owned(),
        _ => error.to_string(),
    };
    Failure::new(format!(
        "cannot serve on port {port} of 127.0.0.1: {reason}. Choose another port: cargo xtask serve --port {}",
        if port == USUAL_PORT { USUAL_PORT + 1 } else { USUAL_PORT }
    ))
}

fn answer(folder: &Path, request: Request) {
    let file = file_for(request.url()).map(|file| folder.join(file));
    let found = file.and_then(|file| Some((fs::read(&file).ok()?, content_type(&file))));
    let sent = match found {
        Some((bytes, content_type)) => {
            let mut response = Response::from_data(bytes);
            // A build that was just made must be what the browser shows.
            for (name, value) in [("Content-Type", content_type), ("Cache-Control", "no-store")] {
                if let Ok(header) = Header::from_bytes(name, value) {
                    response.add_header(header);
                }
            }
            request.respond(response)
        }
        None => request.respond(Response::from_string("Not found\n").with_status_code(404)),
    };
    // A browser that goes away before it has everything is nothing to stop for.
    drop(sent);
}

/// The file that a request's path names, below the served folder; nothing for a path that would leave it.
fn file_for(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let file = if path.is_empty() { Path::new("index.html") } else { Path::new(path) };
    file.components().all(|part| matches!(part, Component::Normal(_))).then(|| file.to_owned())
}

/// The MIME type by the file's ending. Browsers refuse modules, and compile wasm while it arrives, by this alone.
fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
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
    fn every_published_kind_of_file_has_its_mime_type() {
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
    fn a_path_names_a_file_inside_the_folder_or_none() {
        let check = |url: &str, expected: Option<&str>| assert_eq!(file_for(url), expected.map(PathBuf::from), "{url}");
        check("/", Some("index.html"));
        check("/?agreement=pro&at=2026-04-03T15:00Z", Some("index.html"));
        check("/v1/page.js", Some("v1/page.js"));
        check("/v1/page.js?fresh#top", Some("v1/page.js"));
        check("/../Cargo.toml", None);
        check("/v1/../../Cargo.toml", None);
    }

    #[test]
    fn a_busy_port_is_named_with_the_option() {
        let busy = io::Error::from(io::ErrorKind::AddrInUse);
        let message = unavailable(8080, &busy).to_string();
        assert!(message.contains("port 8080") && message.contains("--port 8081"), "{message}");
    }
}
