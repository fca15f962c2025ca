/**
 * The plan and its policy in Chromium: by customer, as a calendar led by the keyboard, decided on, and a policy changed
 * with its effect, taken back, followed and compared. Few tests, each a whole visit. Needs dist/site (`cargo xtask dist`).
 */
import assert from "node:assert/strict";
import { writeFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { open } from "./support/page.mjs";
import * as steps from "./support/steps.mjs";

/** A visit to the demonstration ledger; nothing may go wrong in it and nothing may leave. */
async function visit(run) {
  const opened = await open({ contextOptions: { acceptDownloads: true } });
  try {
    const loaded = opened.server.requests.length;
    await steps.openDemo(opened.page);
    await run(opened.page);
    assert.deepEqual(opened.server.requests.slice(loaded), [], "requests after load");
    assert.deepEqual(opened.problems, [], "errors or policy violations");
  } finally {
    await opened.close();
  }
}

/** The number a text starts with. */
const number = (text) => Number(/[\d\s]+/.exec(steps.simple(text))[0].replaceAll(" ", ""));

test("the plan by customer, as a calendar led by the keyboard, and decided on", async () => {
  await visit(async (page) => {
    await steps.go(page, "#/plan");
    await page.locator(".day").first().waitFor();
    const planned = number(await page.locator(".lead").innerText());

    // By customer: the address says so, and every action is there.
    await page.getByRole("button", { name: "Client", exact: true }).click();
    await page.locator(".customer-actions").first().waitFor();
    assert.match(page.url(), /#\/plan\?par=client$/);
    for (;;) {
      const more = page.locator(".customers + .more button");
      if (!(await more.count())) break;
      await more.click();
    }
    const counts = await page.locator(".customer-actions > summary .action-items").allInnerTexts();
    assert.equal(counts.map(number).reduce((a, b) => a + b), planned, "no action is lost between both forms");

    // A filter keeps what answers it, and says so when nothing does.
    await page.locator("#channel").selectOption({ label: "appel" });
    const calls = await page.locator(".customer-actions .action-next").allInnerTexts();
    assert.ok(calls.length > 0 && calls.every((next) => next.includes("(appel)")), calls.join(" | "));
    await page.locator("#search").fill("personne de ce nom");
    await page.getByRole("button", { name: "Effacer les filtres" }).click();

    // The calendar: one stop of Tab, arrows lead, days off are said, what lies ahead is conditional.
    await page.getByRole("button", { name: "60 jours" }).click();
    await page.getByRole("button", { name: "Calendrier" }).click();
    await page.locator(".calendar button[aria-pressed=true]").focus();
    assert.equal(await page.locator(".calendar button[tabindex='0']").count(), 1);
    for (const key of ["ArrowDown", "ArrowRight", "PageDown"]) await page.keyboard.press(key);
    assert.equal(await page.evaluate(() => document.activeElement.id), "day-2026-11-08");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /11\s+novembre\s+2026.*férié/i);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: /11\s+novembre\s+2026/i }).waitFor();

    // A contact is skipped with a reason, the decision is listed, and taken back.
    await steps.go(page, "#/plan");
    const first = page.locator(".action").first();
    const name = await first.locator(".action-customer").innerText();
    await first.locator("summary").click();
    await first.getByRole("button", { name: "Écarter" }).click();
    await first.getByRole("alert").getByText(/dites pourquoi/).waitFor();
    await first.getByLabel("Raison").fill("vu au téléphone");
    await first.getByRole("button", { name: "Écarter" }).click();
    const decision = page.locator(".decisions li", { hasText: "vu au téléphone" });
    await decision.waitFor();
    assert.ok((await decision.innerText()).includes(name));
    await decision.getByRole("button", { name: "Reprendre la décision" }).click();
    await decision.waitFor({ state: "detached" });
    await page.locator(".action", { hasText: name }).first().waitFor();
  });
});

