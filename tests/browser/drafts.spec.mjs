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
    await page.evaluate(() => (location.hash = "#/messages"));
    await steps.settled(page);
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
    await page.evaluate(() => (location.hash = "#/exports"));
    await steps.settled(page);
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
