/** Drops hostile files one after another on one open page, and says what became of each. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file under a folder, with its path; notes about the folder left out. */
export function filesUnder(folder) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return all.filter(({ name }) => name !== "SOURCE.md").map(({ parentPath, name }) => ({ name, path: join(parentPath, name) }));
}

/**
 * Drops a file and waits for the answer: { fate, text, milliseconds }. Fate is `opened`, `refused` or, where nothing
 * was said in `patience` milliseconds, `silent`. What the page said before is closed first.
 */
export async function answerTo(page, { name, path }, patience) {
  const bytes = readFileSync(path).toString("base64");
  return page.evaluate(
    async ({ name, bytes, patience }) => {
      for (const button of document.querySelectorAll(".notice button.quiet")) button.click();
      const letters = atob(bytes);
      const file = new File([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))], name);
      const transfer = new DataTransfer();
      transfer.items.add(file);
      const start = performance.now();
      for (const type of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
      }
      const said = () => {
        if (document.querySelector(".work-bar")) return null;
        const notice = document.querySelector(".notice-error");
        if (notice) return { fate: "refused", text: notice.querySelector("p").innerText };
        const open = document.querySelector(".file-names")?.innerText;
        return open === name ? { fate: "opened", text: open } : null;
      };
      for (;;) {
        // A turn of the page's own loop: a page that stands still never gets here.
        await new Promise((done) => setTimeout(done, 10));
        const milliseconds = performance.now() - start;
        const answer = said();
        if (answer) return { ...answer, milliseconds };
        if (milliseconds > patience) return { fate: "silent", text: "", milliseconds };
      }
    },
    { name, bytes, patience },
  );
}
