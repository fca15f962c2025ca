/**
 * The published page in Chromium: the golden figures, the way from a figure to its row, the files taken out, and the
 * promises about privacy and hostile files. Few tests, each a whole visit. Needs dist/site (`cargo xtask dist`).
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import test from "node:test";
import xlsx from "xlsx";
import { watch } from "../bench/page-watch.mjs";
import { writeAsked } from "./support/asked.mjs";
import { answerTo, filesUnder } from "./support/hostile.mjs";
import { mainThread } from "./support/main-thread.mjs";
import { open } from "./support/page.mjs";
import * as steps from "./support/steps.mjs";
import { unzip } from "./support/zip.mjs";

const SAMPLES = steps.fixture("../../shared/samples");
const needsSamples = { skip: existsSync(SAMPLES) ? false : "the samples are not beside the project" };
const GOLDEN = steps.fixture("fixtures/g1/ledger.csv");
const DEMO = steps.fixture("fixtures/demo/grand-livre-clients.csv");

/** A visit: opens the page, runs, then checks what every visit promises. */
async function visit(options, run) {
  const opened = await open(options);
  try {
    const loaded = opened.server.requests.length;
    await run(opened);
    assert.deepEqual(opened.server.requests.slice(loaded), [], "requests after load");
    assert.deepEqual(opened.problems, [], "errors or policy violations");
    assert.deepEqual(await stored(opened.page), { local: [], session: [], databases: [], caches: [], cookies: "" }, "kept in the browser");
  } finally {
    await opened.close();
  }
}

/** All that the page left in the browser, preferences apart. */
const stored = (page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage).filter((key) => !/lang|theme/i.test(key)),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookies: document.cookie,
  }));

/** The cells of a table by the text of its caption, row by row. */
const cells = async (page, caption) => {
  const rows = page.locator("table", { has: page.locator("caption", { hasText: caption }) }).locator("tbody tr");
  await rows.first().waitFor();
  return Promise.all((await rows.all()).map(async (row) => (await row.locator("th,td").allInnerTexts()).map(steps.simple)));
};

test("the golden set beside its own aged balance: findings, late payments, receipts, segments, history, on two days", async () => {
  await visit({}, async ({ page }) => {
    await steps.choose(page, steps.fixture("fixtures/aged/g1.csv"), GOLDEN);
    await steps.balanceShown(page);
    assert.equal(await page.locator("#as-of").inputValue(), "2026-09-30");
    const total = await steps.generalTotal(page);
    assert.equal(total["Solde (€)"], "37 100,00");

    // Findings: narrowed by severity, each row one press away; the balance given agrees.
    await page.getByRole("link", { name: "Constats" }).click();
    await page.getByRole("heading", { level: 1, name: "Constats au 30 septembre 2026" }).waitFor();
    const list = page.locator("details.reason");
    await list.first().waitFor();
    const all = await list.count();
    await page.getByRole("button", { name: /^Moyen/ }).click();
    assert.ok((await list.count()) < all);
    await list.first().locator("summary").press("Enter");
    await list.first().locator(".source-link").first().press("Enter");
    await page.locator("#source-panel").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Tous" }).click();
    assert.match(await steps.plain(page.locator("main")), /5 clients comparés, 0 diffère.*Aucun écart/s);
    const late = await cells(page, "I. Factures émises non réglées");
    assert.deepEqual(late.map((row) => row.slice(1)), [
      ["3", "16 200,00", "27,00 %"], ["2", "13 200,00", "22,00 %"], ["0", "0,00", "0,00 %"], ["1", "1 400,00", "2,33 %"],
      ["2", "8 400,00", "14,00 %"], ["5", "23 000,00", "38,33 %"], ["0", "0,00", "0,00 %"],
    ]);
    await page.locator("#turnover").fill("46000");
    await page.locator("#turnover").press("Tab");
    await page.waitForFunction(() => [...document.querySelectorAll("td")].some((cell) => cell.textContent.startsWith("50,00")));
    await page.locator("#turnover").fill("");
    await page.locator("#turnover").press("Tab");
    await page.getByLabel(/HT, au taux/).check();
    await page.waitForFunction(() => [...document.querySelectorAll("td")].some((cell) => /^11.000,00$/.test(cell.textContent)));

    // Receipts and what is not dealt out add up to the debits.
    await page.getByRole("link", { name: "Encaissements" }).click();
    const apart = await cells(page, "Ce qui n’est pas réparti");
    assert.deepEqual(apart.find(([name]) => name === "Créances ouvertes").slice(1), ["39 200,00", "39 200,00"]);

    // Segments: other thresholds move customers, a pin and an insolvency say why.
    await page.getByRole("link", { name: "Segments" }).click();
    const keyAccounts = async () => (await cells(page, "Segments")).find(([name]) => name === "Grands comptes")[1];
    assert.equal(await keyAccounts(), "3");
    await page.locator("#key-accounts-max").fill("1");
    await page.locator("#key-accounts-max").press("Tab");
    await page.waitForFunction(() => document.querySelector("main").textContent.includes("Grands comptes1"));
    assert.equal(await keyAccounts(), "1");
    await page.getByRole("button", { name: "Seuils usuels" }).click();

    // A customer: its whole history, paid items too; watched and insolvent as the user says.
    await page.getByRole("link", { name: "ALPHA" }).first().click();
    await page.locator("details.activity > summary").click();
    const history = await cells(page, "Historique complet");
    assert.deepEqual(history.map((row) => [row[0], row[4], row[5]]), [
      ["F10", "6 000,00", "15 000,00"], ["A01", "-600,00", "9 000,00"], ["R01", "-12 000,00", "9 600,00"],
      ["F02", "9 600,00", "21 600,00"], ["F01", "12 000,00", "12 000,00"],
    ]);
    assert.deepEqual(history.at(-1).slice(6, 8), ["10/07/2026", "10"]);
    await page.getByLabel("Garder sous surveillance").check();
    await page.getByText("Suivi à votre demande").waitFor();
    await page.locator("#insolvency").fill("2026-09-01");
    await page.getByText(/Créance à déclarer au plus tard le \d\d\/1[01]\/2026/).waitFor();

    // Two months before, from the same files.
    await page.getByRole("link", { name: "Constats" }).click();
    await page.locator("#as-of").fill("2026-07-31");
    await page.getByRole("heading", { level: 1, name: "Constats au 31 juillet 2026" }).waitFor();
    await steps.settled(page);
    const before = (await cells(page, "I. Factures émises non réglées")).map((row) => row.slice(1, 3));
    // Without VAT, as chosen before: 18,000.00 / 1.20.
    assert.deepEqual(before[0], ["3", "15 000,00"]);
  });
});

