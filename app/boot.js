/**
 * First script of the page. It fetches and compiles everything, starts the app, then locks the page:
 * from the lock on, no request can leave it, not even to the server it came from, and neither can its workers.
 *
 * What the app finds, on `globalThis.encours`:
 *   engineReady    Promise<void>: resolved once the page is locked and the engine can be started. The drop zone must
 *                  stay disabled until then: no byte of a ledger is read by a page that could still send it.
 *                  Rejected when the engine could not be loaded; the app may show what it likes, boot says it too.
 *   locked         boolean: true from the lock on.
 *   startWorker()  Worker: a new engine, at any time after engineReady, without network (cancel = terminate, start again).
 *                  Messages may be posted to it at once: they wait until the engine listens. It posts { ready: true }
 *                  first, or { failed: "reason" }; all else it posts is the engine's own protocol.
 *   proveLock()    Promise<boolean>: tries a request and says whether the browser refused it. The refusal shows in the
 *                  browser's console, so it is asked only when the visitor wants the proof.
 *   lang           "fr" or "en": the first of the browser's languages that we speak, French if none.
 */

// Added to the policy of index.html, never in place of it: a request must be allowed by both.
// A blob worker inherits the policies that hold when it is created, so it is locked like the page.
const LOCK =
  "default-src 'none'; connect-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; img-src data: blob:; style-src 'none'";

// Ways out that a content policy does not cover. Removing them is depth in defence, not proof.
const WAYS_OUT = [
  "RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection", "RTCDataChannel", "WebTransport",
  "WebSocket", "WebSocketStream", "EventSource", "TCPSocket", "UDPSocket",
];

// Follows the engine's glue in the worker's only text. `__wbg_init` and `serve` are the glue's own names.
const WORKER_TAIL = `
self.onmessage = async ({ data }) => {
  const early = [];
  self.onmessage = (event) => early.push(event.data);
  try {
    await __wbg_init({ module_or_path: data.module });
    self.onmessage = null;
    serve();
    self.postMessage({ ready: true });
    for (const data of early) self.dispatchEvent(new MessageEvent("message", { data }));
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};
`;

const TOO_OLD = {
  fr: "Encours ne peut pas démarrer ici : une version récente de Chrome, d'Edge, de Firefox ou de Safari est nécessaire. Mettez le navigateur à jour, puis rechargez la page.",
  en: "Encours cannot start here: a recent Chrome, Edge, Firefox or Safari is needed. Update the browser, then reload the page.",
};
const NOT_LOADED = {
  fr: "Encours n'a pas pu se charger en entier. Vérifiez la connexion, puis rechargez la page ; une fois ouverte, elle n'en a plus besoin.",
  en: "Encours could not be loaded completely. Check the connection, then reload the page; once open, it no longer needs one.",
};

const files = document.getElementById("boot").dataset;
let engine = null;
let locked = false;

function get(key) {
  return fetch(files[key], { integrity: files[`${key}Integrity`], credentials: "same-origin" }).then((response) => {
    if (!response.ok) throw new Error(`${files[key]}: ${response.status}`);
    return response;
  });
}

const compile = (key) => WebAssembly.compileStreaming(get(key));
const text = (key) => get(key).then((response) => response.text());

function lock() {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = LOCK;
  document.head.append(meta);
  for (const name of WAYS_OUT) {
    delete globalThis[name];
    if (name in globalThis) Object.defineProperty(globalThis, name, { value: undefined });
  }
  locked = true;
}

function startWorker() {
  if (!engine) throw new Error("the engine is not there yet: await encours.engineReady first");
  const url = URL.createObjectURL(engine.source);
  const worker = new Worker(url, { type: "module", name: "encours" });
  const revoke = () => URL.revokeObjectURL(url);
  worker.addEventListener("message", revoke, { once: true });
  worker.addEventListener("error", revoke, { once: true });
  worker.postMessage({ module: engine.module });
  return worker;
}

function proveLock() {
  return fetch(`./?${Date.now()}`).then(() => false, () => locked);
}

function firstLanguage() {
  const spoken = (navigator.languages ?? []).map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((tag) => tag === "fr" || tag === "en") ?? "fr";
}

/** Says in both languages why the page is not working, in the shell or, once that is gone, above the app. */
function say(sentence) {
  let place = document.getElementById("boot-status");
  if (!place) {
    place = document.createElement("p");
    document.body.prepend(place);
  }
  const english = document.createElement("span");
  english.lang = "en";
  english.textContent = sentence.en;
  place.setAttribute("role", "alert");
  place.replaceChildren(`${sentence.fr} `, english);
}

// A file dropped beside the drop zone must not make the browser leave the page to show it.
for (const type of ["dragover", "drop"]) addEventListener(type, (event) => event.preventDefault());

const modern = typeof globalThis.WebAssembly?.compileStreaming === "function" && typeof globalThis.Worker === "function";
if (modern) {
  const appLoaded = Promise.all([import(new URL(files.appGlue, document.baseURI)), compile("appWasm")]);
  const engineLoaded = Promise.all([text("engineGlue"), compile("engineWasm")]);
  const engineReady = Promise.all([appLoaded, engineLoaded]).then(([, [glue, module]]) => {
    lock();
    engine = { source: new Blob([glue, WORKER_TAIL], { type: "text/javascript" }), module };
  });
  globalThis.encours = Object.freeze({
    engineReady, startWorker, proveLock, lang: firstLanguage(), get locked() { return locked; },
  });
  // The app paints as soon as its own, smaller half is there.
  const appStarted = appLoaded
    .then(([glue, module]) => glue.default({ module_or_path: module }))
    .then(() => document.getElementById("shell")?.remove());
  // Both are awaited before anything is said, so that the sentence does not go away with the shell.
  Promise.allSettled([appStarted, engineReady]).then((ends) => {
    const failure = ends.find((end) => end.status === "rejected");
    if (!failure) return;
    console.error(failure.reason);
    say(NOT_LOADED);
  });
} else {
  say(TOO_OLD);
}
