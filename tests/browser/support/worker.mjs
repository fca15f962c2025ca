/** Asks a worker of the page, started as the page starts its own, without any screen in between. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fixture } from "./steps.mjs";

/**
 * Opens the dossier of `fixtures/exports` in `count` workers and has each make every file of `lines`: the lines that each
 * worker would write.
 */
export function sums(page, { file, query, operations }, lines, count) {
  const asked = lines.map((line) => /^[0-9a-f]{64}  (?<what>(?<kind>\S+) ?(?<more>.*))$/.exec(line).groups);
  const bytes = readFileSync(fixture(file)).toString("base64");
  return page.evaluate(
    async ({ name, bytes, query, operations, asked, count }) => {
      const file = new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name);
      const ask = (worker, body, files = []) => new Promise((resolve, reject) => {
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }) => {
          const body = data.envelope?.body;
          if (!body || body.progress) return;
          if (body.failed) reject(new Error(body.failed.message));
          else if (!data.envelope.more) resolve(data.bytes);
        };
        worker.postMessage({ envelope: { run: 1, language: "fr", body }, files });
      });
      const digest = async (bytes) => {
        const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
      };
      const all = async () => {
        const worker = globalThis.encours.startWorker();
        try {
          await ask(worker, { open: {} }, [file]);
          for (const operation of operations) await ask(worker, { edit: [operation, { asOf: query.asOf }] });
          const made = [];
          for (const { what, kind, more } of asked) {
            const said = JSON.parse(more || "{}");
            const request = kind === "dossier-file"
              ? { save: { asOf: query.asOf, ...said } }
              : { export: { ...query, ...said, kind } };
            made.push(`${await digest(await ask(worker, request))}  ${what}`);
          }
          return made;
        } finally {
          worker.terminate();
        }
      };
      return Promise.all(Array.from({ length: count }, all));
    },
    { name: basename(file), bytes, query, operations, asked, count },
  );
}
