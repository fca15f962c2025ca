/**
 * `node drafts-own.mjs FOLDER FILE DAY KIND`: the module of the package in FOLDER makes a file of a ledger; prints what that
 * cost as JSON: processor seconds once the ledger is read, and megabytes of the module's memory.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, file, asOf, kind] = process.argv.slice(2);
const glue = await import(pathToFileURL(join(resolve(folder), "encours_glue.js")));
const wasm = await glue.default({ module_or_path: readFileSync(join(folder, "encours_bg.wasm")) });
const dossier = await glue.Dossier.open([{ name: "ledger.csv", bytes: readFileSync(file) }], { language: "fr" });
const start = process.cpuUsage();
const { bytes } = dossier.export({ kind, asOf });
const { user, system } = process.cpuUsage(start);
const memory = wasm.memory.buffer.byteLength / 1024 ** 2;
console.log(JSON.stringify({ cpu: (user + system) / 1e6, memory, length: bytes.length }));
