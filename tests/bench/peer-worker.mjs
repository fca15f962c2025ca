/** SheetJS in a worker of a page, and the raw scan that no reader can beat: every byte read, every line end counted. */
import { agedBalance } from "./peer.mjs";
import * as XLSX from "./xlsx.mjs";

const SLICE = 16 << 20;

self.onmessage = async ({ data: { tool, file, asOf } }) => {
  try {
    self.postMessage({ result: tool === "scan" ? await scan(file) : await sheetjs(file, asOf) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
self.postMessage({ ready: true });

const sheetjs = async (file, asOf) => agedBalance(XLSX, new Uint8Array(await file.arrayBuffer()), file.name.split(".").pop(), asOf);

async function scan(file) {
  let lines = 0;
  for (let start = 0; start < file.size; start += SLICE) {
    const bytes = new Uint8Array(await file.slice(start, start + SLICE).arrayBuffer());
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  }
  return { lines };
}
