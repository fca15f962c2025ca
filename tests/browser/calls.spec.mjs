/**
 * A morning of calls in Chromium: every result recorded by keyboard with its effect, undone, capped; calendar, sheets and
 * journal taken out, the journal read back into another dossier, an answer reviewed. One visit. Needs dist/site.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { open } from "./support/page.mjs";
import * as steps from "./support/steps.mjs";
import { unzip } from "./support/zip.mjs";

const PATIENCE = 60_000;
/** What may come of a call, what is told of it, and what stands in the follow-up then. */
const RESULTS = [
  ["promesse de règlement", { day: "2026-10-09", amount: "800" }, /^Promesse de règlement C01 F-C01 800,00 € 09\/10\/2026 attendue/],
  ["prochaine campagne de règlement", { day: "2026-10-15" }, /^Promesse de règlement C02 F-C02 1 001,00 € 15\/10\/2026/],
  ["dit avoir payé", {}, /^Blocage : Dit avoir payé.* C03 F-C03 06\/10\/2026/],
  ["échéancier accepté", { day: "2026-10-20" }, /^Échéancier accordé C04 F-C04 1 003,00 € 20\/10\/2026/],
  ["litige", { amount: "300" }, /^Litige : autre C05 F-C05 300,00 € 30\/09\/2026 en cours/],
  ["facture non reçue", {}, /^Blocage : Copie de la facture.* C06 F-C06 04\/10\/2026/],
  ["en attente de validation", {}, /^Blocage : Facture en attente de validation.* C07 F-C07 06\/10\/2026/],
  ["demande à être rappelé", { day: "2026-10-08" }, /^Blocage : À rappeler.* C08 F-C08 07\/10\/2026/],
  ["pas de réponse", {}, /^Contact consigné : appel C09/],
  ["message laissé", {}, /^Contact consigné : appel C10/],
  ["mauvais numéro ou interlocuteur", {}, /^Note C11 30\/09\/2026 Mauvais numéro ou interlocuteur 01 99 00 00 10/],
  ["refus de payer", {}, /^Note C12 30\/09\/2026 Refus de payer/],
  ["procédure collective", {}, /^Procédure collective C13 30\/09\/2026/],
];

/** Fourteen customers to call on the same day, the smallest debt first in their codes. */
function ledger() {
  const codes = Array.from({ length: RESULTS.length + 1 }, (_, number) => `C${String(number + 1).padStart(2, "0")}`);
  const lines = codes.map((code, number) => {
    const phone = `01 99 00 00 ${String(number).padStart(2, "0")}`;
    return `${code};Client ${code};compta@${code.toLowerCase()}.example;${phone};F-${code};2026-08-24;2026-09-23;${1000 + number},00`;
  });
  return ["Code client;Raison sociale;E-mail;Téléphone;Pièce;Date;Échéance;Montant", ...lines].join("\r\n");
}

