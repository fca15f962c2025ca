/**
 * The benchmark: `node run.mjs --rows N --engine PROGRAM --site FOLDER --data FOLDER`, as `cargo xtask bench` calls it.
 * `--million` adds a FEC of a million lines, `--ten-million` one of ten million, each against the raw scan of its bytes.
 * Ours and the others take turns, three times each; the table shows medians. Nothing is printed unless every reader
 * found the same total to the cent. A goal that is missed is printed as missed and is no failure.
 */
import { cpSync, existsSync, rmSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as drafts from "./drafts.mjs";
import { fec } from "./fec.mjs";
import { AS_OF, ledger } from "./ledger.mjs";
import { run } from "./native.mjs";
import * as page from "./page.mjs";
import { TRYTON, plans } from "./plans.mjs";
import { goal, median, table } from "./table.mjs";

const ROUNDS = 3;
const MILLION = 1_000_000;
/** The workbook of the items is weighed for ledgers shorter than this. */
const WRITTEN_ROWS_MAX = 1_000_000;
/** Goal P5 allows twice the least that reading takes, which was measured at 1.75 times the unpacking of the sheet. */
const TWICE_THE_FLOOR = 3.5;
/** Where in a load Cancel is pressed. */
const MIDDLE = 0.4;
const PEER_IN_NODE = fileURLToPath(new URL("peer-node.mjs", import.meta.url));
const OWN_WRITER = fileURLToPath(new URL("writer-own.mjs", import.meta.url));
const PEER_WRITER = fileURLToPath(new URL("writer-peer.mjs", import.meta.url));

/** Two readers of one file that do not agree. */
class Mismatch extends Error {}

const text = { type: "string" };
const flag = { type: "boolean", default: false };
const { values } = parseArgs({ options: { rows: text, engine: text, site: text, data: text, million: flag, "ten-million": flag, plans: flag, drafts: flag } });
const load = loadavg()[0];
try {
  await main(Number(values.rows));
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
}

async function main(rows) {
  if (values.drafts) return onlyDrafts();
  say(`the ledger of ${rows} open items`);
  const files = await ledger(rows, values.data);
  const site = snapshot(values.site);
  if (values.plans) return onlyPlans(rows, files, site);
  const native = await natively(files);
  // A sheet holds no more rows than such a ledger has, and its headings and totals want some too.
  const writers = rows < WRITTEN_ROWS_MAX ? await writing(files) : null;
  const server = await page.serveAll(site);
  const books = values.million || values["ten-million"] ? booksOf : () => ({});
  const [inPage, inBooks, planned, drafted] = await inChromium(files, server)
    .then(async (costs) => [costs, await books(server), await planning(files, server), await drafting(server)])
    .finally(() => server.close());

  const { expected } = files;
  console.log(`\n${rows} open items of ${expected.customers} customers; medians of ${ROUNDS}; every reader found ${(expected.balance / 100).toFixed(2)}.`);
  if (load > 2) console.log(`This machine is shared (load average ${load.toFixed(1)} on ${availableParallelism()} processors): trust processor time and ratios, not wall time.`);
  const lines = [...nativeLines(native), ...writerLines(writers), ...pageLines(inPage), ...booksLines(inBooks), ...planLines(rows, planned), ...draftLines(drafted)];
  console.log(`\n${table(lines)}`);
  console.log("\nGoals marked 1M are stated for a million rows; the verdict is for the rows of this run.");
}

/** The drafts alone: `--drafts`. */
async function onlyDrafts() {
  const server = await page.serveAll(snapshot(values.site));
  const drafted = await drafting(server).finally(() => server.close());
  console.log(`\n${table(draftLines(drafted))}`);
}

function drafting({ url }) {
  const files = drafts.draftsFiles(values.data);
  return rounds("drafts", {
    native: () => drafts.natively(values.engine, files),
    node: () => drafts.inNode(join(values.site, "..", "npm"), files),
    page: () => drafts.inPage(url, files),
  });
}

function draftLines({ native, node, page }) {
  const deflate = median(native, "deflate");
  const megabytes = Math.round(median(native, "megabytes"));
  return [
    `${drafts.DRAFTS} texts of as many customers in one archive, ${megabytes} MB; baseline: zlib deflating the same files`,
    { job: "Natively, whole process with the reading, processor s", ours: median(native, "cpu"), baseline: deflate },
    { job: "Natively, peak memory MB", ours: median(native, "peak") },
    { job: "The module in Node, processor s", ours: median(node, "cpu"), baseline: deflate },
    { job: "The module in Node, its memory MB", ours: median(node, "memory") },
    { job: "The page's worker, processor s", ours: median(page, "cpu"), baseline: deflate },
    { job: "The page's worker, wall s", ours: median(page, "wall") },
    { job: "The page's worker, growth of peak memory MB", ours: median(page, "growth") },
  ];
}

/** The plans alone: `--plans`. */
async function onlyPlans(rows, files, site) {
  const server = await page.serveAll(site);
  const planned = await planning(files, server).finally(() => server.close());
  console.log(`\n${table(planLines(rows, planned))}`);
}

function planning({ csv }, { url }) {
  return rounds("in Chromium", { plans: () => plans(url, csv, AS_OF) });
}

/** P9 and P10: the plan of thirty days in the engine of the page. */
function planLines(rows, { plans }) {
  const of = (key) => median(plans, key);
  const lines = (time) => (time ? Math.round((rows / time) * 1000) : null);
  // Half a second for 100,000 items, and fifty milliseconds.
  const [scratch, again] = [500, 50].map((time) => (time * rows) / 100_000);
  return [
    `Plans of thirty days by the default policy in Chromium, ${rows} items, ${of("actions")} contacts`,
    { job: "First plan, ms; baseline: reading the CSV", ours: of("first"), baseline: of("read"), goal: goal("P9", "ours", scratch) },
    { job: "Items a second; baseline: Tryton's lines a second", ours: lines(of("first")), baseline: TRYTON },
    { job: "Short of a thousand times Tryton (0: reached)", ours: Math.max(0, 1000 * TRYTON - lines(of("first"))), goal: goal("P9", "ours", 0) },
    { job: "The contacts of the day alone, ms; baseline: first plan", ours: of("today"), baseline: of("first") },
    { job: "Another parameter, ms", ours: of("parameter"), goal: goal("P10", "ours", again) },
    { job: "Another parameter, ms; baseline: first plan", ours: of("parameter"), baseline: of("first"), goal: goal("P10", "ratio", 0.3) },
    { job: "Another segment, ms", ours: of("segment"), goal: goal("P10", "ours", again) },
    { job: "Another segment, ms; baseline: first plan", ours: of("segment"), baseline: of("first"), goal: goal("P10", "ratio", 0.3) },
    { job: "Another as-of day, plan, ms", ours: of("asOf"), goal: goal("P10", "ours", again) },
    { job: "Another as-of day, plan, ms; baseline: first plan", ours: of("asOf"), baseline: of("first"), goal: goal("P10", "ratio", 0.3) },
    { job: "Balance, figures, segments and plan of another day, ms; baseline: one pass", ours: of("everything"), baseline: of("pass"), goal: goal("P10", "ours", again) },
  ];
}

/** A copy of the page: a build in the meantime must not change what is measured. */
function snapshot(site) {
  const copy = join(values.data, "site");
  rmSync(copy, { recursive: true, force: true });
  cpSync(site, copy, { recursive: true });
  return copy;
}

async function natively({ csv, ansi, xlsx, expected }) {
  const engine = async (file) => checked("the engine", file, expected, ownFigures, await run(values.engine, ["aged-balance", file, "--as-of", AS_OF, "--json"]));
  const peer = async (file) => checked("SheetJS in Node", file, expected, JSON.parse, await run(process.execPath, [PEER_IN_NODE, file, AS_OF]));
  return rounds("natively", {
    csv: () => engine(csv), csvPeer: attempt(() => peer(csv)), ansi: () => engine(ansi),
    xlsx: () => engine(xlsx), xlsxPeer: attempt(() => peer(xlsx)),
  });
}

/** Our module in Node, its whole workbook, and SheetJS in Node, the one sheet of the items; nothing where the package is not built. */
async function writing({ csv }) {
  const folder = join(values.site, "..", "npm");
  if (!existsSync(join(folder, "encours_bg.wasm"))) return null;
  const cost = async (script, args) => JSON.parse((await run(process.execPath, [script, ...args])).output);
  return rounds("workbooks in Node", {
    own: () => cost(OWN_WRITER, [folder, csv, AS_OF]), peer: attempt(() => cost(PEER_WRITER, [csv])),
  });
}

function writerLines(writers) {
  if (writers === null) return [];
  const { own, peer } = writers;
  return [
    "Writing a workbook, the module in Node: every sheet, tables and charts; baseline: SheetJS in Node, one sheet",
    { job: "XLSX, processor s of the writing", ours: median(own, "cpu"), baseline: median(peer, "cpu"), goal: goal("P8", "ratio", 0.6) },
    { job: "XLSX, growth of memory MB", ours: median(own, "growth"), baseline: median(peer, "growth"), goal: goal("P8", "ours", 32) },
    { job: "XLSX, processor s with the figures it rests on", ours: median(own, "all") },
    { job: "XLSX, bytes", ours: median(own, "bytes"), baseline: median(peer, "bytes") },
  ];
}

/** The FEC in Chromium: a million lines, and ten million where asked for, whose one round takes minutes. */
async function booksOf({ url, origin }) {
  const million = await books(MILLION, url, origin, ROUNDS);
  return { million, ...(values["ten-million"] && { ten: await books(10 * MILLION, url, origin, 1) }) };
}

async function books(lines, url, origin, times) {
  say(`the FEC of ${lines} lines`);
  const { path, expected } = fec(lines, values.data);
  const ours = async () => {
    const cost = await page.load(url, path);
    same("the page", path, { balance: cost.balance }, { balance: expected.balance });
    return cost;
  };
  const scan = (tool) => () => page.peer(origin, tool, path, AS_OF);
  return rounds(`in Chromium, ${lines} lines`, { fec: ours, scan: scan("scan"), large: scan("scan-large") }, times);
}

async function inChromium({ csv, xlsx, expected }, { url, origin }) {
  const ours = async (file) => {
    const cost = await page.load(url, file);
    same("the page", file, { balance: cost.balance }, { balance: expected.balance });
    return cost;
  };
  const peer = async (file, tool = "sheetjs") => {
    const cost = await page.peer(origin, tool, file, AS_OF);
    if (cost.error) throw new Error(cost.error);
    same(`${tool} in Chromium`, file, cost.result, expected);
    return cost;
  };
  const costs = await rounds("in Chromium", {
    empty: async () => ({ wall: await page.empty(origin) }), start: async () => ({ wall: await page.interactive(url) }),
    csv: () => ours(csv), csvPeer: attempt(() => peer(csv)), papa: attempt(() => peer(csv, "papaparse")), scan: () => page.peer(origin, "scan", csv, AS_OF),
    large: () => page.peer(origin, "scan-large", csv, AS_OF),
    xlsx: () => ours(xlsx), xlsxPeer: attempt(() => peer(xlsx)), inflate: () => page.peer(origin, "inflate", xlsx, AS_OF),
  });
  const after = median(costs.xlsx, "wall") * MIDDLE;
  return { ...costs, ...(await rounds("in Chromium", { cancel: async () => ({ wall: await page.cancel(url, xlsx, after) }) })) };
}

function nativeLines({ csv, csvPeer, ansi, xlsx, xlsxPeer }) {
  return [
    "Natively, whole process; baseline: SheetJS in Node",
    ...costLines("CSV", csv, csvPeer, "peak"),
    { job: "CSV in windows-1252, processor s; baseline: UTF-8", ours: median(ansi, "cpu"), baseline: median(csv, "cpu"), goal: goal("P7", "ratio", 1.15) },
    ...costLines("XLSX", xlsx, xlsxPeer, "peak"),
  ];
}

function booksLines({ million, ten }) {
  if (!million) return [];
  const lines = [
    "In Chromium, the French FEC; baseline: raw scan, slices of 1 MiB",
    { job: "1M lines, processor s", ours: median(million.fec, "cpu"), baseline: median(million.scan, "cpu"), goal: goal("P2", "ratio", 2) },
    { job: "1M lines, processor s; baseline: slices of 16 MiB", ours: median(million.fec, "cpu"), baseline: median(million.large, "cpu") },
    { job: "1M lines, wall s", ours: median(million.fec, "wall"), baseline: median(million.scan, "wall") },
    { job: "1M lines, growth of peak memory MB", ours: median(million.fec, "growth"), baseline: median(million.scan, "growth") },
    { job: "1M lines, engine's memory MB", ours: median(million.fec, "memory") },
    { job: "1M lines, longest task on the page's thread, ms", ours: median(million.fec, "longest"), goal: goal("P13", "ours", 50) },
  ];
  if (!ten) return lines;
  return [
    ...lines,
    { job: "10M lines, processor s", ours: median(ten.fec, "cpu"), baseline: median(ten.scan, "cpu") },
    { job: "10M lines, wall s", ours: median(ten.fec, "wall"), baseline: median(ten.scan, "wall") },
    { job: "10M lines, growth of peak memory MB", ours: median(ten.fec, "growth"), baseline: median(ten.scan, "growth") },
    { job: "10M lines, processor s; baseline: 1M lines", ours: median(ten.fec, "cpu"), baseline: median(million.fec, "cpu"), goal: goal("P3", "ratio", 11) },
    { job: "10M lines, engine's memory MB", ours: median(ten.fec, "memory"), goal: goal("P3", "ours", 64) },
    { job: "10M lines, engine's memory MB; baseline: 1M lines", ours: median(ten.fec, "memory"), baseline: median(million.fec, "memory"), goal: goal("P3", "ratio", 2) },
  ];
}

function pageLines({ csv, csvPeer, papa, scan, large, xlsx, xlsxPeer, inflate, cancel, start, empty }) {
  const longest = [...csv, ...xlsx];
  return [
    "In Chromium, from the choice of the file to its balance on the screen; baseline: SheetJS in a worker",
    ...costLines("CSV", csv, csvPeer, "growth"),
    { job: "CSV, processor s; baseline: raw scan, slices of 1 MiB", ours: median(csv, "cpu"), baseline: median(scan, "cpu"), goal: goal("P1", "ratio", 2, "1M") },
    { job: "CSV, processor s; baseline: raw scan, slices of 16 MiB", ours: median(csv, "cpu"), baseline: median(large, "cpu") },
    { job: "CSV, processor s; baseline: PapaParse, streamed", ours: median(csv, "cpu"), baseline: median(papa, "cpu"), goal: goal("P1", "ratio", 0.35, "1M") },
    { job: "CSV, of the wall s: until the progress bar goes", ours: median(csv, "read") },
    { job: "CSV, engine's memory MB", ours: median(csv, "memory") },
    ...costLines("XLSX", xlsx, xlsxPeer, "growth", { cpu: goal("P4", "ratio", 0.1), growth: goal("P5", "ratio", 0.1, "1M") }),
    { job: "XLSX, processor s; baseline: unpacking its sheet", ours: median(xlsx, "cpu"), baseline: median(inflate, "cpu"), goal: goal("P5", "ratio", TWICE_THE_FLOOR, "1M") },
    { job: "XLSX, growth of peak memory MB, by itself", ours: median(xlsx, "growth"), goal: goal("P5", "ours", 350, "1M") },
    { job: "XLSX, of the wall s: until the progress bar goes", ours: median(xlsx, "read") },
    { job: "XLSX, engine's memory MB", ours: median(xlsx, "memory") },
    "In Chromium, what the visitor feels",
    { job: "Longest task on the page's thread, CSV, ms", ours: median(csv, "longest"), goal: goal("P13", "ours", 50, "1M") },
    { job: "Longest task on the page's thread, XLSX, ms", ours: median(xlsx, "longest"), goal: goal("P13", "ours", 50, "1M") },
    { job: "Tasks over 50 ms, worst load of all", ours: Math.max(...longest.map(({ late }) => late)), goal: goal("P13", "ours", 0, "1M") },
    { job: "Cancel in the middle of the XLSX to its effect, ms", ours: median(cancel, "wall"), goal: goal("P13", "ours", 200, "1M") },
    { job: "Cold start to taking a file, ms; baseline: page with an empty module", ours: median(start, "wall"), baseline: median(empty, "wall"), goal: goal("P12", "ratio", 3) },
  ];
}

function costLines(name, ours, baseline, memory, goals = {}) {
  const line = (what, key) => ({ job: `${name}, ${what}`, ours: median(ours, key), baseline: median(baseline, key), goal: goals[key] });
  return [line("processor s", "cpu"), line("wall s", "wall"), line(memory === "peak" ? "peak memory MB" : "growth of peak memory MB", memory)];
}

/** Every job in turn, as often as there are rounds: a neighbour's burst then falls on all of them. */
async function rounds(where, jobs, times = ROUNDS) {
  const costs = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
  for (let round = 1; round <= times; round += 1) {
    for (const [name, job] of Object.entries(jobs)) {
      say(`round ${round} of ${times}, ${where}: ${name}`);
      costs[name].push(await job());
    }
  }
  return costs;
}

/** Another's failure, such as a file too large for it, is a result: no figures. Another's wrong total is an error. */
function attempt(job) {
  return () => job().catch((error) => {
    if (error instanceof Mismatch) throw error;
    say(`a peer failed: ${error.message}`);
    return {};
  });
}

function checked(who, file, expected, figures, cost) {
  same(who, file, figures(cost.output), expected);
  return cost;
}

function same(who, file, found, expected) {
  const [seen, wanted] = [found, expected].map((figures) => JSON.stringify(Object.entries(figures).sort()));
  if (seen !== wanted) throw new Mismatch(`${who} found ${seen} in ${file}, not ${wanted}; no ratio is worth printing until they agree.`);
}

function ownFigures(output) {
  const { currencies } = JSON.parse(output);
  const [{ total, customers }] = currencies;
  const { balance, notDue, buckets, unallocated } = total;
  return { balance, notDue, buckets, unallocated, customers: customers.length };
}

function say(sentence) {
  console.error(`.. ${sentence}`);
}
