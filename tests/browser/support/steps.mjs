/** What a person does on the page, and what they read there; in French unless a test switches. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of the acceptance folder. */
export const fixture = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/** Opens the demonstration ledger and waits for its balance. */
export async function openDemo(page) {
  await page.getByRole("button", { name: /grand livre fictif|fictitious/ }).click();
  await balanceShown(page);
}

/** Gives files to the page by its button, wherever it stands. */
export async function choose(page, ...paths) {
  await page.locator("input[type=file]").first().setInputFiles(paths);
}

/** Drops files anywhere in the window, as from a folder. */
export async function drop(page, ...paths) {
  const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path).toString("base64") }));
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of files) {
      transfer.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name));
    }
    return transfer;
  }, files);
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent("body", type, { dataTransfer: transfer });
  }
}

/** Pastes a text where the keyboard is, as cells copied from a spreadsheet come: with a picture of them. */
export async function paste(page, text) {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    data.items.add(new File([new Uint8Array(8)], "image.png", { type: "image/png" }));
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** Drops a file or a whole folder of the disk in the window, as the system does. */
export async function dropPath(page, path) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
  await session.detach();
}

/** Waits until an aged balance stands on the screen. */
export const balanceShown = (page) => page.locator("table.aged-table tbody tr:not(.spacer)").first().waitFor();

/** Sets the as-of day and waits until the balance is that day's. */
export async function setAsOf(page, day, title) {
  await settled(page);
  await page.locator("#as-of").fill(day);
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await settled(page);
}

/** Goes to a screen by its address, `#/plan`, and waits until it stands. */
export async function go(page, hash) {
  await page.evaluate((hash) => (location.hash = hash), hash);
  await settled(page);
}

/** Waits until nothing is being computed. */
export async function settled(page) {
  await page.waitForFunction(() => document.querySelector(".computing")?.textContent.trim() === "");
}

/** The text of an element with plain spaces and a plain minus sign. */
export async function plain(locator) {
  return simple(await locator.innerText());
}

/** A text with plain spaces and a plain minus sign. */
export const simple = (text) => text.replace(/[\u00a0\u202f\s]+/g, " ").replaceAll("\u2212", "-").trim();

/** The figures of the general total of the aged balance, by heading. */
export async function generalTotal(page) {
  const headings = (await page.locator("table.aged-table thead th").allInnerTexts()).map(simple);
  const cells = (await page.locator("table.aged-table tr", { hasText: /Total général|Grand total/ }).locator("th,td").allInnerTexts()).map(simple);
  return Object.fromEntries(headings.map((heading, position) => [heading, cells[position]]));
}