test("every result of a call is recorded with its effect, and calendar, sheets, journal and answers follow", async () => {
  const opened = await open({ contextOptions: { acceptDownloads: true } });
  const { page } = opened;
  page.setDefaultTimeout(PATIENCE);
  const go = (hash) => steps.go(page, hash);
  const opens = async (name) => {
    await page.locator("input[type=file]").first().setInputFiles([{ name, mimeType: "text/csv", buffer: Buffer.from(ledger()) }]);
    await page.locator(".file-names", { hasText: name }).waitFor();
    await go("#/balance");
    await steps.balanceShown(page);
    await page.locator("#as-of").fill("2026-09-30");
    await steps.settled(page);
  };
  const downloaded = async (button) => {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return readFile(await download.path());
  };
  const day = page.locator(".call-day").first();
  const listed = (count) => page.waitForFunction((count) => document.querySelector(".call-day")?.querySelectorAll(".call").length === count, count);
  const rows = page.locator(".followup-screen table.rows").first().locator("tbody tr");
  const told = async () => (await rows.allInnerTexts()).map(steps.simple);
  try {
    const loaded = opened.server.requests.length;
    await opens("appels.csv");
    await go("#/appels");
    await listed(RESULTS.length + 1);

    // A cap sends the rest to later days, and says so; the calls are the same.
    const cap = page.getByLabel("Appels par jour");
    await cap.fill("5");
    await cap.press("Tab");
    await listed(5);
    assert.match(await steps.plain(day), /5 appels \(5 au plus\)/);
    assert.match(await steps.plain(day.locator(".note")), /9/);
    const sheets = (await downloaded(page.getByRole("button", { name: "Fiches d’appel à imprimer" }))).toString();
    assert.equal(sheets.match(/<article/g).length, 5);
    assert.ok(!sheets.includes("<script"));
    const calendar = (await downloaded(page.getByRole("button", { name: "Agenda (.ics)" }))).toString();
    const events = calendar.split("BEGIN:VEVENT").length - 1;
    assert.ok(events >= RESULTS.length + 1, `${events} events`);
    assert.equal(new Set(calendar.match(/^UID:.*$/gm)).size, events);
    await cap.fill("20");
    await cap.press("Tab");
    await listed(RESULTS.length + 1);

    // Without a hand on the mouse. An amount that is none is refused, and nothing is recorded.
    for (const [number, [outcome, { day: on, amount }]] of RESULTS.entries()) {
      const call = day.locator(".call", { hasText: `Client C${String(number + 1).padStart(2, "0")}` });
      await call.locator("summary").press("Enter");
      await call.getByRole("radio", { name: outcome, exact: true }).press("Space");
      assert.ok((await steps.plain(call.getByRole("status"))).length > 20, outcome);
      if (on) await call.locator("input[type=date]").fill(on);
      const submit = call.getByRole("button", { name: "Consigner" });
      if (number === 0) {
        await call.getByLabel(/^Montant/).fill("huit cents");
        await submit.press("Enter");
        await page.locator(".notice-error button").first().click();
        assert.equal(await day.locator(".call").count(), RESULTS.length + 1);
      }
      if (amount) await call.getByLabel(/^Montant/).fill(amount);
      await submit.press("Enter");
      await listed(RESULTS.length - number);
      await page.getByRole("button", { name: `Annuler · Appel : C${String(number + 1).padStart(2, "0")}, ${outcome}` }).waitFor();
    }
    const list = await steps.plain(page.locator("section.calls"));
    assert.match(list, /Numéros à compléter.*Client C11/s);
    assert.match(list, /vendredi 02\/10\/2026 : 2 appels/);

    // The whole of the last result is taken back at once, and recorded again with the mouse.
    await page.getByRole("button", { name: /^Annuler · Appel : C13/ }).click();
    await listed(2);
    const last = day.locator(".call", { hasText: "Client C13" });
    await last.locator("summary").click();
    await last.getByText("procédure collective", { exact: true }).first().click();
    await last.getByRole("button", { name: "Consigner" }).click();
    await listed(1);

    // Each effect stands in the follow-up; the plan follows.
    await go("#/suivi");
    await rows.first().waitFor();
    const records = await told();
    for (const [outcome, , expected] of RESULTS) assert.ok(records.some((row) => expected.test(row)), `${outcome}: ${records.join(" / ")}`);
    await go("#/plan");
    await page.locator(".action").first().waitFor();
    const today = steps.simple(await page.locator(".day").first().innerText());
    assert.match(today, /^Mercredi 30 septembre 2026 1 e-mail, 1 appel/);
    assert.match(today, /e-mail .*Client C11/);
    assert.ok(!/Client C(0\d|1[0235-9])/.test(today), today);

    // The journal in both forms; its figures by step.
    await go("#/suivi");
    const journal = await downloaded(page.getByRole("button", { name: "Journal (.json)" }));
    assert.equal(JSON.parse(journal).contacts.length, RESULTS.length);
    const table = (await downloaded(page.getByRole("button", { name: "Journal (.csv)" }))).toString();
    assert.equal(table.trim().split("\r\n").length, RESULTS.length + 1);

    // An answer a customer returned on its form: shown, one part of it recorded, the other not.
    await go("#/exports");
    await page.locator(".freshness input").check();
    const forms = unzip(await downloaded(page.locator(".export", { hasText: "Formulaires" }).getByRole("button")));
    const form = forms.get("C14_EUR.txt").toString();
    const answer = form.replace("answer-1=", "answer-1=promise").replace("day-1=", "day-1=2026-10-12").replace("message=", "message=Merci <b>de</b> patienter");
    await go("#/suivi");
    await page.getByLabel("Texte de la réponse").fill(answer);
    await page.getByRole("button", { name: "Lire la réponse" }).press("Enter");
    const review = page.locator(".answer");
    await review.locator("blockquote", { hasText: "Merci <b>de</b> patienter" }).waitFor();
    assert.ok(!(await told()).some((row) => row.includes("C14")), "nothing is recorded before anybody said so");
    await review.getByRole("button").first().press("Enter");
    await rows.filter({ hasText: "C14" }).first().waitFor();
    assert.ok((await told()).some((row) => /^Promesse de règlement C14 F-C14 1 013,00 € 12\/10\/2026/.test(row)));

    // What is recorded outlives another file on this page; on a new one nothing is known.
    assert.deepEqual(opened.server.requests.slice(loaded), [], "requests after load");
    await page.reload();
    await page.evaluate(() => globalThis.encours.engineReady);

    // The journal read back there: counted first, added once, and never twice.
    await opens("ailleurs.csv");
    await go("#/suivi");
    await page.locator(".empty", { hasText: "Rien n’est consigné" }).waitFor();
    const back = page.getByRole("button", { name: "Relire un journal" }).locator("xpath=following-sibling::input[1]");
    const read = () => back.setInputFiles([{ name: "journal.json", mimeType: "application/json", buffer: journal }]);
    await read();
    const add = page.locator(".note button");
    assert.match(await steps.plain(page.locator(".note", { has: page.locator("button") })), /13/);
    await add.click();
    await rows.nth(RESULTS.length - 1).waitFor();
    assert.equal(await rows.count(), RESULTS.length);
    await read();
    await add.waitFor();
    assert.equal(await add.isDisabled(), true);
    assert.deepEqual(opened.problems, [], "errors or policy violations");
  } finally {
    await opened.close();
  }
});
