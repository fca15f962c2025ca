/**
 * `node writer-own.mjs PACKAGE FILE AS_OF`: our module opens a ledger in Node and writes its workbook; prints what the
 * writing alone cost as JSON: processor seconds, growth of the module's memory in MB, bytes. A table of a few lines
 * rests on the same figures: what it costs is taken off.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, file, asOf] = process.argv.slice(2);
const glue = await import(pathToFileURL(join(resolve(folder), "encours_glue.js")));
const wasm = await glue.default({ module_or_path: readFileSync(join(folder, "encours_bg.wasm")) });
const dossier = await glue.Dossier.open([{ name: "ledger.csv", bytes: readFileSync(file) }], { language: "fr" });

const megabytes = () => wasm.memory.buffer.byteLength / 1024 ** 2;
const timed = (kind) => {
  const start = process.cpuUsage();
  const { bytes } = dossier.export({ kind, asOf });
  const { user, system } = process.cpuUsage(start);
  return { cpu: (user + system) / 1e6, bytes: bytes.length };
};
// Twice: the first call compiles what it runs and gathers memory that the second one has.
timed("controls.csv");
const table = timed("controls.csv");
const before = megabytes();
const book = timed("aged-balance.xlsx");
console.log(JSON.stringify({ cpu: Math.max(book.cpu - table.cpu, 0), growth: megabytes() - before, bytes: book.bytes, all: book.cpu }));
