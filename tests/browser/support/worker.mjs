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

/**
 * Has a worker make a file of a ledger and stops it in each stage named: milliseconds from the cancelling to the answer of
 * the next question, which the same dossier gives.
 */
export function interruptions(page, ledger, query, stages) {
  return page.evaluate(
    async ({ ledger, query, stages }) => {
      const worker = globalThis.encours.startWorker();
      const heard = new Map();
      worker.onmessage = ({ data }) => data.envelope && heard.get(data.envelope.run)?.(data.envelope.body);
      let run = 0;
      const put = (body, hear, files = []) => {
        heard.set((run += 1), hear);
        worker.postMessage({ envelope: { run, language: "fr", body }, files });
        return run;
      };
      const reply = (body, files) => new Promise((done) => put(body, (answer) => answer.progress || done(answer), files));
      const stopped = (stage) => new Promise((done, failed) => {
        const started = put({ export: query }, ({ progress, ...answer }) => {
          if (!progress) return failed(new Error(`over before it was stopped: ${Object.keys(answer)}`));
          if (progress.stage !== stage || progress.done * 3 < progress.total) return;
          // What was on its way is heard; a file is not.
          heard.set(started, ({ progress }) => progress || failed(new Error("answered after it was stopped")));
          const pressed = performance.now();
          worker.postMessage({ cancel: started });
          reply({ freshness: query.asOf }).then(({ freshness }) => done({ stage, milliseconds: performance.now() - pressed, freshness }));
        });
      });
      try {
        const { opened } = await reply({ open: {} }, [new File([ledger], "ledger.csv")]);
        const waits = [];
        for (const stage of stages) waits.push(await stopped(stage));
        return { rows: opened.files[0].rows.imported, waits };
      } finally {
        worker.terminate();
      }
    },
    { ledger, query, stages },
  );
}
