//! `cargo xtask serve`: a static server for this computer only. It binds 127.0.0.1, answers GET and HEAD for files of
//! dist/site, and refuses every path that could leave that folder.

use crate::dist;
use crate::problem::{Outcome, Problem};
use crate::wasm::Profile;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

const FIRST_PORT: u16 = 8123;
const PORTS_TRIED: u16 = 50;

/// `cargo xtask serve [--dev] [--port N] [--no-build]`
pub fn command(arguments: &[String]) -> Outcome {
    let Options { profile, port, build } = options(arguments)?;
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| Problem::new(format!("the port is unusable: {error}.")))?;
    if build {
        let minutes = if profile == Profile::Release {
            "about 4 minutes the first time, under 1 later"
        } else {
            "about 2 minutes the first time, seconds later"
        };
        println!("Building the page ({minutes}); it will then be at http://{address}/");
        dist::write(profile)?;
    }
    let folder = dist::site_folder()?;
    if !folder.join("index.html").is_file() {
        return Err(Problem::new("dist/site holds no page yet; run `cargo xtask serve` without --no-build."));
    }
    println!("Encours is at http://{address}/ (this computer only; Ctrl+C stops it)");
    for stream in listener.incoming().flatten() {
        let folder = folder.clone();
        std::thread::spawn(move || answer(stream, &folder));
    }
    Ok(())
}

struct Options {
    profile: Profile,
    port: u16,
    build: bool,
}

fn options(arguments: &[String]) -> Outcome<Options> {
    let mut options = Options { profile: Profile::Release, port: FIRST_PORT, build: true };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--dev" => options.profile = Profile::Dev,
            "--no-build" => options.build = false,
            "--port" => {
                options.port = rest
                    .next()
                    .and_then(|text| text.parse().ok())
                    .ok_or_else(|| Problem::new("--port needs a number from 0 to 65535."))?;
            }
            other => {
                return Err(Problem::new(format!(
                    "`serve` does not know `{other}`; it takes --dev, --port N and --no-build."
                )));
            }
        }
    }
    Ok(options)
}

/// The wanted port, or the next free one.
fn listen(wanted: u16) -> Outcome<TcpListener> {
    (0..PORTS_TRIED)
        .filter_map(|step| wanted.checked_add(step))
        .find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok())
        .ok_or_else(|| Problem::new(format!("no free port from {wanted} on; name another with --port N.")))
}

/// What to send back, before it is written out.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    File(PathBuf),
    Refused(&'static str),
}

fn answer(mut stream: TcpStream, folder: &Path) {
    // A client that went away is no concern of the server's: every error here just ends the connection.
    let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
    let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    for _header in lines.by_ref().take_while(|line| !line.is_empty()).take(200) {}
    drop(lines);
    let head_only = first.starts_with("HEAD ");
    let (status, mime, body) = match route(&first, folder) {
        Answer::Refused(status) => (status, "text/plain; charset=utf-8", status.as_bytes().to_vec()),
        Answer::File(path) => match fs::read(&path) {
            Ok(bytes) => ("200 OK", mime(&path), bytes),
            Err(_) => ("404 Not Found", "text/plain; charset=utf-8", b"404 Not Found".to_vec()),
        },
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes());
    if !head_only {
        let _ = stream.write_all(&body);
    }
    let _ = stream.flush();
}

/// Published names hold letters, digits, `-`, `_` and `.`: anything else is refused rather than decoded.
fn route(request: &str, folder: &Path) -> Answer {
    let mut words = request.split(' ');
    if !matches!(words.next(), Some("GET" | "HEAD")) {
        return Answer::Refused("405 Method Not Allowed");
    }
    let Some(target) = words.next().and_then(|target| target.strip_prefix('/')) else {
        return Answer::Refused("400 Bad Request");
    };
    let path = target.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() {
        return Answer::File(folder.join("index.html"));
    }
    let plain = |name: &str| {
        !name.is_empty()
            && !name.starts_with('.')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    };
    if !path.split('/').all(plain) {
        return Answer::Refused("404 Not Found");
    }
    Answer::File(path.split('/').fold(folder.to_path_buf(), |path, name| path.join(name)))
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "csv") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn routed(request: &str) -> Answer {
        route(request, Path::new("site"))
    }

    #[test]
    fn files_of_the_site_are_served() {
        assert_eq!(routed("GET / HTTP/1.1"), Answer::File("site/index.html".into()));
        assert_eq!(routed("GET /?x=1 HTTP/1.1"), Answer::File("site/index.html".into()));
        assert_eq!(routed("HEAD /app-01.wasm HTTP/1.1"), Answer::File("site/app-01.wasm".into()));
        assert_eq!(mime(Path::new("a.wasm")), "application/wasm");
    }

    #[test]
    fn nothing_outside_is_served() {
        for path in ["/../Cargo.toml", "/a/../../x", "/%2e%2e/x", "/..%5cx", "//etc/passwd", "/.git/config", "/a//b"] {
            assert_eq!(routed(&format!("GET {path} HTTP/1.1")), Answer::Refused("404 Not Found"), "{path}");
        }
        assert_eq!(routed("POST / HTTP/1.1"), Answer::Refused("405 Method Not Allowed"));
        assert_eq!(routed("GET http://other/ HTTP/1.1"), Answer::Refused("400 Bad Request"));
    }

    #[test]
    fn a_taken_port_gives_the_next() {
        let first = listen(FIRST_PORT).unwrap().local_addr().unwrap().port();
        let held = TcpListener::bind(("127.0.0.1", first)).unwrap();
        assert_ne!(listen(first).unwrap().local_addr().unwrap().port(), first);
        drop(held);
    }
}