test("a match is approved and taken back, and the figures follow", async () => {
  await visit({}, async ({ page }) => {
    const lines = [
      "Client;Type;Date;Pièce;Libellé;Échéance;Débit;Crédit", "ALPHA;FAC;12/05/2026;F01;Facture F01;30/06/2026;120,00;",
      "ALPHA;FAC;15/05/2026;F02;Facture F02;30/06/2026;80,00;", "ALPHA;REG;10/07/2026;R01;Règlement F01;;;120,00",
    ];
    const ledger = { name: "a-rapprocher.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
    await page.locator("input[type=file]").first().setInputFiles([ledger]);
    await steps.balanceShown(page);
    const overdue = async () => (await steps.generalTotal(page))["Non imputé"];
    assert.equal(await overdue(), "-120,00");
    await page.getByRole("link", { name: "Rapprochements" }).click();
    await page.getByRole("button", { name: /^Approuver ALPHA/ }).first().click();
    await page.getByRole("button", { name: "Annuler la dernière approbation" }).waitFor();
    await page.getByRole("link", { name: "Balance âgée" }).first().click();
    await steps.settled(page);
    assert.match(await overdue(), /^(–|0,00)/);
    await page.getByRole("link", { name: "Rapprochements" }).click();
    await page.getByRole("button", { name: "Annuler la dernière approbation" }).click();
    await page.getByRole("button", { name: /^Approuver ALPHA/ }).first().waitFor();
    await page.getByRole("link", { name: "Balance âgée" }).first().click();
    await steps.settled(page);
    assert.equal(await overdue(), "-120,00");
  });
});

test("the credits and rows chosen are in the address, and come back from it", async () => {
  await visit({}, async ({ page }) => {
    await steps.choose(page, GOLDEN);
    await steps.balanceShown(page);
    await page.locator("#credits").selectOption({ label: "imputés sur les débits les plus anciens" });
    await page.locator("#by").selectOption({ label: "mois de facture" });
    await steps.settled(page);
    const hash = await page.evaluate(() => location.hash);
    assert.match(hash, /c=oldest-first/);
    assert.match(hash, /par=invoice-month/);
    await page.evaluate(() => { location.hash = "#/balance?c=apart&par=customer"; });
    await steps.settled(page);
    assert.equal(await page.locator("#credits").evaluate((list) => list.selectedIndex), 0);
    assert.equal(await page.locator("#by").evaluate((list) => list.selectedIndex), 0);
  });
});

test("the demonstration ledger, from the first click to the row in the file", async () => {
  await visit({}, async ({ page }) => {
    await steps.openDemo(page);
    await steps.settled(page);
    const total = await steps.generalTotal(page);
    const { checks } = JSON.parse(readFileSync(steps.fixture("fixtures/demo/expected.json"), "utf8"));
    const expected = checks.find(({ about }) => about === "the aged balance").expect.currencies[0].total;
    const cents = (text) => Math.round(Number(text.replace(/[^\d,-]/g, "").replace(",", ".")) * 100);
    assert.equal(cents(total["Solde (€)"]), expected.balance);
    assert.equal(cents(total["Non échu"]), expected.notDue);
    assert.match(await steps.plain(page.locator("footer")), /789 lignes lues = 783 importées \+ 3 écartées \+ 1 vide \+ 1 titre \+ 1 total/);
    assert.match(await steps.plain(page.locator("footer .control-ok")), /680 156,94 €/);

    // Every set-aside row says where it stands and what was seen.
    await page.getByRole("link", { name: "Lecture" }).click();
    const setAside = page.locator("table", { hasText: "Raison" }).locator("tbody tr");
    await setAside.first().waitFor();
    const reasons = await setAside.allInnerTexts();
    assert.equal(reasons.length, 3);
    for (const seen of ["1 2OO,00", "31/02/2026"]) assert.ok(reasons.some((reason) => reason.includes(seen)), `${seen}: ${reasons}`);

    // A figure leads to its items, an item to its row.
    await page.getByRole("link", { name: "Balance âgée" }).first().click();
    await page.locator(".aged-table tbody tr:not(.spacer) .figure-link").nth(1).click();
    await page.getByRole("heading", { name: /Pièces ouvertes/ }).waitFor();
    const row = page.locator("table.items tbody tr").first();
    const document = (await row.locator("th").innerText()).trim();
    await row.locator("button, a").last().click();
    const panel = page.locator("#source-panel");
    await panel.waitFor();
    assert.ok((await panel.innerText()).includes(document), "the row of the file shows the document");
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });

    // The plan, the drafts, and the other language.
    await page.getByRole("link", { name: "Plan de relance" }).click();
    await page.getByRole("heading", { level: 1, name: "Plan de relance" }).waitFor();
    await page.getByText("Mercredi 30 septembre 2026").first().waitFor();
    await page.locator("nav a", { hasText: "Messages" }).click();
    await page.locator("main").getByText("Copier le texte").waitFor();
    assert.doesNotMatch(await page.locator("body").innerText(), /Envoyer|Send\b/);
    await page.locator("#language").click();
    await page.getByText("Copy the text").or(page.getByText(/Copy .*text/i)).first().waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
  });
});

