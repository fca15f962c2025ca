/**
 * `node writer-peer.mjs FILE`: SheetJS in Node writes the rows of a ledger as a workbook, typed and deflated; prints what
 * the writing alone cost as JSON: processor seconds, growth of the peak of the process in MB, bytes. The rows are
 * there, as dates and numbers, before the clock starts.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const XLSX = createRequire(new URL("../browser/package.json", import.meta.url))("xlsx");
const [file] = process.argv.slice(2);
// As text first: the reader's own guesses at dates and numbers are no part of this.
const read = XLSX.read(readFileSync(file, "utf8"), { type: "string", raw: true, dense: true });
const [headings, ...lines] = XLSX.utils.sheet_to_json(read.Sheets[read.SheetNames[0]], { header: 1 });
const DATE = /^(\d\d)\/(\d\d)\/(\d{4})$/;
const AMOUNT = /^-?\d+,\d\d$/;
const typed = (text) => {
  const date = DATE.exec(text ?? "");
  if (date) return new Date(Date.UTC(date[3], date[2] - 1, date[1]));
  return AMOUNT.test(text) ? Number(text.replace(",", ".")) : text;
};
const rows = lines.map((line) => line.map(typed));

const peak = () => process.resourceUsage().maxRSS / 1024;
const before = peak();
const start = process.cpuUsage();
const sheet = XLSX.utils.aoa_to_sheet([headings, ...rows], { dense: true, cellDates: true });
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, "Postes ouverts");
const bytes = XLSX.write(book, { type: "buffer", bookType: "xlsx", compression: true });
const { user, system } = process.cpuUsage(start);
console.log(JSON.stringify({ cpu: (user + system) / 1e6, growth: peak() - before, bytes: bytes.length, rows: rows.length }));
