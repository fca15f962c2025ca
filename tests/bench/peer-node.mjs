/** `node peer-node.mjs FILE AS_OF`: SheetJS does the job in Node and prints its figures as JSON. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { agedBalance } from "./peer.mjs";

const XLSX = createRequire(new URL("../browser/package.json", import.meta.url))("xlsx");
const [file, asOf] = process.argv.slice(2);
console.log(JSON.stringify(agedBalance(XLSX, readFileSync(file), file.split(".").pop(), asOf)));
