/**
 * Static server for the suite. It serves a folder under any sub-path, logs every request it gets, and sends the
 * headers of a plain static host and no others: the page's promises must not rest on a server's help.
 */
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The published page; made by `cargo xtask dist`. */
export const SITE = fileURLToPath(new URL("../../../dist/site/", import.meta.url));

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm", ".json": "application/json", ".txt": "text/plain; charset=utf-8",
};

/**
 * Serves `folder` under `prefix` ("/" or "/a/b/") on a free port of this computer.
 * Returns { url, origin, requests, close }: `requests` grows by one { method, path, at } for every request.
 * `respond(request, response)`, if given, may answer first: it returns true when it did.
 */
export async function serve({ folder = SITE, prefix = "/", respond } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    requests.push({ method: request.method, path: request.url, at: Date.now() });
    if (respond && (await respond(request, response))) return;
    const file = inside(folder, prefix, pathname);
    const bytes = file && (await readFile(file).catch(() => null));
    if (!bytes) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(bytes);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return { url: origin + prefix, origin, requests, close };
}

function inside(folder, prefix, pathname) {
  if (!pathname.startsWith(prefix)) return null;
  const file = normalize(join(folder, decodeURIComponent(pathname.slice(prefix.length)) || "index.html"));
  const base = normalize(folder).replace(/[/\\]?$/, sep);
  return file.startsWith(base) ? file : null;
}
