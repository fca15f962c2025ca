/**
 * The FEC of the benchmark: the books of a company that sells to up to forty thousand customers, two years long, the same
 * in every run of the same size. Sales of three lines, payments of two, in the order of their days, as a FEC has to be.
 * Ten million lines are 1.7 GB: nothing is kept but the payments still to come.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { randomNumbers } from "./random.mjs";

/** Changes whenever a line of this file changes what is written. */
const EDITION = 1;
const SEED = 20240101;
const DAY = 86_400_000;
const FIRST_DAY = Date.parse("2024-01-01") / DAY;
const DAYS = 731;
/** Lines per sale, payments included. */
const LINES_PER_SALE = 4.75;
const HEADINGS = [
  "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef",
  "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
];
const TRADES = ["Ateliers", "Boulangerie", "Carrosserie", "Domaine", "Établissements", "Fonderie", "Hôtel", "Librairie"];
const NAMES = ["Aubépin", "Brossard", "Cléry", "Delmas", "Estève", "Fénelon", "Guérande", "Hénin", "Lœwe", "Vœgtlin"];
const TOWNS = ["Albi", "Béziers", "Cognac", "Dôle", "Épernay", "Figeac", "Gérardmer", "Hyères", "Issoire"];
const WORKS = ["Entretien annuel", "Fourniture et pose", "Location", "Pièces détachées", "Étude", "Main-d'œuvre"];

/** Makes the FEC if it is missing. Returns { path, expected }: the balance of the customers' accounts in cents, and the lines. */
export function fec(lines, folder) {
  mkdirSync(folder, { recursive: true });
  const stem = join(folder, `fec-${lines}-v${EDITION}`);
  const [path, facts] = [`${stem}.txt`, `${stem}.json`];
  if (!existsSync(facts)) {
    const out = openSync(path, "w");
    const pending = [];
    let size = 0;
    const flush = () => {
      writeSync(out, Buffer.from(pending.join("")));
      pending.length = size = 0;
    };
    const put = (line) => {
      pending.push(line);
      if ((size += line.length) > 1 << 22) flush();
    };
    const expected = write(lines, put);
    flush();
    closeSync(out);
    writeFileSync(`${stem}.part`, JSON.stringify(expected));
    renameSync(`${stem}.part`, facts);
  }
  return { path, expected: JSON.parse(readFileSync(facts, "utf8")) };
}

function write(lines, put) {
  const draw = randomNumbers(SEED);
  const below = (limit) => Math.floor(draw() * limit);
  const customers = Array.from({ length: Math.min(40_000, Math.max(20, Math.floor(lines / 50))) }, (_, position) => ({
    code: `C${String((position * 7919 + 13) % 1_000_000).padStart(6, "0")}`,
    name: `${TRADES[below(TRADES.length)]} ${NAMES[below(NAMES.length)]} ${TOWNS[below(TOWNS.length)]}`,
    // How many days after the invoice this customer pays.
    habit: [25, 32, 45, 60, 95][below(5)],
  }));
  const books = { lines, put, left: lines, entry: 0, balance: 0, customerLines: 0, lettered: 0, seen: new Set() };
  const sales = lines / LINES_PER_SALE / DAYS;
  const due = new Map();
  let number = 0;
  let receipt = 0;
  put(`${HEADINGS.join("\t")}\r\n`);
  for (let day = 0; day < DAYS && books.left > 0; day += 1) {
    const date = compact(FIRST_DAY + day);
    for (const payment of due.get(day) ?? []) pay(books, payment, date, (receipt += 1));
    due.delete(day);
    const until = day === DAYS - 1 ? Infinity : (day + 1) * sales;
    while (number < until && books.left > 0) {
      number += 1;
      // Few customers often, most of them seldom.
      const customer = customers[Math.min(customers.length, Math.floor(customers.length ** draw())) - 1];
      const net = 500 + Math.floor(400_000 * draw() ** 3);
      const total = net + Math.floor(net / 5);
      const credit = draw() < 0.04;
      const document = `${credit ? "AV" : "FA"}${date.slice(0, 6)}-${String(number).padStart(7, "0")}`;
      const paidOn = day + Math.max(1, Math.round(customer.habit + 14 * (draw() + draw() - 1)));
      const settled = !credit && draw() > 0.006 && paidOn < DAYS;
      const letters = settled ? code((books.lettered += 1)) : "";
      sell(books, { customer, net, total, credit, document, date, letters, label: `${WORKS[below(WORKS.length)]} ${document}` });
      if (settled) {
        if (!due.has(paidOn)) due.set(paidOn, []);
        due.get(paidOn).push({ customer, letters, amount: draw() < 0.05 ? Math.floor(total * 0.6) : total });
      }
    }
  }
  return { balance: books.balance, customers: books.seen.size, customerLines: books.customerLines, lines };
}

function sell(books, { customer, net, total, credit, document, date, letters, label }) {
  books.entry += 1;
  const side = credit ? -1 : 1;
  const common = { journal: "VE\tVentes", date, document, label };
  post(books, { ...common, account: "411000\tClients", customer, amount: side * total, letters });
  post(books, { ...common, account: "706000\tPrestations de services", amount: -side * net });
  post(books, { ...common, account: "445710\tTVA collectée", amount: -side * (total - net) });
}

function pay(books, { customer, letters, amount }, date, receipt) {
  books.entry += 1;
  const document = `REG${String(receipt).padStart(8, "0")}`;
  const common = { journal: "BQ\tBanque", date, document, label: `Virement ${document}` };
  post(books, { ...common, account: "512000\tBanque", amount });
  post(books, { ...common, account: "411000\tClients", customer, amount: -amount, letters });
}

function post(books, { journal, date, document, label, account, customer, amount, letters = "" }) {
  if (books.left === 0) return;
  books.left -= 1;
  if (customer) {
    books.balance += amount;
    books.customerLines += 1;
    books.seen.add(customer.code);
  }
  const who = customer ? `${customer.code}\t${customer.name}` : "\t";
  const sums = amount < 0 ? `0,00\t${money(-amount)}` : `${money(amount)}\t0,00`;
  const lettering = letters ? `${letters}\t${date}` : "\t";
  books.put(`${journal}\t${books.entry}\t${date}\t${account}\t${who}\t${document}\t${date}\t${label}\t${sums}\t${lettering}\t${date}\t\t\r\n`);
}

function money(cents) {
  const digits = String(cents).padStart(3, "0");
  return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** AAAAA, AAAAB, ... */
function code(number) {
  let letters = "";
  for (let rest = number, place = 0; place < 5; place += 1, rest = Math.floor(rest / 26)) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

const compact = (date) => new Date(date * DAY).toISOString().slice(0, 10).replaceAll("-", "");
