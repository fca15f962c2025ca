/**
 * SheetJS and PapaParse in a worker of a page, and what no reader can beat: the raw scan of a text (every byte read, every
 * line end counted), and the mere unpacking of the largest part of a workbook, its sheet.
 */
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

const TOOLS = { scan: (file) => scan(file, SLICE), "scan-large": (file) => scan(file, 16 * SLICE), inflate, sheetjs, papaparse };
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

async function inflate(file) {
  const directory = new DataView(await file.slice(-66_000).arrayBuffer());
  let end = directory.byteLength - 22;
  while (directory.getUint32(end, true) !== 0x06054b50) end -= 1;
  const entries = new DataView(await file.slice(directory.getUint32(end + 16, true)).arrayBuffer());
  let [largest, at] = [{ size: 0 }, 0];
  for (let left = directory.getUint16(end + 10, true); left > 0; left -= 1) {
    const size = entries.getUint32(at + 24, true);
    if (size > largest.size) largest = { size, packed: entries.getUint32(at + 20, true), from: entries.getUint32(at + 42, true) };
    at += 46 + entries.getUint16(at + 28, true) + entries.getUint16(at + 30, true) + entries.getUint16(at + 32, true);
  }
  const head = new DataView(await file.slice(largest.from, largest.from + 30).arrayBuffer());
  const start = largest.from + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = file.slice(start, start + largest.packed).stream();
  let bytes = 0;
  for await (const piece of packed.pipeThrough(new DecompressionStream("deflate-raw"))) bytes += piece.length;
  return { bytes };
}