test("a policy is changed with its effect, refused at its place, taken back, followed and compared", async () => {
  const folder = mkdtempSync(join(tmpdir(), "encours-policy-"));
  try {
    await visit(async (page) => {
      await steps.go(page, "#/plan/politique");
      const contacts = () => page.locator(".outcomes tr", { hasText: "Contacts" }).first().locator("td").allInnerTexts();
      await page.locator(".outcomes").waitFor();
      const [followed] = await contacts();
      await page.locator("#preset").selectOption({ label: "Cinq étapes" });
      await page.getByText("Le plan ne suit pas encore cette politique.").waitFor();

      // A number moves the step, the time line and the effect.
      const field = page.locator("[id='field-scenarios[0].steps[2].days']");
      await field.fill("9");
      await field.press("Tab");
      await page.locator(".timeline li", { hasText: "J+9" }).waitFor();
      await field.fill("bientôt");
      await field.press("Tab");
      const wrong = page.locator(".policy-wrong");
      await wrong.getByText(/nombre entier/).waitFor();
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      assert.equal(await page.locator("#policy-follow").isDisabled(), true);
      await page.locator("#policy-undo").click();
      await wrong.waitFor({ state: "detached" });
      assert.equal(await field.inputValue(), "9");

      // A repeat is added to a step, a scenario to the policy; both are taken back.
      await page.locator("[id='field-scenarios[0].steps[2].more']").selectOption({ label: "une reprise" });
      const every = page.locator("[id='field-scenarios[0].steps[2].repeat.every']");
      await every.waitFor();
      assert.equal(await every.inputValue(), "15");
      await page.locator("#policy-undo").click();
      await every.waitFor({ state: "detached" });
      await page.locator(".policy-part", { hasText: "Ajouter un scénario" }).locator("summary").click();
      await page.locator("#add-scenarios").click();
      await page.locator("[id='field-scenarios[1].name.fr']").waitFor();
      await page.locator("#policy-undo").click();
      await page.locator("[id='field-scenarios[1].name.fr']").waitFor({ state: "detached" });

      // A step less is fewer contacts; undone it is as before.
      const steps_ = page.locator(".policy-part:has(.timeline)").first().locator(".policy-line");
      const before = await steps_.count();
      await page.locator("[id='remove-scenarios[0].steps[0]']").click();
      await page.waitForFunction((count) => document.querySelectorAll(".timeline li").length === count, before - 1);
      await page.locator("#title").focus();
      await page.keyboard.press("Control+z");
      await page.waitForFunction((count) => document.querySelectorAll(".timeline li").length === count, before);

      // Saved, opened again, followed: the plan says so.
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Enregistrer le fichier" }).click();
      const path = join(folder, "own.policy.json");
      await (await download).saveAs(path);
      const own = JSON.parse(readFileSync(path, "utf8"));
      own.name.fr = "La nôtre";
      writeFileSync(path, JSON.stringify(own));
      await page.locator(".file-button input").setInputFiles(path);
      await page.locator(".policy [role=status]", { hasText: "La nôtre" }).waitFor();
      await page.locator("#policy-follow").click();
      await page.getByText("Le plan suit cette politique.").waitFor();
      await steps.go(page, "#/plan");
      await page.getByRole("link", { name: /Politique suivie.*La nôtre/ }).waitFor();

      // Side by side: the one followed now is not the one followed first.
      await steps.go(page, "#/plan/comparaison");
      await page.locator("#side-1").selectOption({ label: "Cinq étapes, par segment" });
      await page.locator(".outcomes th", { hasText: "par segment" }).first().waitFor();
      await page.waitForFunction((count) => document.querySelector(".outcomes tbody td:nth-of-type(2)").textContent === count, followed);
      assert.equal((await contacts())[1], followed, "the default does what it did when it was followed");

      // And on the ledger's own past: contacts, cost, needless ones, days earlier, with what is assumed.
      const past = page.locator(".outcomes").nth(1);
      await past.getByText("Contacts inutiles").waitFor();
      const played = await past.locator("tr", { hasText: "Contacts" }).first().locator("td").allInnerTexts();
      assert.ok(played.slice(0, 2).every((count) => number(count) > 0), played.join(" | "));
      assert.match(await past.locator("tr", { hasText: "Jours gagnés" }).innerText(), /\d/);
      await page.locator("summary", { hasText: "Hypothèses" }).click();
      await page.getByText(/Un message écrit avance un règlement de/).waitFor();
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