test("the golden ledger: same figures as natively, at two dates, by both ages, in every file taken out", async () => {
  const folder = mkdtempSync(join(tmpdir(), "encours-zip-"));
  try {
    await visit({ contextOptions: { acceptDownloads: true } }, async ({ page }) => {
      await steps.choose(page, GOLDEN);
      await steps.balanceShown(page);
      await steps.setAsOf(page, "2026-09-30", "Balance âgée au 30 septembre 2026");
      assert.deepEqual(await steps.generalTotal(page), {
        Client: "Total général (5)", "Solde (€)": "37 100,00", "Non échu": "16 200,00", "1–30 j": "13 200,00",
        "31–60 j": "– 0", "61–90 j": "1 400,00", "> 90 j": "8 400,00", "Non imputé": "-2 100,00",
      });
      assert.match(await steps.plain(page.locator("footer .control-ok")), /37 100,00 € = écritures lues/);
      await page.getByLabel("la date de pièce").check();
      await page.locator(".aged-table thead", { hasText: /0–30/ }).waitFor();
      await steps.settled(page);
      const byInvoice = Object.values(await steps.generalTotal(page)).join(" | ");
      assert.match(byInvoice, /37 100,00 .*16 200,00 \| 3 600,00 \| 9 600,00 \| 9 800,00 \| -2 100,00/);
      await page.getByLabel(/l.échéance/).check();
      await steps.setAsOf(page, "2026-07-31", "Balance âgée au 31 juillet 2026");
      const retro = await steps.generalTotal(page);
      assert.deepEqual([retro["Solde (€)"], retro["Non échu"], retro["1–30 j"], retro["61–90 j"]], ["27 800,00", "18 000,00", "4 400,00", "5 400,00"]);

      await steps.setAsOf(page, "2026-09-30", "Balance âgée au 30 septembre 2026");
      await page.getByRole("link", { name: "Exports" }).click();
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: /Tout le dossier/ }).click();
      const path = join(folder, "everything.zip");
      await (await download).saveAs(path);
      checkArchive(readFileSync(path));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Opens the archive with readers that are not ours. */
function checkArchive(bytes) {
  const files = unzip(bytes);
  const manifest = JSON.parse(files.get("manifest.json").toString());
  const sha = (content) => createHash("sha256").update(content).digest("hex");
  assert.equal(manifest.inputs[0].sha256, sha(readFileSync(GOLDEN)));
  assert.equal(manifest.asOf, "2026-09-30");
  for (const { name, sha256 } of manifest.files) assert.equal(sha(files.get(name)), sha256, name);
  assert.equal(manifest.files.length + 2, files.size, "every file is listed, save the manifest and the digests");
  const sums = files.get("SHA256SUMS").toString().trim().split("\n").map((line) => line.split("  "));
  for (const [sum, name] of sums) assert.equal(sha(files.get(name)), sum, name);
  assert.equal(sums.length + 1, files.size);

  const book = xlsx.read(files.get("aged-balance.xlsx"), { cellDates: true });
  const rows = xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1, raw: true });
  const total = rows.find((row) => row.includes(37_100) && row.includes(16_200));
  assert.ok(total && [13_200, 1_400, 8_400, -2_100].every((figure) => total.includes(figure)), JSON.stringify(rows));

  const dossier = JSON.parse(files.get("dossier.json").toString());
  assert.equal(dossier.agedBalance.currencies[0].total.balance, 3_710_000);
  const messages = [...files].filter(([name]) => name.endsWith(".eml")).map(([, content]) => content.toString());
  assert.ok(messages.length > 0 && messages.every((message) => /^X-Unsent: 1\r$/m.test(message)));
  assert.match(files.get("report.html").toString(), /37\u202f100,00/);
}

test("the dashboard shows the golden figures with their computations, and follows the slider and the period", async () => {
  await visit({}, async ({ page }) => {
    await steps.choose(page, GOLDEN);
    await steps.balanceShown(page);
    await steps.setAsOf(page, "2026-09-30", "Balance âgée au 30 septembre 2026");
    await page.getByRole("link", { name: "Tableau de bord" }).click();
    await page.getByRole("heading", { level: 1, name: "Tableau de bord au 30 septembre 2026" }).waitFor();
    await steps.settled(page);
    const tile = async (name) => steps.plain(page.locator(".tile", { hasText: name }).locator(".tile-value").first());
    assert.deepEqual([await tile(/^Encours/), await tile(/^Échu/), await tile(/^Plus de 90 jours/), await tile(/^Crédits non imputés/)],
      ["37 100,00 €", "23 000,00 €", "8 400,00 €", "-2 100,00 €"]);

    // Each figure says how it was computed, one press away.
    const outstanding = page.locator(".tile").first();
    await outstanding.locator("summary").press("Enter");
    assert.match(await steps.plain(outstanding.locator(".how")), /39 200,00 € - crédits 2 100,00 € = 37 100,00 €/);

    // Each chart has words and a table with the same figures, reached by the keyboard.
    const charts = page.locator("figure.chart");
    assert.equal(await charts.count(), 5);
    for (const chart of await charts.all()) {
      await chart.locator("summary").press("Enter");
      assert.ok((await chart.locator("table tbody tr").count()) > 0);
    }
    const last = page.locator("figure.chart").first().locator("tbody tr").last();
    assert.match(await steps.plain(last), /^30\/09\/2026 37 100,00 16 200,00 13 200,00 0,00 1 400,00 8 400,00/);

    // The slider goes by months; the figures follow.
    const slider = page.getByRole("slider");
    await slider.focus();
    const months = Number(await slider.getAttribute("max")) - 1;
    for (let press = 0; press < 40 && (await page.locator("#as-of").inputValue()) > "2026-07-31"; press += 1) await page.keyboard.press("ArrowLeft");
    assert.ok(months > 0);
    await page.getByRole("heading", { level: 1, name: "Tableau de bord au 31 juillet 2026" }).waitFor();
    await steps.settled(page);
    assert.equal(await tile(/^Encours/), "27 800,00 €");
    await page.getByRole("button", { name: "24 mois" }).click();
    await steps.settled(page);

    // Credits stand where they are asked to: the total stays.
    await page.getByRole("link", { name: "Balance âgée", exact: true }).click();
    await steps.setAsOf(page, "2026-09-30", "Balance âgée au 30 septembre 2026");
    await page.locator("#credits").selectOption({ label: "imputés sur les débits les plus anciens" });
    await page.locator(".balance-made", { hasText: "les plus anciens" }).waitFor();
    await steps.settled(page);
    assert.equal((await steps.generalTotal(page))["Solde (€)"], "37 100,00");
    await page.locator("#by").selectOption({ label: "mois de facture" });
    await page.locator(".aged-table thead", { hasText: "mois de facture" }).waitFor();
    await steps.settled(page);
    await page.getByRole("button", { name: "Détailler le non échu" }).click();
    await page.locator(".aged-table thead", { hasText: /dans 0–30/ }).waitFor();
    const total = await page.locator(".aged-table tfoot tr").last().innerText();
    assert.match(steps.simple(total), /37 100,00 16 200,00/);
  });
});

test("a reading is corrected, compared with the books, changed, taken back, and kept for next month", async () => {
  const folder = mkdtempSync(join(tmpdir(), "encours-reading-"));
  const opened = await open({ contextOptions: { acceptDownloads: true } });
  const { page } = opened;
  const reading = steps.fixture("fixtures/reading/balance.csv");
  const equation = () => steps.plain(page.locator("main .equation").first());
  try {
    await steps.choose(page, reading);
    await steps.balanceShown(page);
    await page.getByRole("link", { name: "Lecture" }).click();
    assert.match(await equation(), /8 lignes lues = 2 importées \+ 3 écartées \+ 2 titres \+ 1 total/);

    // The rows set aside, as a file of their own: their cells, and why.
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Télécharger les lignes écartées (.csv)" }).click();
    const rejects = join(folder, "rejects.csv");
    await (await download).saveAs(rejects);
    const lines = readFileSync(rejects, "utf8").trim().split(/\r?\n/);
    assert.equal(lines.length, 4);
    assert.match(lines[3], /^C2;BETA SAS;F4;31\/02\/2026;30\/03\/2026;80,50;.*n’existe pas/);

    // What is no date is refused beside its field; the place that stands in the row is not said again.
    const day = page.getByLabel("Correction, ligne 6, colonne Date");
    await day.press("Enter");
    await page.getByText("Erreur : choisissez une date.").waitFor();
    assert.match(await steps.plain(page.locator(".set-aside tr", { has: day })), /31\/02\/2026 La date « 31\/02\/2026 » n’existe pas/);

    // Both letters O at once, then the impossible date by its field.
    await page.getByRole("button", { name: /Corriger les 2 lettres O/ }).click();
    await page.locator(".last-change", { hasText: "2 cellules corrigées" }).waitFor();
    assert.match(await steps.plain(page.locator(".last-change")), /solde : 1 187,50 € → 2 687,50 €, importées : 2 → 4, écartées : 3 → 1/);
    await day.fill("2026-02-28");
    await page.keyboard.press("Enter");
    await page.getByText("Aucune ligne écartée.").waitFor();
    // The keyboard is on what changed, also once the digest of the file has come.
    await page.locator(".fingerprint").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "reading-changes");
    assert.match(await equation(), /8 lignes lues = 5 importées \+ 0 écartée/);
    assert.match(await steps.plain(page.locator(".control-card")), /égal au total écrit dans le fichier/);

    // The balance of the books, wrong by one cent and then right.
    const books = page.getByLabel(/Solde 411 en comptabilité/);
    await books.fill("2768,01");
    await books.press("Enter");
    await page.locator(".books .control-wrong", { hasText: "0,01" }).waitFor();
    assert.match(await steps.plain(page.locator("footer")), /Écart avec la comptabilité : -0,01 €/);
    await books.fill("2 768,00 €");
    await books.press("Enter");
    await page.locator(".books .control-ok").waitFor();

    // A column means something else, and the change is taken back by the keyboard.
    const due = page.getByLabel(/Sens de la colonne E/);
    await due.selectOption("");
    await page.locator(".last-change", { hasText: "non utilisée" }).waitFor();
    assert.match(await steps.plain(page.locator(".last-change")), /sans échéance : 0 → 4/);
    // Terms give documents without a due date one; words that are none are refused, and what was shown holds.
    await page.getByLabel("Conditions de règlement des pièces sans échéance").fill("30 jours fin de mois");
    await page.keyboard.press("Enter");
    await page.locator(".last-change", { hasText: "sans échéance : 4 → 0" }).waitFor();
    await page.getByLabel("Conditions de règlement des pièces sans échéance").fill("un de ces jours");
    await page.keyboard.press("Enter");
    const refusal = page.getByRole("alert").filter({ hasText: "un de ces jours" });
    await refusal.waitFor();
    assert.equal(await page.locator("#default-terms").inputValue(), "30 jours fin de mois");
    await refusal.getByRole("button").first().click();
    await page.locator("#reading-changes button").first().click();
    await page.locator(".last-change", { hasText: "non utilisée" }).waitFor();
    // Another currency than the one assumed, and back.
    await page.locator("#default-currency").fill("chf");
    await page.keyboard.press("Enter");
    await page.locator(".last-change", { hasText: "CHF" }).waitFor();
    assert.match(await steps.plain(page.locator(".control-card")), /2 768,00 CHF/);
    await page.locator("#title").focus();
    await page.keyboard.press("Control+z");
    await page.locator(".last-change", { hasText: "non utilisée" }).waitFor();
    // A column that the file cannot do without is missed in words, and its list goes back.
    await page.getByLabel(/Sens de la colonne F/).selectOption("");
    await page.getByText("aucune colonne n’est lue comme Montant ou Reste dû").waitFor();
    await page.waitForFunction(() => document.querySelector("#column-0-5").value === "residual");
    await page.locator("#title").focus();
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => [...document.querySelectorAll(".preview select")].some((list) => list.value === "due-date"));
    assert.match(await equation(), /5 importées/);

    // The model is kept, and the next file of the same export is read with it; the lines set aside are told.
    await page.getByRole("button", { name: "Conserver sur cet ordinateur" }).click();
    await page.getByText("Modèle conservé sur cet ordinateur").waitFor();
    const kept = await page.evaluate(() => localStorage.getItem("encours.models"));
    assert.ok(kept.includes("due-date") && !/ALPHA|1 200/.test(kept), "headings and choices only");
    await steps.choose(page, reading);
    await steps.balanceShown(page);
    await page.getByRole("link", { name: "Lecture" }).click();
    await page.getByText("Lu avec un modèle conservé").waitFor();

    // The same headings above dates in another order: one question, both effects, the file's own way assumed.
    const turned = join(folder, "fevrier.csv");
    writeFileSync(turned, readFileSync(reading, "utf8").replace(/(\d\d)\/(\d\d)\/2026(?=;)/g, "$2/$1/2026"));
    await steps.choose(page, turned);
    const question = page.locator("fieldset.question");
    await question.waitFor();
    assert.equal(await question.count(), 1);
    assert.match(await steps.plain(question.locator("legend")), /^La dernière fois, .* lues jour\/mois\/année ; ce fichier montre mois\/jour\/année/);
    const effects = (await question.locator(".answer p").allInnerTexts()).map(steps.simple);
    assert.match(effects[0], /du 05\/01\/2026 au 30\/03\/2026/);
    assert.match(effects[1], /impossible ainsi : \d+ dates/);
    await page.getByText("Lu avec un modèle conservé ; une question reste ouverte plus haut.").waitFor();
    assert.ok(await question.getByRole("radio").first().isChecked());
    await page.getByRole("button", { name: "Appliquer" }).click();
    await page.locator(".last-change", { hasText: "1 question tranchée" }).waitFor();
    assert.equal(await question.count(), 0);
    await page.getByRole("button", { name: "Oublier ce modèle" }).click();
    assert.deepEqual((await stored(page)).local, []);
    assert.deepEqual(opened.problems, []);
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true });
  }
});

