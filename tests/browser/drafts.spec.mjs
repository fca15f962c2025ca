/**
 * The drafts in Chromium: reworded, refused where a figure moves, taken back, another text chosen; the sender's accounts;
 * and every kind of file, byte for byte what the engine makes natively. Needs dist/site (`cargo xtask dist`).
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { DRAFTS_AS_OF, draftsLedger } from "../bench/drafts-ledger.mjs";
import { open } from "./support/page.mjs";
import * as steps from "./support/steps.mjs";
import { interruptions, sums } from "./support/worker.mjs";
import { unzip } from "./support/zip.mjs";

test("a draft is reworded, no figure moves, it is taken back, and another text is chosen", async () => {
  const opened = await open({});
  const { page } = opened;
  try {
    const loaded = opened.server.requests.length;
    await steps.openDemo(page);
    await steps.go(page, "#/messages");
    const letter = page.locator(".draft > .letter");
    await letter.waitFor();
    const before = await letter.innerText();

    const body = page.locator("#draft-body");
    const reword = async (change) => {
      await page.locator(".draft-words > summary").click();
      await body.fill(change(await body.inputValue()));
      await page.locator(".draft-words button[type=submit]").click();
    };
    await reword((text) => text.replace("Madame, Monsieur", "Chère Madame Vidal"));
    await page.locator(".draft-changes ins", { hasText: "Chère Madame Vidal" }).waitFor();
    await page.locator(".draft-changes del", { hasText: "Madame, Monsieur" }).first().waitFor();
    await page.waitForFunction(() => document.activeElement.id === "draft-title");
    assert.equal(await page.locator(".draft-list .tag", { hasText: "Texte modifié" }).count(), 1);

    // An amount is not changed by hand: said, and the text stays as the engine wrote it.
    await reword((text) => text.replace(/(\d),(\d\d)\u00a0€/, "$1,99\u00a0€"));
    await page.locator(".draft .remarks", { hasText: "ne se modifient pas à la main" }).waitFor();
    assert.equal(await letter.innerText(), before);
    await page.locator("#draft-undo").click();
    await page.locator("#draft-undo").waitFor({ state: "detached" });
    assert.equal(await letter.innerText(), before);

    // Every text there is, warm and firm; the one chosen is the one shown.
    await page.locator(".draft-variants > summary").click();
    const second = page.locator(".variants > li", { hasText: "Deuxième relance (prévenant)" });
    await second.locator("summary").click();
    const wanted = await second.locator(".letter").innerText();
    await second.getByRole("button", { name: "Prendre ce texte" }).click();
    await page.waitForFunction((wanted) => document.querySelector(".draft > .letter")?.innerText === wanted, wanted);

    // An account more, which is said to be wrong, and removed.
    await page.locator("#sender-account-add").click();
    await page.locator("#sender-account-0-iban").fill("FR00 0000");
    await page.locator("#sender-account-0-iban").press("Tab");
    await page.locator(".draft .remarks", { hasText: "FR00 0000" }).waitFor();
    await page.getByRole("button", { name: "Retirer le compte" }).click();
    await page.locator(".draft .remarks", { hasText: "FR00 0000" }).waitFor({ state: "detached" });

    // Files made by two workers of this page: the digests they have natively.
    const lines = readFileSync(steps.fixture("golden/exports.sha256"), "utf8").trim().split("\n");
    const dossier = JSON.parse(readFileSync(steps.fixture("fixtures/exports/dossier.json"), "utf8"));
    for (const made of await sums(page, dossier, lines, 2)) assert.deepEqual(made, lines);
    assert.deepEqual(opened.server.requests.slice(loaded), [], "requests after load");
    assert.deepEqual(opened.problems, [], "errors or policy violations");
  } finally {
    await opened.close();
  }
});

const MANY = 1_500;

test("the texts of many customers are counted as they are made, and given up at once in any stage", async () => {
  const opened = await open({ contextOptions: { acceptDownloads: true } });
  const { page } = opened;
  page.setDefaultTimeout(120_000);
  try {
    const loaded = opened.server.requests.length;
    const ledger = draftsLedger(MANY);
    await page.locator("input[type=file]").first().setInputFiles([{ name: "many.csv", mimeType: "text/csv", buffer: Buffer.from(ledger) }]);
    await steps.balanceShown(page);
    await page.locator("#as-of").fill(DRAFTS_AS_OF);
    await steps.settled(page);
    await steps.go(page, "#/exports");
    await page.locator(".freshness input").check();
    const make = page.locator(".export", { hasText: "Projets de messages" }).getByRole("button");

    // How many of them, and Cancel: the page is at rest, and the dossier answers as before.
    await make.click();
    await page.locator(".work-far", { hasText: /\d+.textes? sur 1.500/ }).waitFor();
    await page.locator(".work-bar button").click();
    await page.locator(".work-bar").waitFor({ state: "detached", timeout: 1_000 });
    await page.getByText("Le dossier est toujours ouvert").waitFor();
    await page.locator("#as-of").fill("2026-09-29");
    await steps.settled(page);
    await page.locator("#as-of").fill(DRAFTS_AS_OF);
    await steps.settled(page);

    // Taken out after all: a file for each, each in the index.
    const [download] = await Promise.all([page.waitForEvent("download"), make.click()]);
    const files = unzip(await readFile(await download.path()));
    const each = [...files.keys()].filter((name) => /^drafts\/(messages|letters|calls)\/\d{3,}_/.test(name));
    assert.equal(each.length, MANY);
    assert.equal(files.get("drafts/index.html").toString().match(/<tr><td>/g).length, MANY);

    // In each stage, the worker is free again for the next question within 300 ms.
    const query = { kind: "drafts.zip", asOf: DRAFTS_AS_OF };
    const stages = ["planning", "drafting", "packing"];
    const { rows, waits } = await interruptions(page, ledger, query, [...stages, ...stages]);
    assert.equal(rows, MANY * 3);
    for (const stage of stages) {
      const own = waits.filter((wait) => wait.stage === stage);
      assert.ok(own.every(({ freshness }) => freshness), stage);
      // The better of two: a busy neighbour is not what is measured.
      assert.ok(Math.min(...own.map(({ milliseconds }) => milliseconds)) <= 300, JSON.stringify(waits));
    }
    assert.deepEqual(opened.server.requests.slice(loaded), [], "requests after load");
    assert.deepEqual(opened.problems, [], "errors or policy violations");
  } finally {
    await opened.close();
  }
});

test("who signs, who is written to and what is attached follow what is filled in, and are told", async () => {
  const opened = await open({});
  const { page } = opened;
  try {
    const loaded = opened.server.requests.length;
    await steps.openDemo(page);
    await steps.go(page, "#/messages");
    const choices = page.locator(".draft-choices");
    await choices.waitFor();
    const told = async (about) => steps.simple(await choices.locator("div", { has: page.locator("dt", { hasText: about }) }).innerText());
    assert.match(await told("Signé par"), /par défaut/);

    // A colleague who signs everything from a rule, and a contact of this customer.
    await page.locator("#colleague-add").click();
    await page.locator("#colleague-0-name").fill("Hélène Marchand");
    await page.locator("#colleague-0-email").fill("h.marchand@exemple.example");
    await page.locator("#colleague-0-email").press("Tab");
    await page.locator("#rule-add").click();
    await page.locator("#rule-0-signs").selectOption({ label: "Hélène Marchand" });
    await choices.locator("dd", { hasText: "Hélène Marchand" }).waitFor();
    assert.match(await told("Signé par"), /règle n° 1, pour tous les clients/);
    await page.locator(".draft > .letter", { hasText: "Hélène Marchand" }).waitFor();
    await page.locator("#draft-contact-add").click();
    await page.waitForFunction(() => document.activeElement.id === "contact-0-name");
    await page.locator("#contact-0-name").fill("Jean Petit");
    await page.locator("#contact-0-email").fill("j.petit@client.example");
    await page.locator("#contact-0-email").press("Tab");
    await choices.locator("dd", { hasText: "j.petit@client.example" }).waitFor();
    assert.match(await told("Adressé à"), /contact des relances/);

    // Files found by their names; one that is no PDF and one of nobody are told.
    const number = /\bFA26-\d+/.exec(await page.locator(".draft > .letter").innerText())[0];
    const pdf = (name, text) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(text) });
    const bytes = `%PDF-1.7 ${number}`;
    await page.locator("#invoices > summary").click();
    await page.locator("#invoices input[type=file]").first().setInputFiles([
      pdf(`Facture ${number.replace("-", "_0")}.pdf`, bytes), pdf("FA00-0000.pdf", "%PDF-1.7"), pdf("FA00-0001.pdf", "<html>"),
    ]);
    const list = page.locator("#invoices");
    await list.locator("li", { hasText: "Aucune facture ouverte" }).waitFor();
    await list.locator("li", { hasText: "ne commence pas par %PDF-" }).waitFor();
    await list.locator("summary", { hasText: "facture" }).first().waitFor();
    await page.locator(".draft .facts dd", { hasText: `Facture ${number.replace("-", "_0")}.pdf` }).waitFor();

    // Of two files for one invoice the one named exactly like it is taken; the other is asked about, and left out.
    const exact = `%PDF-1.7 exactly ${number}`;
    await page.locator("#invoices input[type=file]").first().setInputFiles([pdf(`${number}.pdf`, exact)]);
    await page.locator(".draft .facts dd", { hasText: `${number}.pdf` }).waitFor();
    const asked = list.locator("li", { hasText: `Facture ${number.replace("-", "_0")}.pdf` });
    await asked.locator("select").selectOption({ label: "ne pas joindre ce fichier" });
    await list.locator("li", { hasText: "Laissé de côté" }).waitFor();

    // The form under the text; the e-mail as a file, with the same bytes.
    await page.locator("#forms-in-text").check();
    await page.locator(".draft > .letter", { hasText: "item-1=" }).waitFor();
    const acknowledge = page.getByRole("button", { name: /j’en tiens compte|pris connaissance|continuer/i });
    if (await acknowledge.count()) await acknowledge.first().click();
    const download = page.waitForEvent("download");
    await page.locator("#draft-download").click();
    const path = await (await download).path();
    const message = readFileSync(path, "latin1");
    assert.ok(message.includes(Buffer.from(exact).toString("base64")), "the bytes of the PDF");
    assert.match(message, /To: .*Jean Petit|j\.petit@client\.example/);

    await page.locator("#invoices-remove").click();
    await page.locator(".draft .facts dd", { hasText: ".pdf" }).waitFor({ state: "detached" });
    assert.deepEqual(opened.server.requests.slice(loaded), [], "requests after load");
    assert.deepEqual(opened.problems, [], "errors or policy violations");
  } finally {
    await opened.close();
  }
});
