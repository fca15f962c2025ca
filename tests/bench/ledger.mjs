/**
 * The ledger of the benchmark: open items of a company with about two thousand customers, the same in every run of the
 * same size. Written as CSV in two encodings and as a workbook; the figures that every reader must find stand beside them.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { randomNumbers } from "./random.mjs";
import { writeWorkbook } from "./workbook.mjs";

export const AS_OF = "2025-12-31";

/** Changes whenever a line of this file or of workbook.mjs changes what is written. */
const EDITION = 1;
const SEED = 20251231;
const CUSTOMERS = 2000;
const DAY = 86_400_000;
/** The as-of day and Excel's day zero, in days since 1970. */
const AS_OF_DAY = Date.parse(AS_OF) / DAY;
const EXCEL_ZERO = -25_569;

const HEADINGS = [
  "Code client", "Nom du client", "Type", "N° de pièce", "Date de pièce", "Échéance", "Libellé", "Référence", "Agence",
  "Montant TTC", "Réglé", "Solde dû",
];
const TRADES = ["Ateliers", "Boulangerie", "Carrosserie", "Domaine", "Établissements", "Fonderie", "Hôtel", "Librairie"];
const NAMES = ["Aubépin", "Brossard", "Cléry", "Delmas", "Estève", "Fénelon", "Guérande", "Hénin", "Lœwe", "Vœgtlin"];
const TOWNS = ["Albi", "Béziers", "Cognac", "Dôle", "Épernay", "Figeac", "Gérardmer", "Hyères", "Issoire"];
const WORKS = ["Entretien annuel", "Fourniture ; pose", "Location", "Pièces \"série B\"", "Étude", "Main-d'œuvre"];
const BRANCHES = ["Centre", "Est", "Ouest", "Rhône-Alpes"];

/** Makes what is missing under `folder`. Returns the paths { csv, ansi, xlsx } and the figures { expected }. */
export async function ledger(rows, folder) {
  mkdirSync(folder, { recursive: true });
  const path = (ending) => join(folder, `open-items-${rows}-v${EDITION}.${ending}`);
  const files = { csv: path("csv"), ansi: path("windows-1252.csv"), xlsx: path("xlsx") };
  // The figures are written last: without them, an interrupted run is taken for none.
  if (!existsSync(path("json"))) {
    writeCsv(files.csv, rows, (text) => Buffer.from(text));
    writeCsv(files.ansi, rows, (text) => Buffer.from(text.replaceAll("œ", "\x9c"), "latin1"));
    await writeWorkbook(files.xlsx, HEADINGS, cellsOf(rows));
    writeFileSync(path("part"), JSON.stringify(figures(rows)));
    renameSync(path("part"), path("json"));
  }
  return { ...files, expected: JSON.parse(readFileSync(path("json"), "utf8")) };
}

/** The items, one at a time. Amounts in cents, days since 1970. */
function* items(rows) {
  const draw = randomNumbers(SEED);
  const below = (limit) => Math.floor(draw() * limit);
  const customers = Array.from({ length: CUSTOMERS }, (_, position) => ({
    code: `CL${String(41_000 + position * 7)}`,
    name: `${TRADES[below(TRADES.length)]} ${NAMES[below(NAMES.length)]} ${TOWNS[below(TOWNS.length)]}`,
    terms: [0, 30, 45, 60][below(4)],
  }));
  for (let number = 1; number <= rows; number += 1) {
    // Every customer once, then few of them often: as ledgers are.
    const rank = number <= CUSTOMERS ? number - 1 : Math.floor(CUSTOMERS * draw() ** 2);
    const customer = customers[rank];
    const credit = draw() < 0.04;
    const invoiced = AS_OF_DAY - Math.floor(250 * draw() ** 1.5);
    const total = 1_000 + Math.floor(900_000 * draw() ** 3);
    const paid = !credit && draw() < 0.1 ? Math.floor(total * draw()) : 0;
    yield {
      customer, invoiced, paid, credit,
      document: `${credit ? "AV" : "FA"}25-${String(number).padStart(7, "0")}`,
      due: credit ? invoiced : invoiced + customer.terms,
      label: `${WORKS[below(WORKS.length)]}, dossier ${below(90_000)}`,
      reference: `CDE ${below(10_000_000)}`,
      branch: BRANCHES[below(BRANCHES.length)],
      total: credit ? -total : total,
      open: credit ? -total : total - paid,
    };
  }
}

/** The grand total that the aged balance must show: a credit note stands in a column of its own. */
function figures(rows) {
  const sums = { balance: 0, notDue: 0, buckets: [0, 0, 0, 0], unallocated: 0, customers: 0 };
  const seen = new Set();
  for (const { customer, due, open } of items(rows)) {
    seen.add(customer.code);
    sums.balance += open;
    const late = AS_OF_DAY - due;
    if (open < 0) sums.unallocated += open;
    else if (late <= 0) sums.notDue += open;
    else sums.buckets[Math.min(3, Math.floor((late - 1) / 30))] += open;
  }
  return { ...sums, customers: seen.size };
}

function writeCsv(path, rows, encoded) {
  const out = openSync(path, "w");
  let pending = `${HEADINGS.join(";")}\r\n`;
  for (const item of items(rows)) {
    pending += line(item);
    if (pending.length > 1 << 20) {
      writeSync(out, encoded(pending));
      pending = "";
    }
  }
  writeSync(out, encoded(pending));
  closeSync(out);
}

function line({ customer, credit, document, invoiced, due, label, reference, branch, total, paid, open }) {
  const words = [customer.code, customer.name, credit ? "AV" : "FA", document, day(invoiced), day(due), label, reference, branch];
  const quoted = words.map((word) => (/[;"]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word));
  return `${[...quoted, ...[total, paid, open].map(money)].join(";")}\r\n`;
}

function* cellsOf(rows) {
  for (const { customer, credit, document, invoiced, due, label, reference, branch, total, paid, open } of items(rows)) {
    const days = [invoiced, due].map((date) => ({ day: date - EXCEL_ZERO }));
    const sums = [total, paid, open].map((cents) => cents / 100);
    yield [customer.code, customer.name, credit ? "AV" : "FA", document, ...days, label, reference, branch, ...sums];
  }
}

function money(cents) {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

const day = (date) => new Date(date * DAY).toISOString().slice(0, 10).split("-").reverse().join("/");