test("cells copied from a spreadsheet are pasted as a file; what another file replaces can be opened again", async () => {
  await visit({}, async ({ page }) => {
    const lines = [
      "Client\tDate\tPièce\tÉchéance\tMontant", "ALPHA\t12/05/2026\tF01\t30/06/2026\t1 2OO,00", "BETA\t15/05/2026\tF02\t\t80,00",
      "BETA\t16/05/2026\tF03\t16/06/2026\t20,00", "GAMMA\t18/05/2026\tF04\t\t900,00",
    ];
    await page.getByText("cellules copiées d’un tableur").waitFor();
    await steps.paste(page, "ALPHA");
    await page.getByRole("status").filter({ hasText: "ce n’est pas un tableau" }).waitFor();
    await steps.paste(page, lines.join("\r\n"));
    await page.locator(".file-names", { hasText: "collage.tsv" }).waitFor();
    await steps.settled(page);
    await steps.go(page, "#/balance");
    await page.locator(".tile", { hasText: "Clients" }).waitFor();
    assert.equal((await steps.generalTotal(page))["Solde (€)"], "1 000,00");

    // What has no due date is said above the figures, with the way to the field that dates it.
    await page.getByRole("link", { name: "Indiquer des conditions de règlement" }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "default-terms");

    // In a field a paste is text.
    await page.locator("#default-terms").focus();
    await steps.paste(page, lines.join("\n"));
    assert.equal(await page.locator(".work-bar").count(), 0);

    // A balance of the books, then one that is none: the difference says whose it is.
    await page.locator("#books-EUR").fill("1000");
    await page.locator("#books-EUR").press("Enter");
    await page.getByText("égal à l’import").waitFor();
    await page.locator("#books-EUR").fill("abc");
    await page.locator("#books-EUR").press("Enter");
    await page.getByText(/le dernier solde valable, 1.000,00.€, compte toujours/).waitFor();

    // Another file in its place: the way back brings the corrections with it.
    await steps.drop(page, GOLDEN);
    await page.locator(".file-names", { hasText: "ledger.csv" }).waitFor();
    await page.getByRole("button", { name: "Revenir au dossier précédent" }).click();
    await page.locator(".file-names", { hasText: "collage.tsv" }).waitFor();
    await steps.settled(page);
    await page.locator("h1").focus();
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await page.getByText("solde en comptabilité").first().waitFor();
  });
});

