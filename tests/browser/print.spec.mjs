/**
 * What a browser prints: the report, letters, call sheets and statements as PDF, read back by poppler's pdftotext. Nothing is
 * cut off, headings stand on every page of a table, a customer begins on a page of its own. Needs dist/npm; skipped, with a
 * word, where there is no pdftotext: `cargo xtask test` installs it where it may.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { launch } from "./support/chromium.mjs";
import { fixture } from "./support/steps.mjs";

const PACKAGE = fixture("../dist/npm/encours.js");
const AS_OF = "2026-09-30";
const DAY = 86_400_000;
const day = (before) => new Date(Date.parse(AS_OF) - before * DAY).toISOString().slice(0, 10);
const SENDER = {
  company: "Menuiserie Valboré SAS", name: "Agnès Ferrand", email: "compta@valbore.example", phone: "03 53 01 00 10",
  address: "4 rue du Port\n25000 Besançon", siren: "732829320", registry: "RCS Besançon", legalForm: "SAS au capital de 50 000 €",
  function: "Responsable du recouvrement", accounts: [{ currency: "EUR", iban: "FR7630006000011234567890189", bic: "AGRIFRPP" }],
};
/** Customers by code: name, items, days late of the last one. The first three get letters, the others calls. */
const CUSTOMERS = {
  L1: ["Établissements Delta et Compagnie du Grand Ouest", 60, 45], L2: ["Béta SARL", 1, 45], L3: ["Gamma & Fils", 3, 45],
  P1: ["Pharmacie du Port", 40, 8], P2: ["Papeterie Centrale", 25, 8],
};

function ledger() {
  const lines = ["Code client;Raison sociale;SIREN;Adresse;Code postal;Ville;E-mail;Téléphone;Pièce;Date;Échéance;Montant"];
  lines.push(`E1;Envoi SA;732829320;1 rue Haute;69001;Lyon;compta@envoi.example;;F-E1;${day(50)};${day(20)};100,00`);
  for (const [code, [name, items, late]] of Object.entries(CUSTOMERS)) {
    for (let item = 0; item < items; item += 1) {
      const money = `${(1234 + 17 * item) % 9000},${String(item).padStart(2, "0")}`;
      const place = "732829320;12 rue des Lilas;69002;Lyon;;01 99 00 00 00";
      lines.push(`${code};${name};${place};FA-${code}-${String(item).padStart(3, "0")};${day(late + item + 30)};${day(late + item)};${money}`);
    }
  }
  return lines.join("\n");
}

/** The pages of a PDF: their size, and each word with its box, in points. */
function pagesOf(pdf) {
  const read = spawnSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(read.status, 0, read.stderr);
  const plain = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return read.stdout.split("<page ").slice(1).map((page) => {
    const [, width, height] = /^width="([\d.]+)" height="([\d.]+)"/.exec(page).map(Number);
    const words = [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs)];
    return { width, height, words: words.map(([, left, top, right, bottom, text]) => ({ left: +left, top: +top, right: +right, bottom: +bottom, text: plain(text) })) };
  });
}

/** The letters of a text, without what stands between words. */
const letters = (text) => text.normalize("NFKC").replace(/[\s\u00ad\u200b•◦▪]+/g, "");

/** Elements of the page that hide a part of what they hold, as it is printed. */
const cutOff = (page) => page.evaluate(() => [...document.querySelectorAll("body *")].filter((element) => {
  const { overflowX, overflowY } = getComputedStyle(element);
  const wide = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
  return element.clientWidth > 1 && (wide || (overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1));
}).map((element) => `${element.tagName} ${element.className}: ${element.textContent.slice(0, 60)}`));

/** The customers whose items a page shows. */
const customersOn = ({ words }) => [...new Set(words.map(({ text }) => /^FA-(..)-\d{3}$/.exec(text)?.[1]).filter(Boolean))];

/** Where items of a customer are listed, headings stand above the first of them. */
function headed({ words }, heading) {
  const items = words.filter(({ text }) => /^FA-..-\d{3}$/.test(text));
  if (items.length < 3) return true;
  const first = Math.min(...items.map(({ top }) => top));
  return words.some(({ text, top }) => text === heading && top < first);
}

