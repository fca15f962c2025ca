/**
 * Five thousand texts in one archive: made natively, by the module in Node and by the page's worker, beside the deflating of
 * the same files by zlib, which any maker of such an archive pays.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { unzip } from "../browser/support/zip.mjs";
import { DRAFTS_AS_OF, draftsLedger } from "./drafts-ledger.mjs";
import { run } from "./native.mjs";
import { watch } from "./page-watch.mjs";
import { ready } from "./page.mjs";
import { visit } from "./visit.mjs";

export const DRAFTS = 5_000;
const OWN = fileURLToPath(new URL("drafts-own.mjs", import.meta.url));
const KIND = "drafts.zip";
/** The sheet of one text, by its name. */
const SINGLE = /^drafts\/(messages|letters|calls)\/\d{3,}_/;

/** The ledger in a folder, and the folder of what is made of it. */
export function draftsFiles(data) {
  mkdirSync(data, { recursive: true });
  const csv = join(data, `drafts-${DRAFTS}.csv`);
  writeFileSync(csv, draftsLedger(DRAFTS));
  return { csv, out: join(data, "drafts") };
}

/** By the engine as a program: { wall, cpu, peak } and what zlib needs for the same files: { deflate, files }. */
export async function natively(engine, { csv, out }) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const cost = await run(engine, ["export", csv, "--kind", KIND, "--as-of", DRAFTS_AS_OF, "--out", out]);
  return { ...cost, ...deflated(counted(readFileSync(join(out, `${DRAFTS_AS_OF}_${KIND}`)))) };
}

/** By the module in Node: { cpu, memory }; nothing where the package is not built. */
export async function inNode(folder, { csv }) {
  if (!existsSync(join(folder, "encours_bg.wasm"))) return {};
  return JSON.parse((await run(process.execPath, [OWN, folder, csv, DRAFTS_AS_OF, KIND])).output);
}

/** By a worker of the page, the ledger read before: { wall, cpu, growth }. */
export function inPage(url, { csv }) {
  return visit(url, async (page, meter) => {
    await ready(page);
    const ledger = readFileSync(csv, "utf8");
    await page.evaluate(async (ledger) => {
      const worker = globalThis.encours.startWorker();
      let run = 0;
      globalThis.put = (body, files = []) => new Promise((done, failed) => {
        run += 1;
        worker.onmessage = ({ data: { envelope, bytes } }) => {
          if (!envelope || envelope.body.progress || envelope.more) return;
          if (envelope.body.failed) failed(new Error(envelope.body.failed.message));
          else done(bytes);
        };
        worker.postMessage({ envelope: { run, language: "fr", body }, files });
      });
      await globalThis.put({ open: {} }, [new File([ledger], "ledger.csv")]);
    }, ledger);
    await meter.start();
    const { wall, length } = await page.evaluate(async (query) => {
      const start = performance.now();
      const { length } = await globalThis.put({ export: query });
      return { wall: (performance.now() - start) / 1_000, length };
    }, { kind: KIND, asOf: DRAFTS_AS_OF });
    return { wall, length, ...(await meter.stop()) };
  }, watch);
}

/** The files of an archive, a text for every customer among them. */
function counted(bytes) {
  const files = unzip(bytes);
  const singles = [...files.keys()].filter((name) => SINGLE.test(name)).length;
  if (singles !== DRAFTS) throw new Error(`the archive has ${singles} texts, not ${DRAFTS}.`);
  return [...files.values()];
}

function deflated(files) {
  const start = process.cpuUsage();
  for (const content of files) deflateRawSync(content, { level: 6 });
  const { user, system } = process.cpuUsage(start);
  const megabytes = files.reduce((sum, { length }) => sum + length, 0) / 1_000_000;
  return { deflate: (user + system) / 1e6, megabytes };
}