test("a folder dropped on the page is opened with what it holds, whatever the system keeps there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "encours-folder-"));
  try {
    mkdirSync(join(folder, "règlements"));
    writeFileSync(join(folder, ".DS_Store"), "x");
    writeFileSync(join(folder, "~$factures.xlsx"), "x");
    writeFileSync(join(folder, "factures.csv"), "Client;Pièce;Date;Échéance;Montant\nALPHA;F1;13/01/2026;14/02/2026;100,00\nBETA;F2;13/01/2026;14/02/2026;250,00\n");
    writeFileSync(join(folder, "règlements", "mars.csv"), "Client;Facture;Date règlement;Montant réglé\nALPHA;F1;20/02/2026;100,00\n");
    await visit({}, async ({ page }) => {
      await steps.dropPath(page, folder);
      await steps.balanceShown(page);
      assert.match(await page.locator(".file-names").innerText(), /factures\.csv.*mars\.csv/s);
      assert.equal((await steps.generalTotal(page))["Solde (€)"], "250,00");
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a question of reading is answered by the keyboard, changes the figures, and is taken back", async () => {
  const { default: AxeBuilder } = await import("@axe-core/playwright");
  await visit({ contextOptions: { viewport: { width: 390, height: 844 } } }, async ({ page }) => {
    await steps.choose(page, steps.fixture("fixtures/reading/either-order.csv"));
    // The question comes before the figures, and the foot says that they rest on it.
    const question = page.locator("fieldset.question");
    await question.waitFor();
    assert.match(await steps.plain(page.locator("footer")), /Chiffres provisoires : 1 question/);
    assert.match(await steps.plain(question), /02\/01\/2026/);
    const answers = question.getByRole("radio");
    assert.ok(await answers.first().isChecked(), "the answer assumed is chosen");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, "nothing is wider than a telephone");
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);

    await answers.first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".last-change", { hasText: "1 question tranchée" }).waitFor();
    assert.match(await steps.plain(page.locator(".last-change")), /dates : du 02\/01\/2026 au 06\/05\/2026 → du 01\/02\/2026 au 05\/06\/2026/);
    assert.equal(await question.count(), 0);
    assert.doesNotMatch(await steps.plain(page.locator("footer")), /provisoires/);
    const order = page.locator("label.field", { hasText: /^\s*Dates/ }).locator("option:checked");
    assert.match(await order.textContent(), /^mois/);

    await page.getByRole("button", { name: "Revenir en arrière" }).click();
    await question.waitFor();
    await page.evaluate(() => (location.hash = "#/exports"));
    assert.match(await steps.plain(page.locator("main")), /Chiffres provisoires : 1 question/);
  });
});

