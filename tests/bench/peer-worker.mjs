/** SheetJS and PapaParse in a worker of a page, and the raw scan that no reader can beat: every byte read, every line end counted. */
import { agedBalance, Sums } from "./peer.mjs";
import { countLines, SLICE } from "./scan.mjs";
import * as XLSX from "./xlsx.mjs";

self.onmessage = async ({ data: { tool, file, asOf } }) => {
  try {
    self.postMessage({ result: await TOOLS[tool](file, asOf) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};

/** PapaParse, streamed, by rows of plain arrays: its fastest way. */
async function papaparse(file, asOf) {
  const sums = new Sums(asOf);
  let first = true;
  const chunk = ({ data }) => {
    for (const row of first ? data.slice(1) : data) sums.add(row[0], row[5], row[11]);
    first = false;
  };
  await new Promise((complete, error) => Papa.parse(file, { delimiter: ";", skipEmptyLines: true, chunk, complete, error }));
  return sums.total();
}

const TOOLS = { scan: (file) => scan(file, SLICE), "scan-large": (file) => scan(file, 16 * SLICE), sheetjs, papaparse };
// A script of the old kind: it leaves `Papa` on the worker.
const source = await (await fetch("/papaparse.js")).text();
(0, eval)(source);
self.postMessage({ ready: true });

async function sheetjs(file, asOf) {
  return agedBalance(XLSX, new Uint8Array(await file.arrayBuffer()), file.name.split(".").pop(), asOf);
}

async function scan(file, slice) {
  const count = await countLines(slice);
  let lines = 0;
  for (let start = 0; start < file.size; start += slice) lines += count(await file.slice(start, start + slice).arrayBuffer());
  return { lines };
}
