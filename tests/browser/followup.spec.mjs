/**
 * The follow-up of customers in Chromium: a promise, a dispute and a plan recorded on a customer's page, taken back and made
 * again, saved as one file, and found again with next month's files. One visit. Needs dist/site (`cargo xtask dist`).
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { open } from "./support/page.mjs";
import * as steps from "./support/steps.mjs";

/** How long any one thing may take on a busy machine; what takes longer is a failure that says where it stood. */
const PATIENCE = 60_000;

/** The page of a customer, by its name in the balance. */
async function customer(page, name) {
  await steps.go(page, "#/balance");
  await page.locator("table.aged-table a.customer", { hasText: name }).first().click();
  await page.locator("details.record").waitFor();
  await page.locator("details.record > summary").click();
}

/** Fills in the form of the customer shown. */
async function record(page, kind, { items = [], day, amount, words }) {
  const form = page.locator(".record-form");
  await form.getByLabel("Quoi").selectOption(kind);
  for (const item of items) await form.locator(".record-items label", { hasText: item }).locator("input").check();
  if (day) await form.locator("input[type=date]").fill(day);
  if (amount) await form.getByLabel(/^Montant/).fill(amount);
  if (words) await form.getByLabel("Motif ou note").fill(words);
  await form.getByRole("button", { name: "Consigner" }).click();
  await steps.settled(page);
}

test("what is promised, disputed and agreed on is recorded, taken back, saved and found again next month", async () => {
  const folder = mkdtempSync(join(tmpdir(), "encours-followup-"));
  const opened = await open({ contextOptions: { acceptDownloads: true } });
  const { page } = opened;
  page.setDefaultTimeout(PATIENCE);
  try {
    const loaded = opened.server.requests.length;
    await steps.choose(page, steps.fixture("fixtures/months/september.csv"));
    await page.waitForFunction(() => location.hash.startsWith("#/import") || document.querySelector("table.aged-table"));
    await steps.go(page, "#/balance");
    await steps.balanceShown(page);
    await page.locator("#as-of").fill("2026-09-30");
    await steps.settled(page);

    // Nothing yet, and a sentence that says what to do.
    await steps.go(page, "#/suivi");
    await page.locator(".empty", { hasText: "Rien n’est consigné" }).waitFor();

    await customer(page, /Alpha/);
    await record(page, "promise", { items: ["F101"], day: "2026-10-10", amount: "1200" });
    await page.getByRole("heading", { name: "Suivi du client" }).waitFor();
    await customer(page, /B.ta/);
    await record(page, "dispute", { items: ["F104"], amount: "400", words: "deux palettes manquent" });

    // Both stand in the follow-up; the last is taken back by its name, and made again.
    await steps.go(page, "#/suivi");
    const rows = page.locator(".followup-screen table.rows tbody tr");
    const count = (wanted) => page.waitForFunction((wanted) => document.querySelectorAll(".followup-screen table.rows tbody tr").length === wanted, wanted);
    await count(2);
    const told = (await rows.allInnerTexts()).map(steps.simple);
    assert.ok(told.some((row) => row.includes("F101") && row.includes("1 200,00")), told.join(" / "));
    assert.ok(told.some((row) => row.includes("F104") && row.includes("400,00")), told.join(" / "));
    await page.getByRole("button", { name: /^Annuler · / }).click();
    await count(1);
    await page.getByRole("button", { name: /^Rétablir · / }).click();
    await count(2);

    // The plan asks neither for what is promised nor for what is disputed.
    await steps.go(page, "#/plan");
    await page.locator(".action").first().waitFor();
    const plan = steps.simple(await page.locator(".day").first().innerText());
    assert.match(plan, /Alpha 2 pièces 1 300,00/);
    assert.match(plan, /Béta 1 pièce 600,00/);

    // One file, then next month's files on top of it.
    await steps.go(page, "#/suivi");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Enregistrer le dossier" }).click();
    const path = join(folder, "dossier.encours");
    await (await download).saveAs(path);
    await page.getByRole("group", { name: "Dossier" }).locator("input[type=file]").setInputFiles(steps.fixture("fixtures/months/october.csv"));
    // What the new files ask is shown first, where they ask something.
    await page.waitForFunction(() => {
      const titles = [...document.querySelectorAll("h2")].map((title) => title.textContent);
      return location.hash.startsWith("#/import") || titles.includes("Depuis le dernier enregistrement");
    });
    await steps.go(page, "#/suivi");
    await page.getByRole("heading", { name: "Depuis le dernier enregistrement" }).waitFor();
    await page.locator(".control-ok").first().waitFor();
    const changes = steps.simple(await page.locator(".followup-screen table.rows").first().innerText());
    assert.match(changes, /14 465,00/, "what was open before, from the file saved");
    assert.match(changes, /10 681,66/, "what is open now");
    await page.getByText("Remerciements à envoyer").first().waitFor();

    assert.deepEqual(opened.server.requests.slice(loaded), [], "requests after load");
    assert.deepEqual(opened.problems, [], "errors or policy violations");
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true });
  }
});
