/** The published page at work, and the same job by others in a page of the same browser. */
import { fileURLToPath } from "node:url";
import { readFile } from "node:fs/promises";
import { serve } from "../browser/support/server.mjs";
import * as steps from "../browser/support/steps.mjs";
import { watch } from "./page-watch.mjs";
import { rest, visit } from "./visit.mjs";

const local = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Files of the other page: nothing that it does not need. */
const OTHER = {
  "/peer": { type: "text/html", text: '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><input type="file">' },
  "/empty": {
    type: "text/html",
    text: `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><p>Nothing</p><script type="module">
      await WebAssembly.instantiateStreaming(fetch("/empty.wasm"));
      globalThis.ready = performance.now();</script>`,
  },
  "/empty.wasm": { type: "application/wasm", text: "\0asm\x01\0\0\0" },
  "/peer.mjs": { type: "text/javascript", file: local("peer.mjs") },
  "/scan.mjs": { type: "text/javascript", file: local("scan.mjs") },
  "/peer-worker.mjs": { type: "text/javascript", file: local("peer-worker.mjs") },
  "/papaparse.js": { type: "text/javascript", file: local("../browser/node_modules/papaparse/papaparse.min.js") },
  "/xlsx.mjs": { type: "text/javascript", file: local("../browser/node_modules/xlsx/xlsx.mjs") },
};

/** Serves the published page at `/` and the others beside it. */
export function serveAll(site) {
  return serve({
    folder: site,
    respond: async ({ url }, response) => {
      const other = OTHER[url];
      if (!other) return false;
      response.writeHead(200, { "content-type": other.type }).end(other.text ?? (await readFile(other.file)));
      return true;
    },
  });
}

/**
 * From the choice of a file to its balance on the screen: { wall, read, cpu, growth, memory, longest, late, balance },
 * of which `read` is the wall time until the file was read and the progress bar went.
 */
export const load = (url, file) =>
  visit(url, async (page, meter) => {
    await ready(page);
    await rest();
    await meter.start();
    await steps.choose(page, file);
    await page.waitForFunction(onBalance, undefined, { polling: 50 });
    const cost = await meter.stop();
    const { chosen, read, balance, memory, tasks } = await page.evaluate(() => bench);
    const during = tasks.filter(({ start }) => start >= chosen - 5).map(({ duration }) => duration);
    const total = await steps.generalTotal(page);
    const shown = Object.entries(total).find(([heading]) => heading.startsWith("Solde"));
    return {
      ...cost, wall: (balance - chosen) / 1000, read: (read - chosen) / 1000, memory: memory / 2 ** 20,
      longest: Math.max(0, ...during), late: during.length, balance: cents(shown?.[1] ?? ""),
    };
  }, watch);

/** Whether the balance is on the screen; a reading with something to confirm is shown first, and is left at once. */
function onBalance() {
  if (location.hash.startsWith("#/import")) location.hash = "#/balance";
  return bench.balance > 0;
}

/** Milliseconds from pressing Cancel, `after` seconds into a load, to its effect; null when the load was over by then. */
export const cancel = (url, file, after) =>
  visit(url, async (page) => {
    await ready(page);
    await rest();
    await steps.choose(page, file);
    await rest(after * 1000);
    const place = await page.locator(".work-bar button").boundingBox({ timeout: 500 }).catch(() => null);
    if (!place) return null;
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    await page.waitForFunction(() => bench.gone > 0 || bench.balance > 0, undefined, { polling: 50 });
    const { cancelled, gone, balance } = await page.evaluate(() => bench);
    return balance || !cancelled ? null : gone - cancelled;
  }, watch);

/** Milliseconds from the start of the navigation to a page that takes a file. */
export const interactive = (url) => visit(url, async (page) => (await ready(page), page.evaluate(() => bench.ready)), watch);

/** The same of a page with nothing but an empty WebAssembly module. */
export const empty = (origin) =>
  visit(`${origin}/empty`, async (page) => {
    await page.waitForFunction(() => globalThis.ready > 0);
    return page.evaluate(() => globalThis.ready);
  });

/** The job by `tool` ("sheetjs", "papaparse", "scan" or "scan-large") in a worker that has loaded its library: { wall, cpu, growth, result }. */
export const peer = (origin, tool, file, asOf) =>
  visit(`${origin}/peer`, async (page, meter) => {
    await page.evaluate(() => new Promise((done, failed) => {
      globalThis.worker = new Worker("/peer-worker.mjs", { type: "module" });
      worker.onmessage = done;
      worker.onerror = () => failed(new Error("the worker of the other page did not start"));
    }));
    await page.evaluate(([tool, asOf]) => {
      document.querySelector("input").onchange = ({ target }) => {
        const start = performance.now();
        worker.onmessage = ({ data }) => (globalThis.answer = { ...data, wall: (performance.now() - start) / 1000 });
        worker.postMessage({ tool, asOf, file: target.files[0] });
      };
    }, [tool, asOf]);
    await rest();
    await meter.start();
    await page.locator("input").setInputFiles(file);
    await page.waitForFunction(() => globalThis.answer, undefined, { polling: 50 });
    const cost = await meter.stop();
    return { ...cost, ...(await page.evaluate(() => globalThis.answer)) };
  });

export const ready = (page) => page.waitForFunction(() => bench.ready > 0);

const cents = (text) => Math.round(Number(steps.simple(text).replace(/[^\d,-]/g, "").replace(",", ".")) * 100);