test("each kind of question is answered by the keyboard alone and changes the figures", async () => {
  const folder = mkdtempSync(join(tmpdir(), "encours-asked-"));
  // The figures as they are assumed, and what the other answer makes of them.
  const kinds = [
    ["hidden-rows", /2 lignes du tableau \(110,25 €\)/, /solde : 156,00 € → 45,75 €, importées : 4 → 2, écartées : 0 → 2/, "45,75"],
    ["half-swapped", /inversé jour et mois/, /du 03\/01\/2026 au 30\/04\/2026 → du 14\/01\/2026 au 03\/09\/2026/, "735,00"],
    ["amount-format", /sépare les milliers ou les décimales/, /solde : 6 859,00 € → 2,50 €, importées : 3 → 1, écartées : 0 → 2/, "2,50"],
    ["aged-as-of", /À quelle date la balance est-elle arrêtée/, /du 05\/10\/2026 au 05\/10\/2026 → du 10\/05\/2026 au 10\/05\/2026/, "205,00"],
  ];
  try {
    const files = writeAsked(folder);
    await visit({}, async ({ page }) => {
      for (const [kind, asked, changed, balance] of kinds) {
        await steps.choose(page, files[kind]);
        await page.locator(".file-names", { hasText: basename(files[kind]) }).waitFor();
        const question = page.locator("fieldset.question");
        assert.match(await steps.plain(question), asked);
        assert.match(await steps.plain(page.locator("footer")), /Chiffres provisoires : 1 question/);
        // From the title on, the keyboard alone: to the answers, to the other one, and Enter.
        await page.locator("#title").focus();
        const inQuestion = () => page.evaluate(() => document.activeElement.closest("fieldset.question") !== null);
        for (let tabs = 0; tabs < 12 && !(await inQuestion()); tabs += 1) await page.keyboard.press("Tab");
        await page.keyboard.press("ArrowDown");
        assert.ok(await question.getByRole("radio").nth(1).isChecked(), kind);
        await page.keyboard.press("Enter");
        await page.locator(".last-change", { hasText: "1 question tranchée" }).waitFor();
        assert.match(await steps.plain(page.locator(".last-change")), changed);
        assert.equal(await question.count(), 0);
        assert.doesNotMatch(await steps.plain(page.locator("footer")), /provisoires/);
        await page.locator("nav a", { hasText: "Balance âgée" }).click();
        await steps.balanceShown(page);
        await steps.settled(page);
        assert.ok(Object.values(await steps.generalTotal(page)).includes(balance), `${kind}: ${JSON.stringify(await steps.generalTotal(page))}`);
      }
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("files that are not recent are said to be, and drafts wait until a person has acknowledged it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "encours-stale-"));
  try {
    await visit({ contextOptions: { acceptDownloads: true } }, async ({ page }) => {
      await steps.choose(page, steps.fixture("fixtures/quality/ledger.csv"));
      await page.locator(".file-names", { hasText: "ledger.csv" }).waitFor();
      await steps.setAsOf(page, "2026-04-30", /./);
      await page.evaluate(() => (location.hash = "#/messages"));
      const note = page.locator(".freshness");
      await note.waitFor();
      assert.match(await steps.plain(note), /Dernier règlement le 25\/03\/2026, 26 jours ouvrés avant l’arrêté. Des clients ont pu payer depuis/);
      await page.locator("nav a", { hasText: "Exports" }).click();
      const drafts = page.getByRole("button", { name: /Projets de messages/ });
      const everything = page.getByRole("button", { name: /Tout le dossier/ });
      await note.waitFor();
      assert.ok((await drafts.isDisabled()) && (await everything.isDisabled()));
      assert.ok(await page.getByRole("button", { name: /Classeur d’analyse/ }).isEnabled(), "figures are not held back");

      // By the keyboard: Space ticks.
      await note.getByRole("checkbox").focus();
      await page.keyboard.press("Space");
      const download = page.waitForEvent("download");
      await everything.click();
      const path = join(folder, "everything.zip");
      await (await download).saveAs(path);
      const files = unzip(readFileSync(path));
      const manifest = JSON.parse(files.get("manifest.json").toString());
      assert.ok(manifest.freshness.stale && manifest.staleAcknowledged);
      assert.match(files.get("report.html").toString(), /26\s+jours\s+ouvrés\s+avant/);

      // Another day is another promise.
      await page.locator("#as-of").fill("2026-05-29");
      await page.locator(".freshness", { hasText: "47 jours ouvrés" }).waitFor();
      assert.ok(await drafts.isDisabled());
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a file in which nothing is recognised is opened by naming its columns; a model dropped alone waits for its file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "encours-columns-"));
  try {
    const path = join(folder, "extraction.csv");
    const model = join(folder, "modele.json");
    const line = (number) => `T${number % 3};${String(number).padStart(2, "0")}/03/2026;X${number};${100 + number}`;
    writeFileSync(path, `${["AA;BB;CC;DD", ...Array.from({ length: 9 }, (_, number) => line(number + 13))].join("\n")}\n`);
    await visit({ contextOptions: { acceptDownloads: true } }, async ({ page }) => {
      await steps.choose(page, path);
      const refusal = page.getByRole("alert").filter({ hasText: "extraction.csv" });
      await refusal.getByRole("button", { name: "Désigner les colonnes moi-même" }).click();
      await page.getByRole("heading", { level: 1, name: "Désigner les colonnes" }).waitFor();
      const open = page.getByRole("button", { name: "Ouvrir avec ces colonnes" });
      const meanings = page.locator(".preview select");
      for (const [column, meaning] of [[0, "customer-id"], [1, "invoice-date"], [2, "document"]]) {
        await meanings.nth(column).selectOption(meaning);
        assert.ok(await open.isDisabled());
      }
      await page.getByText("Il manque encore : un montant.").waitFor();
      await meanings.nth(3).selectOption("amount");
      await page.getByText("Tout ce qu’il faut est désigné.").waitFor();
      await open.click();
      await page.locator(".file-names", { hasText: "extraction.csv" }).waitFor();
      await page.evaluate(() => (location.hash = "#/import"));
      assert.match(await steps.plain(page.locator("main .equation").first()), /10 lignes lues = 9 importées \+ 0 écartée \+ 1 titre/);

      // Its reading as a file of its own, dropped alone on a fresh page: no refusal, and the next file is read with it.
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Enregistrer ce modèle de lecture (.json)" }).click();
      await (await download).saveAs(model);
    });
    await visit({}, async ({ page }) => {
      await steps.drop(page, model);
      await page.getByText("Modèle de lecture reçu : il sera appliqué au prochain fichier qui porte ses intitulés.").waitFor();
      await steps.drop(page, path);
      await page.locator(".file-names", { hasText: "extraction.csv" }).waitFor();
      await page.evaluate(() => (location.hash = "#/import"));
      await page.getByText("Lu avec un modèle conservé").waitFor();
      assert.match(await steps.plain(page.locator("main .equation").first()), /9 importées/);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the samples give their published totals without any mapping", needsSamples, async () => {
  await visit({}, async ({ page }) => {
    await steps.drop(page, join(SAMPLES, "ar-payments/ibm_30_customers.csv"));
    await page.locator("#as-of").waitFor();
    await steps.setAsOf(page, "2012-12-31", "Balance âgée au 31 décembre 2012");
    const ibm = await steps.generalTotal(page);
    assert.deepEqual([ibm["Solde (€)"], ibm["Non échu"], ibm["1–30 j"]], ["1 845,22", "1 523,06", "322,16"]);
    for (const [file, day, title, balance] of [
      ["ar-xlsx/ar-aging-report.xlsx", "2026-07-16", "Balance âgée au 16 juillet 2026", "7 670 150,00"],
      ["ar-xlsx/xero_like_invoices.xlsx", "2025-06-30", "Balance âgée au 30 juin 2025", "22 170,00"],
      ["ar-xlsx/receivables_small.xlsx", "2025-09-30", "Balance âgée au 30 septembre 2025", "51 011,72"],
    ]) {
      await steps.choose(page, join(SAMPLES, file));
      await page.locator(".file-names", { hasText: file.split("/").at(-1) }).waitFor();
      await steps.settled(page);
      // Where a column is to be confirmed, the reading is shown first.
      await page.locator("nav a", { hasText: "Balance âgée" }).click();
      await steps.setAsOf(page, day, title);
      assert.ok(Object.values(await steps.generalTotal(page)).includes(balance), file);
      if (!file.endsWith("ar-aging-report.xlsx")) continue;
      // Of several sheets the page says which is read, and why the others are not.
      await page.locator("nav a", { hasText: "Lecture" }).click();
      assert.equal(await page.locator(".file-card h3").innerText(), "ar-aging-report.xlsx, feuille « Open Invoices »".replace(/« /, "«\u00a0").replace(/ »/, "\u00a0»"));
      const sheets = await steps.plain(page.locator(".sheets"));
      assert.match(sheets, /« Aging Report » : Cette feuille résume ce qu’une autre détaille ; elle n’est pas lue\./);
      assert.match(sheets, /« Open Invoices » : Cette feuille est lue : c’est la plus détaillée \(26 lignes\)/);
    }

    // In books whose other accounts are left out, each row says so, and none of them is missing from the figures.
    await steps.choose(page, join(SAMPLES, "fec/coala_2020.txt"));
    await page.locator(".file-names", { hasText: "coala" }).waitFor();
    await steps.settled(page);
    assert.equal(await page.locator(".strip", { hasText: "écartée" }).count(), 0);
    await page.locator("nav a", { hasText: "Lecture" }).click();
    await page.getByRole("heading", { name: "39 lignes écartées, rien à corriger" }).waitFor();
    assert.equal(await page.locator("details.left-out[open], .set-aside .fix").count(), 0);
    const kinds = page.locator(".preview tbody tr td:nth-child(2)");
    await kinds.first().waitFor();
    assert.deepEqual((await kinds.allInnerTexts()).slice(0, 5), ["intitulés", "importée", "écartée", "importée", "écartée"]);
  });
});

test("of several files those that repeat others or cannot be read are left, and one button says otherwise", async () => {
  const given = (name) => steps.fixture(`fixtures/dossiers/${name}.csv`);
  await visit({}, async ({ page }) => {
    await steps.choose(page, given("encours-aout"), given("encours-septembre"), given("echeancier"), given("releve-bancaire"));
    await steps.balanceShown(page);
    // The day that the titles state, and why it is that one.
    assert.equal(await page.locator("#as-of").inputValue(), "2026-09-30");
    assert.equal(await page.locator("#as-of-why").innerText(), "jour indiqué par le fichier");
    assert.equal((await steps.generalTotal(page))["Solde (€)"], "11 420,50");
    assert.match(await steps.plain(page.locator(".strip").first()), /3 fichiers déposés ne sont pas lus\./);
    await page.locator(".strip a").first().click();
    await page.getByRole("heading", { name: "3 fichiers non lus" }).waitFor();
    const left = await steps.plain(page.locator(".left-files"));
    assert.match(left, /encours-aout\.csv n’est pas lu : encours-septembre\.csv donne la même liste à une date plus récente \(30\/09\/2026 au lieu du 31\/08\/2026\)/);
    assert.match(left, /echeancier\.csv n’est pas lu : « Échéancier fournisseurs »/);
    assert.match(left, /releve-bancaire\.csv/);
    // The reasons follow the language, refusals too.
    await page.locator("#language").click();
    await page.getByRole("heading", { name: "3 files not read" }).waitFor();
    assert.match(await steps.plain(page.locator(".left-files")), /releve-bancaire\.csv” looks like a bank statement/);
    await page.locator("#language").click();
    await page.getByRole("heading", { name: "3 fichiers non lus" }).waitFor();
    // Both states read: what counts twice is told. The change can be taken back.
    await page.getByRole("button", { name: "Lire aussi ce fichier : encours-aout.csv" }).click();
    await page.getByRole("heading", { name: "2 fichiers non lus" }).waitFor();
    assert.match(await steps.plain(page.locator("main")), /elles comptent deux fois/);
    await page.getByRole("button", { name: "Ne pas lire ce fichier : encours-aout.csv" }).click();
    await page.getByRole("heading", { name: "3 fichiers non lus" }).waitFor();
    await page.getByRole("button", { name: "Revenir en arrière" }).click();
    await page.getByRole("heading", { name: "2 fichiers non lus" }).waitFor();
  });
});

test("hostile files get a sentence in both languages within ten seconds, and what was open stays open", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "encours-hostile-"));
  const cargo = ["run", "--quiet", "-p", "acceptance", "--example", "hostile", "--", folder, "wide"];
  const made = spawnSync(process.env.CARGO ?? "cargo", cargo, { cwd: steps.fixture(""), encoding: "utf8" });
  if (made.error) return t.skip("cargo is needed to make the hostile files");
  assert.equal(made.status, 0, made.stderr);
  const refused = made.stdout.trim().split("\n").map((line) => line.split(" ")).filter(([, fate]) => fate === "refused");
  const files = [...filesUnder(folder), ...(needsSamples.skip ? [] : filesUnder(join(SAMPLES, "nasty")))];
  assert.ok(files.length > 200, `${files.length} files`);
  try {
    await visit({}, async ({ page }) => {
      await steps.choose(page, GOLDEN);
      await steps.balanceShown(page);
      let open = "ledger.csv";
      let slowest = { milliseconds: 0 };
      const wrong = [];
      const french = new Map();
      for (const file of files) {
        const answer = await answerTo(page, file, 10_000);
        const { fate, text, milliseconds } = answer;
        if (fate === "opened") open = file.name;
        // What is open is the last file that could be read, whatever was dropped since.
        const shown = await page.locator(".file-names").innerText();
        if (fate === "silent" || !text.includes(file.name) || shown !== open) wrong.push(`${file.name}: ${fate}, ${text}, open: ${shown}`);
        if (milliseconds > slowest.milliseconds) slowest = { milliseconds, name: file.name };
        french.set(file.name, answer);
      }
      t.diagnostic(`${files.length} files answered; the slowest, ${slowest.name}, in ${Math.round(slowest.milliseconds)} ms`);
      assert.deepEqual(wrong, []);

      await steps.choose(page, GOLDEN);
      await page.locator(".file-names", { hasText: "ledger.csv" }).waitFor();
      await page.locator("#language").click();
      for (const [name] of refused) {
        const { fate, text } = await answerTo(page, { name, path: join(folder, name) }, 10_000);
        assert.equal(fate, "refused", name);
        assert.ok(text.includes(name) && text !== french.get(name).text, `${name}: both languages say ${text}`);
      }
      assert.match(await steps.plain(page.locator("footer")), /34,100\.00/);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a reader that hangs or traps ends in a sentence; cancel works; what was open stays open", async () => {
  await visit({}, async ({ page }) => {
    await steps.choose(page, GOLDEN);
    await steps.balanceShown(page);
    // From here on a new worker runs the text of `globalThis.broken` where there is one, and the engine otherwise.
    await page.evaluate(() => {
      const Real = Worker;
      globalThis.Worker = class extends Real {
        constructor(url, options) {
          const text = globalThis.broken;
          super(text ? URL.createObjectURL(new Blob([text], { type: "text/javascript" })) : url, options);
        }
      };
    });
    const breakWorkers = async (text) => {
      await page.evaluate((text) => (globalThis.broken = text), text);
      // A spare engine is warm: opening and cancelling, or just opening, uses it up, so that the next one is broken.
      await steps.choose(page, DEMO);
      await page.locator(".file-names", { hasText: "grand-livre" }).waitFor();
    };
    const alert = page.getByRole("alert").filter({ hasText: "ledger.csv" });
    const stillOpen = async () => assert.match(await page.locator(".file-names").innerText(), /grand-livre/);

    await breakWorkers("onmessage = () => {}; postMessage({ ready: true });");
    await steps.choose(page, GOLDEN);
    const cancel = page.getByRole("button", { name: "Annuler" });
    await cancel.click();
    await cancel.waitFor({ state: "detached", timeout: 1_000 });
    await stillOpen();
    await steps.choose(page, GOLDEN);
    await alert.waitFor({ timeout: 10_500 });
    await stillOpen();
    await alert.getByRole("button").first().click();

    await page.evaluate(() => (globalThis.broken = "onmessage = () => { throw new Error('unreachable'); }; postMessage({ ready: true });"));
    // The spare hangs still; the one after it traps.
    for (let turn = 0; turn < 2; turn += 1) {
      await steps.choose(page, GOLDEN);
      await alert.waitFor({ timeout: 10_500 });
      await stillOpen();
      await alert.getByRole("button").first().click();
    }
    // And a sound worker again: the page has lost nothing.
    await page.evaluate(() => (globalThis.broken = null));
    await steps.choose(page, GOLDEN);
    await alert.or(page.locator(".file-names", { hasText: "ledger.csv" })).waitFor({ timeout: 10_500 });
    await steps.choose(page, GOLDEN);
    await page.locator(".file-names", { hasText: "ledger.csv" }).waitFor();
    assert.match(await steps.plain(page.locator("footer")), /34 100,00 €/);
  });
});

test("a file of tens of megabytes is read piece by piece, stopped at once at any moment, and read again", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "encours-"));
  try {
    const path = join(folder, "large.csv");
    const rows = writeLarge(path);
    await visit({}, async ({ page }) => {
      await page.evaluate(watch);
      // How far it is, in bytes and in rows, in both languages; the reading goes on under a change of language.
      const longer = join(folder, "longer.csv");
      writeLarge(longer, 4);
      await steps.choose(page, longer);
      const far = page.locator(".work-far");
      await far.filter({ hasText: /\d\s?Mo sur \d+\s?Mo, [\d\s]+lignes/ }).waitFor();
      await page.locator("#language").click();
      await far.filter({ hasText: /\d\s?MB of \d+\s?MB, [\d,]+\s?rows/ }).waitFor();
      await page.locator("#language").click();
      await page.getByRole("button", { name: "Annuler" }).click();

      // Cancel at eight moments, from the first instant to the last: at rest within 300 ms, nothing opened.
      const waits = [];
      for (const after of [0, 30, 120, 300, 500, 700, 900, 1_100]) {
        await page.evaluate(() => Object.assign(bench, { cancelled: 0, gone: 0, chosen: 0, balance: 0 }));
        await steps.choose(page, path);
        const cancel = page.locator(".work-bar button");
        await cancel.waitFor();
        await page.waitForTimeout(after);
        // Pressed inside the page: the time of the test's own messages is none of the page's.
        const pressed = await page.evaluate(() => (document.querySelector(".work-bar button")?.click(), bench.cancelled > 0));
        if (!pressed) break;
        await page.waitForFunction(() => bench.gone > 0, undefined, { polling: 20 });
        waits.push(await page.evaluate(() => Math.round(bench.gone - bench.cancelled)));
        assert.equal(await page.locator("table.aged-table").count(), 0);
      }
      t.diagnostic(`cancelled in ${waits.join(", ")} ms`);
      assert.ok(waits.length >= 4 && waits.every((wait) => wait <= 300), waits.join(", "));

      const work = await mainThread(page);
      await steps.choose(page, path);
      await page.locator("table.aged-table tbody tr:not(.spacer)").first().waitFor({ timeout: 120_000 });
      await steps.settled(page);
      const total = Object.entries(await steps.generalTotal(page)).find(([heading]) => heading.startsWith("Solde"))[1];
      // Every row is 12,34.
      assert.equal(total.replace(/\D/g, ""), String(rows * 1234));
      const memory = await page.evaluate(() => bench.memory / 2 ** 20);
      const size = statSync(path).size / 2 ** 20;
      t.diagnostic(`${memory.toFixed(0)} MB of memory for a file of ${size.toFixed(0)} MB`);
      // Before any screen asks for a plan. What its items hold weighs about as much as the file; the file itself never stands beside them.
      assert.ok(memory > 10 && memory < 1.5 * size, `${memory} MB of memory for a file of ${size} MB`);
      for (const screen of ["#/client/0", "#/import", "#/qualite", "#/plan", "#/messages", "#/exports", "#/balance"]) {
        await page.evaluate((screen) => (location.hash = screen), screen);
        await page.locator("#title").waitFor();
        await steps.settled(page);
      }
      const longest = await work.longest();
      t.diagnostic(`the longest task of the page's thread took ${Math.round(longest)} ms of processor time`);
      assert.ok(longest <= 50, `${longest} ms`);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Some forty megabytes of open items, or so many times that; says how many. */
function writeLarge(path, times = 1) {
  const out = openSync(path, "w");
  const rows = times * 700_000;
  writeSync(out, "Code client;Nom du client;N° de pièce;Date de pièce;Échéance;Libellé;Solde dû\r\n");
  for (let number = 0; number < rows; number += 1_000) {
    const line = (_, at) =>
      `CL${(number + at) % 5_000};Établissements Cléry ${(number + at) % 5_000};FA26-${String(number + at).padStart(7, "0")};15/01/2026;` +
      `14/02/2026;Entretien annuel, dossier ${number + at};12,34\r\n`;
    writeSync(out, Array.from({ length: 1_000 }, line).join(""));
  }
  closeSync(out);
  return rows;
}

test("the page works under any path and with the network cut after load", async () => {
  await visit({ serverOptions: { prefix: "/any/sub/path/" } }, async ({ page, context, server }) => {
    await context.setOffline(true);
    await server.stop?.();
    await steps.openDemo(page);
    await steps.setAsOf(page, "2026-06-30", "Balance âgée au 30 juin 2026");
    // A second file needs a fresh worker: no network either.
    await steps.choose(page, GOLDEN);
    await page.locator(".file-names", { hasText: "ledger.csv" }).waitFor();
  });
});

test("nothing can leave: requests are refused in the page and in a worker like the engine's", async () => {
  const opened = await open({});
  try {
    const { page, server } = opened;
    const before = server.requests.length;
    const leaks = await page.evaluate(async (origin) => {
      const tries = {
        fetch: () => fetch(`${origin}/leak`),
        fetchElsewhere: () => fetch("http://127.0.0.1:9/leak"),
        image: () => new Promise((done, fail) => Object.assign(new Image(), { onload: done, onerror: fail, src: `${origin}/leak.png` })),
        worker: () =>
          new Promise((done, fail) => {
            const text = `fetch(${JSON.stringify(`${origin}/leak`)}).then(() => postMessage("out"), () => postMessage("refused"))`;
            const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
            worker.onmessage = ({ data }) => (data === "out" ? done() : fail());
          }),
        socket: () => new WebSocket(origin.replace("http", "ws")),
        peer: () => new RTCPeerConnection(),
      };
      const out = [];
      for (const [name, attempt] of Object.entries(tries)) {
        try {
          await attempt();
          out.push(name);
        } catch {
          /* refused, as promised */
        }
      }
      return out;
    }, server.origin);
    assert.deepEqual(leaks, []);
    assert.deepEqual(server.requests.slice(before), []);
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").first().getAttribute("content");
    assert.equal(
      policy,
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self'; img-src data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'",
    );
  } finally {
    await opened.close();
  }
});

test("the keyboard alone reaches the figures, and a screen reader finds no serious fault", async () => {
  const { default: AxeBuilder } = await import("@axe-core/playwright");
  await visit({}, async ({ page }) => {
    const demo = page.getByRole("button", { name: /grand livre fictif/ });
    for (let tabs = 0; tabs < 20 && !(await demo.evaluate((button) => button === document.activeElement)); tabs += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await steps.balanceShown(page);
    await page.locator("#title").focus();
    await page.keyboard.press("/");
    await page.keyboard.type("verca");
    await page.locator(".aged-table tfoot", { hasText: "Total affiché (1)" }).waitFor();
    const screens = ["#/", "#/import", "#/balance", "#/client/0", "#/tableau", "#/rapprochements", "#/qualite", "#/constats", "#/encaissements", "#/segments", "#/plan", "#/plan/politique", "#/plan/comparaison", "#/appels", "#/suivi", "#/messages", "#/exports", "#/confidentialite"];
    for (const scheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const screen of screens) {
        await steps.go(page, screen);
        await page.setViewportSize({ width: 390, height: 844 });
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, `${screen} is wider than a telephone`);
        await page.setViewportSize({ width: 1280, height: 720 });
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        assert.deepEqual(serious.map(({ id, nodes }) => `${scheme} ${screen} ${id}: ${nodes[0].html}`), []);
      }
    }
  });
});
