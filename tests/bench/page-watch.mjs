/**
 * What runs inside the published page beside its own scripts: it writes down when a file was chosen, when it had been
 * read, when its balance stood on the screen, when Cancel was pressed and had taken effect, what blocked the thread, and
 * how large the memory of the largest engine became.
 */

/**
 * For `addInitScript`: must stand alone. Everything is left on `globalThis.bench`, in milliseconds of the page's clock;
 * `memory` in bytes, of the workers started from here on.
 */
export function watch() {
  const bench = { chosen: 0, read: 0, balance: 0, cancelled: 0, gone: 0, ready: 0, memory: 0, tasks: [] };
  globalThis.bench = bench;
  // The next frame has been drawn when a task after its callback runs.
  const painted = (name) => requestAnimationFrame(() => setTimeout(() => (bench[name] ||= performance.now())));
  addEventListener("change", ({ target }) => target.type === "file" && (bench.chosen = performance.now()), true);
  addEventListener("click", (event) => event.target.closest?.(".work-bar button") && (bench.cancelled = event.timeStamp), true);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.tasks.push({ start: startTime, duration });
  }).observe({ type: "longtask", buffered: true });
  // A worker says how large its memory is after each message it posts: a memory never shrinks, and nobody has to ask.
  const says = `{
    const { instantiate } = WebAssembly;
    const post = self.postMessage.bind(self);
    const told = new BroadcastChannel("memory");
    let memory = null;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      memory = (made.instance ?? made).exports.memory;
      return made;
    };
    self.postMessage = (...given) => {
      post(...given);
      if (memory) told.postMessage(memory.buffer.byteLength);
    };
  }\n`;
  const address = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => address(blob.type === "text/javascript" ? new Blob([says, blob], { type: blob.type }) : blob);
  new BroadcastChannel("memory").onmessage = ({ data }) => (bench.memory = Math.max(bench.memory, data));
  let seen = false;
  const look = () => {
    if (!bench.ready && document.querySelector('.drop-zone[aria-disabled="false"]')) bench.ready = performance.now();
    const busy = document.querySelector(".work-bar");
    if (busy) seen = true;
    if (seen && !busy) bench.read ||= performance.now();
    if (bench.chosen && !bench.balance && document.querySelector("table.aged-table tbody tr:not(.spacer)")) painted("balance");
    if (bench.cancelled && !bench.gone && !busy) painted("gone");
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}