test("what is printed is whole, its headings repeated, each customer on pages of its own", async (context) => {
  if (!existsSync(PACKAGE)) return context.skip("dist/npm is missing: run `cargo xtask dist` first");
  if (spawnSync("pdftotext", ["-v"]).error) return context.skip("no pdftotext on PATH");
  const encours = await import(PACKAGE);
  await encours.default();
  const open = async (name, bytes) => encours.Dossier.open([{ name, bytes: new Uint8Array(bytes) }]);
  const own = await open("pieces.csv", Buffer.from(ledger()));
  for (const [customer, contacts] of [["P1", 30], ["P2", 12]]) {
    for (let times = contacts; times > 0; times -= 1) {
      own.edit({ contact: { customer, day: day(times * 4), channel: "phone", outcome: "call-back", result: "Rappel demandé par le service comptable", again: day(times * 4 - 2) } });
    }
  }
  const demo = await open("grand-livre.csv", await readFile(fixture("fixtures/demo/grand-livre-clients.csv")));
  const folder = await mkdtemp(join(tmpdir(), "encours-print-"));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const printed = async (dossier, kind) => {
      const path = join(folder, kind);
      await writeFile(path, dossier.export({ kind, asOf: AS_OF, sender: SENDER }).bytes);
      await page.goto(`file://${path}`);
      await page.emulateMedia({ media: "print" });
      // As wide as the text of the page, so that what does not fit on paper does not fit here.
      await page.setViewportSize({ width: kind === "report.html" ? 1046 : 643, height: 900 });
      assert.deepEqual(await cutOff(page), [], kind);
      const words = (await page.evaluate(() => document.body.innerText)).split(/\s+/).map(letters).filter((word) => word.length > 2);
      await page.pdf({ path: `${path}.pdf`, preferCSSPageSize: true, printBackground: true });
      const pages = pagesOf(`${path}.pdf`);
      const all = pages.map(({ words }) => words.map(({ text }) => letters(text)).join("")).join("");
      const missing = [...new Set(words)].filter((word) => !all.includes(word));
      // A long word may be broken over two lines of a narrow column, with its neighbours between: a few at most.
      assert.ok(missing.length <= words.length / 200, `${kind}: ${missing.length} of ${words.length} words are not on paper: ${missing.slice(0, 20).join(" | ")}`);
      for (const [number, { width, height, words }] of pages.entries()) {
        assert.ok(Math.min(width, height) > 594 && Math.max(width, height) < 843, `${kind}: ${width} x ${height}`);
        const out = words.filter(({ left, top, right, bottom }) => left < 14 || top < 14 || right > width - 14 || bottom > height - 14);
        assert.deepEqual(out, [], `${kind}, page ${number + 1}: words at the edge of the sheet`);
      }
      return pages;
    };
    for (const [kind, heading] of [["letters.html", "Échéance"], ["statements.html", "Échéance"], ["calls.html", "Échéance"]]) {
      const pages = await printed(own, kind);
      for (const [number, one] of pages.entries()) {
        assert.ok(customersOn(one).length <= 1, `${kind}, page ${number + 1}: ${customersOn(one)}`);
        assert.ok(headed(one, heading), `${kind}, page ${number + 1}: a table goes on without its headings`);
      }
      const sheets = (customer) => pages.filter((one) => customersOn(one).includes(customer)).length;
      if (kind === "calls.html") {
        // One sheet of paper up to 25 items, whatever was said before; beyond, the sheet with the form says whose it is.
        assert.equal(pages.filter(({ words }) => words.some(({ text }) => text.includes("(P2)"))).length, 1);
        assert.ok(pages.every(({ words }) => words.some(({ text }) => /\(P[12]\)/.test(text))), "a sheet without its customer");
      } else {
        assert.ok(sheets("L1") >= 2 && sheets("L2") === 1 + (kind === "letters.html"), kind);
      }
      if (kind === "letters.html") {
        const block = pages[0].words.map(({ text }) => text).join(" ");
        assert.match(block, /Établissements Delta et Compagnie du .*Grand Ouest/);
        // A signature never stands alone on its sheet.
        const alone = pages.filter(({ words }) => words[0]?.text === "Agnès");
        assert.deepEqual(alone.length, 0);
      }
    }
    const report = await printed(demo, "report.html");
    assert.ok(report.length > 5 && report.length < 40, `${report.length} pages`);
    // The list of the plan goes on from page to page under its headings.
    const planned = report.filter(({ words }) => words.filter(({ text }) => text === "Étape").length > 0 && words.some(({ text }) => text === "Dernier"));
    assert.ok(planned.length > 3 && planned.every(({ words }) => words.some(({ text }) => text === "Pourquoi")));
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
});
