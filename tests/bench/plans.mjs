/**
 * Plans in the published page's own engine: one worker reads the ledger, then is asked as the page asks, and the time
 * from the question to its answer is taken. From scratch, after one change, and everything for another as-of day.
 */
import { watch } from "./page-watch.mjs";
import { ready } from "./page.mjs";
import { visit } from "./visit.mjs";

/** Lines a second of Tryton's wizard (performance.md 1.5). */
export const TRYTON = 107;
const HORIZON = 30;

/** Milliseconds of each question, of one engine that has just read the file: see `ask` for what each is. */
export const plans = (url, file, asOf) =>
  visit(url, async (page) => {
    await ready(page);
    await page.evaluate(() => {
      const input = document.createElement("input");
      Object.assign(input, { type: "file", id: "bench-plans" });
      document.body.append(input);
    });
    await page.locator("#bench-plans").setInputFiles(file);
    return page.evaluate(ask, { asOf, horizon: HORIZON });
  }, watch);

/** Runs in the page; must stand alone. */
async function ask({ asOf, horizon }) {
  const worker = globalThis.encours.startWorker();
  let run = 0;
  const put = (body, files) =>
    new Promise((done, failed) => {
      const number = (run += 1);
      const started = performance.now();
      const hear = ({ data }) => {
        if (data.failed) return failed(new Error(data.failed));
        const { envelope } = data;
        if (!envelope || envelope.run !== number || envelope.body.progress || envelope.more) return;
        worker.removeEventListener("message", hear);
        const { failed: refusal } = envelope.body;
        if (refusal) failed(new Error(refusal.message));
        else done({ time: performance.now() - started, body: envelope.body });
      };
      worker.addEventListener("message", hear);
      worker.postMessage({ envelope: { run: number, language: "fr", body }, ...(files && { files }) });
    });
  const day = (days) => new Date(Date.parse(asOf) + days * 86_400_000).toISOString().slice(0, 10);
  const outcome = (days, policy, horizonDays = horizon) => put({ outcomes: { asOf: day(days), horizonDays, policies: [policy] } });
  const read = await put({ open: {} }, [...document.querySelector("#bench-plans").files]);
  const { body } = await put({ policy: { policy: '"default"', change: null } });
  const json = body.policy.json;
  const changed = (from, to) => {
    if (!json.includes(from)) throw new Error(`the default policy says no more: ${from}`);
    return json.replace(from, to);
  };
  // From scratch: a day nothing was computed for.
  const first = await outcome(0, json);
  const again = [];
  for (let round = 1; round <= 5; round += 1) {
    again.push({
      parameter: (await outcome(0, changed('"daysBetweenContacts": 5', `"daysBetweenContacts": ${5 + round}`))).time,
      segment: (await outcome(0, changed('"riskFrom": 50', `"riskFrom": ${50 + round}`))).time,
      today: (await outcome(0, json, 0)).time,
      pass: (await put({ metrics: { asOf: day(0) } })).time,
    });
  }
  const days = [];
  for (let round = 1; round <= 3; round += 1) {
    const plan = (await outcome(-10 * round, json)).time;
    const balance = (await put({ agedBalance: { asOf: day(-10 * round - 5) } })).time;
    const figures = (await put({ metrics: { asOf: day(-10 * round - 5) } })).time;
    const segments = (await put({ segments: { asOf: day(-10 * round - 5) } })).time;
    const page = (await put({ plan: { asOf: day(-10 * round - 5), customer: null, horizonDays: horizon } })).time;
    days.push({ asOf: plan, everything: balance + figures + segments + page });
  }
  worker.terminate();
  const middle = (list, key) => list.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const [{ actions }] = first.body.outcomes;
  return {
    actions, read: read.time, first: first.time, parameter: middle(again, "parameter"), segment: middle(again, "segment"),
    today: middle(again, "today"), pass: middle(again, "pass"), asOf: middle(days, "asOf"), everything: middle(days, "everything"),
  };
}
