//! Serves the built site to this machine only.

use crate::run::say;
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

const PORT: u16 = 8080;

/// One that waits on a slow reader does not keep the others waiting.
const WORKERS: usize = 4;

type Answer = Response<std::io::Cursor<Vec<u8>>>;

/// Reads `--port N`.
pub(crate) fn port(arguments: &[String]) -> Result<u16> {
    let words: Vec<&str> = arguments.iter().flat_map(|argument| argument.splitn(2, '=')).collect();
    match words[..] {
        [] => Ok(PORT),
        ["--port", number] => {
            number.parse().with_context(|| format!("`{number}` is not a port: it is a number from 0 to 65535"))
        }
        _ => bail!("`serve` takes only `--port N`"),
    }
}

/// Serves until it is interrupted.
pub(crate) fn serve(site: &Path, port: u16) -> Result<()> {
    let listener = listen(port)?;
    let address = listener.local_addr()?;
    let server = Server::from_listener(listener, None).map_err(anyhow::Error::from_boxed)?;
    say("Serving target/www; press Ctrl-C to end");
    println!("http://{address}/");
    std::io::stdout().flush()?;
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                for request in server.incoming_requests() {
                    reply(site, request);
                }
            });
        }
    });
    Ok(())
}

fn listen(port: u16) -> Result<TcpListener> {
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

fn reply(site: &Path, request: Request) {
    let answer = match request.method() {
        Method::Get | Method::Head => answer(site, request.url()),
        _ => {
            Response::from_string("only GET and HEAD\n").with_status_code(405).with_header(header("Allow", "GET, HEAD"))
        }
    };
    // A reader that has gone away is no trouble of ours.
    let _ = request.respond(answer);
}

fn answer(site: &Path, address: &str) -> Answer {
    let found = file(address).and_then(|path| {
        let path = site.join(path);
        let path = if path.is_dir() { path.join("index.html") } else { path };
        Some((fs::read(&path).ok()?, mime(&path)))
    });
    let answer = match found {
        Some((content, mime)) => Response::from_data(content).with_header(header("Content-Type", mime)),
        None => Response::from_string("not found\n").with_status_code(404),
    };
    // As a host of the widget should: pages elsewhere may use it. And a rebuilt file is seen at once.
    answer.with_header(header("Access-Control-Allow-Origin", "*")).with_header(header("Cache-Control", "no-cache"))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("the names and values here are ASCII")
}

/// The file that an address names, relative to the site; none for an address that leads out of it.
fn file(address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?;
    let path = PathBuf::from(decode(path.trim_start_matches('/'))?);
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

/// Undoes `%20` and its like.
fn decode(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut decoded = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let (code, rest) = piece.split_at_checked(2)?;
        decoded.push(u8::from_str_radix(code, 16).ok()?);
        decoded.extend(rest.as_bytes());
    }
    String::from_utf8(decoded).ok()
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{file, port};
    use std::path::PathBuf;

    #[test]
    fn an_address_names_a_file_of_the_site() {
        assert_eq!(file("/"), Some(PathBuf::new()));
        assert_eq!(file("/a%20b/c.html?x=../y#z"), Some(PathBuf::from("a b/c.html")));
    }

    #[test]
    fn no_address_leads_out_of_the_site() {
        for address in ["/../Cargo.toml", "/a/../../b", "/%2e%2e/b", "/..%2fb", "/%", "/%zz", "/%ff"] {
            assert_eq!(file(address), None, "{address}");
        }
        assert_eq!(file("//etc/passwd"), Some(PathBuf::from("etc/passwd")));
    }

    #[test]
    fn the_port_is_read() {
        let read = |arguments: &[&str]| port(&arguments.iter().map(ToString::to_string).collect::<Vec<_>>()).ok();
        assert_eq!(read(&[]), Some(8080));
        assert_eq!(read(&["--port", "0"]), Some(0));
        assert_eq!(read(&["--port=9000"]), Some(9000));
        assert_eq!(read(&["--port"]), None);
        assert_eq!(read(&["--port", "70000"]), None);
    }
}
