//! Serves a site to this machine only. With `--watch`, open pages are told of each build ([`live`]).

pub(crate) mod live;

use crate::run::say;
use anyhow::Result;
use live::Live;
use percent_encoding::percent_decode_str;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// Several threads, so that a slow client does not block the others.
const WORKERS: usize = 4;

type Answer = Response<io::Cursor<Vec<u8>>>;

/// Serves until it is interrupted.
pub(crate) fn serve(site: &Path, port: u16, live: Option<&Live>) -> Result<()> {
    serve_from(listen(port)?, site, live)
}

pub(crate) fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|problem| match problem.kind() {
        ErrorKind::AddrInUse => {
            anyhow::anyhow!("port {port} is taken; `cargo xtask serve --port 0` picks a free one")
        }
        ErrorKind::PermissionDenied => {
            anyhow::anyhow!("port {port} is not for everyone; `cargo xtask serve --port 0` picks a free one")
        }
        _ => anyhow::Error::from(problem).context(format!("port {port} cannot be served on")),
    })
}

pub(crate) fn serve_from(listener: TcpListener, site: &Path, live: Option<&Live>) -> Result<()> {
    let address = listener.local_addr()?;
    let server = Server::from_listener(listener, None).map_err(anyhow::Error::from_boxed)?;
    say(&format!("Serving {}; press Ctrl-C to end", site.display()));
    println!("http://{address}/");
    io::stdout().flush()?;
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                for request in server.incoming_requests() {
                    reply(site, live, request);
                }
            });
        }
    });
    Ok(())
}

fn reply(site: &Path, live: Option<&Live>, request: Request) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let answer = match (request.method(), live) {
        (Method::Get, Some(live)) if path == live::STREAM => return live.join(request),
        (Method::Get, Some(_)) if path == live::SCRIPT => {
            with_type(Response::from_data(live::CLIENT), "text/javascript")
        }
        (Method::Get | Method::Head, _) => answer(site, live, &path),
        _ => {
            Response::from_string("only GET and HEAD\n").with_status_code(405).with_header(header("Allow", "GET, HEAD"))
        }
    };
    // Pages of other origins may use the widget, and rebuilt files must not come from the cache.
    let answer =
        answer.with_header(header("Access-Control-Allow-Origin", "*")).with_header(header("Cache-Control", "no-cache"));
    // Ignore clients that have disconnected.
    let _ = request.respond(answer);
}

fn answer(site: &Path, live: Option<&Live>, address: &str) -> Answer {
    let found = file(address).and_then(|path| {
        let path = site.join(path);
        let path = if path.is_dir() { path.join("index.html") } else { path };
        Some((fs::read(&path).ok()?, path))
    });
    match (found, live) {
        (Some((page, path)), Some(live)) if path.extension().is_some_and(|extension| extension == "html") => {
            with_type(Response::from_data(live.with_script(page)), "text/html")
        }
        (Some((content, path)), _) => {
            let media_type = mime_guess::from_path(path).first_or_octet_stream();
            with_type(Response::from_data(content), media_type.essence_str())
        }
        // Until the first build succeeds.
        (None, Some(live)) if address == "/" => with_type(Response::from_data(live.waiting()), "text/html"),
        (None, _) => Response::from_string("not found\n").with_status_code(404),
    }
}

fn with_type(answer: Answer, media_type: &str) -> Answer {
    let charset = if media_type.starts_with("text/") { "; charset=utf-8" } else { "" };
    answer.with_header(header("Content-Type", &format!("{media_type}{charset}")))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("the names and values here are ASCII")
}

/// The file of an address, relative to the site; None for an address outside the site.
fn file(address: &str) -> Option<PathBuf> {
    let path = percent_decode_str(address.trim_start_matches('/')).decode_utf8().ok()?;
    let path = PathBuf::from(path.as_ref());
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::{answer, file};
    use crate::files;
    use std::path::PathBuf;

    #[test]
    fn an_address_names_a_file_of_the_site() {
        assert_eq!(file("/"), Some(PathBuf::new()));
        assert_eq!(file("/a%20b/c.html"), Some(PathBuf::from("a b/c.html")));
    }

    #[test]
    fn no_address_leads_out_of_the_site() {
        for address in ["/../Cargo.toml", "/a/../../b", "/%2e%2e/b", "/..%2fb", "/%ff"] {
            assert_eq!(file(address), None, "{address}");
        }
        assert_eq!(file("//etc/passwd"), Some(PathBuf::from("etc/passwd")));
    }

    #[test]
    fn every_file_of_ours_has_its_type() {
        let site = tempfile::tempdir().expect("a folder can be made");
        let expected = [
            ("index.html", "text/html; charset=utf-8"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.css", "text/css; charset=utf-8"),
            ("a.csv", "text/csv; charset=utf-8"),
            ("a.json", "application/json"),
            ("a.wasm", "application/wasm"),
            ("a.unheard-of", "application/octet-stream"),
        ];
        for (name, media_type) in expected {
            files::write(&site.path().join(name), "").expect("a file can be written");
            let answer = answer(site.path(), None, &format!("/{name}"));
            let given = answer.headers().iter().find(|header| header.field.equiv("Content-Type"));
            assert_eq!(given.map(|header| header.value.as_str()), Some(media_type), "{name}");
        }
        assert_eq!(answer(site.path(), None, "/").status_code(), 200);
        assert_eq!(answer(site.path(), None, "/b.js").status_code(), 404);
    }
}
