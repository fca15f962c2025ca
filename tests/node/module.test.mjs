/** The npm package as a module: the same figures as its command line, errors with a code and an advice, nothing leaks. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import test, { before } from "node:test";
import { answer, needsPackage, PACKAGE, TESTS } from "./support.mjs";

const AS_OF = "2026-09-30";
let encours;
let ledger;

before(async () => {
  if (needsPackage.skip) return;
  encours = await import(pathToFileURL(join(PACKAGE, "encours.js")));
  await encours.default();
  ledger = { name: "ledger.csv", bytes: new Uint8Array(await readFile(join(TESTS, "fixtures/g1/ledger.csv"))) };
});

const refusal = (act) => Promise.resolve().then(act).then(() => assert.fail("nothing was refused"), (error) => error);

test("the module and the command line give the same values", needsPackage, async () => {
  const dossier = await encours.Dossier.open([ledger], { language: "en" });
  const file = "fixtures/g1/ledger.csv";
  const pairs = [
    [dossier.agedBalance({ asOf: AS_OF }), `aged-balance ${file} --as-of ${AS_OF}`],
    [dossier.openItems({ asOf: AS_OF }), `open-items ${file} --as-of ${AS_OF}`],
    [[dossier.metrics({ asOf: AS_OF })], `metrics ${file} --as-of ${AS_OF}`],
    [dossier.behaviour({ asOf: AS_OF }), `behaviour ${file} --as-of ${AS_OF}`],
    [dossier.forecast({ asOf: AS_OF }), `forecast ${file} --as-of ${AS_OF}`],
    [dossier.claims({ asOf: AS_OF }), `claims ${file} --as-of ${AS_OF}`],
    [dossier.limitation({ asOf: AS_OF }), `limitation ${file} --as-of ${AS_OF}`],
    [dossier.plan({ asOf: AS_OF }), `plan ${file} --as-of ${AS_OF}`],
    [dossier.drafts({ asOf: AS_OF }), `drafts ${file} --as-of ${AS_OF}`],
    [dossier.importReport(), `import ${file}`],
  ];
  for (const [value, line] of pairs) {
    assert.deepEqual(JSON.parse(JSON.stringify(value)), await answer(`${line} --lang en`), line);
  }
  dossier.free();
});

test("the quality of the data: the score foots, its lists are bounded, its words follow the language", needsPackage, async () => {
  const bytes = new Uint8Array(await readFile(join(TESTS, "fixtures/quality/ledger.csv")));
  const file = { name: "ledger.csv", bytes };
  const french = await encours.Dossier.open([file]);
  const line = "quality fixtures/quality/ledger.csv --as-of 2026-04-30";
  const quality = french.quality({ asOf: "2026-04-30" });
  assert.deepEqual(JSON.parse(JSON.stringify(quality)), await answer(`${line} --lang fr`));
  const [of] = quality.currencies;
  const tenths = (points) => Math.round(points * 10);
  assert.equal(tenths(of.score), 1_000 - of.criteria.reduce((lost, criterion) => lost + tenths(criterion.lost), 0));
  assert.ok(of.freshness.stale && of.freshness.businessDays === 26 && /Des clients ont pu payer depuis/.test(of.freshness.text));

  // Fewer rows on demand: the counts and the amounts stay.
  const [short] = french.quality({ asOf: "2026-04-30", rows: 1 }).currencies;
  assert.ok(short.findings.every(({ evidence }) => evidence.length <= 1));
  const told = ({ findings }) => findings.map(({ code, count, amount }) => ({ code, count, amount }));
  assert.deepEqual(told(short), told(of));
  assert.equal((await refusal(() => french.quality({ asOf: "2026-04-30", row: 1 }))).code, "request");
  french.free();

  const english = await encours.Dossier.open([file], { language: "en" });
  assert.match(english.quality({ asOf: "2026-04-30" }).currencies[0].freshness.text, /Customers may have paid since/);
  english.free();
});

test("open items come page by page", needsPackage, async () => {
  const dossier = await encours.Dossier.open([ledger]);
  const all = dossier.openItems({ asOf: AS_OF, sort: "-residual" });
  assert.equal(all.total, 10);
  const page = dossier.openItems({ asOf: AS_OF, sort: "-residual", offset: 2, limit: 3 });
  assert.deepEqual([page.total, page.items], [10, all.items.slice(2, 5)]);
  assert.equal(dossier.openItems({ asOf: AS_OF, customer: "BETA" }).total, 3);
  dossier.free();
});

test("an inspection's mapping, handed back, reads the file the same way", needsPackage, async () => {
  const inspection = await encours.inspect(ledger);
  const [{ mapping }] = inspection.candidates;
  const [plain, mapped] = await Promise.all([
    encours.Dossier.open([ledger]),
    encours.Dossier.open([ledger], { mappings: { "ledger.csv": mapping } }),
  ]);
  assert.deepEqual(mapped.agedBalance({ asOf: AS_OF }), plain.agedBalance({ asOf: AS_OF }));
});

test("bytes may come as a Blob", needsPackage, async () => {
  const dossier = await encours.Dossier.open([{ name: ledger.name, bytes: new Blob([ledger.bytes]) }]);
  assert.equal(dossier.agedBalance({ asOf: AS_OF }).currencies[0].total.balance, 3_710_000);
});

test("what is refused says its code, its file and what to do, and what was open stays open", needsPackage, async () => {
  const dossier = await encours.Dossier.open([ledger]);
  const empty = await refusal(() => encours.Dossier.open([{ name: "nothing.csv", bytes: new Uint8Array() }]));
  assert.ok(empty instanceof Error);
  assert.deepEqual([empty.code, empty.file], ["empty-file", "nothing.csv"]);
  assert.equal(typeof empty.advice, "string");
  assert.match(empty.message, /nothing\.csv/);
  for (const query of [{ asOf: "31/02/2026" }, {}, { asOf: AS_OF, limits: [60, 30] }]) {
    const error = await refusal(() => dossier.agedBalance(query));
    assert.ok(error instanceof Error && typeof error.code === "string", JSON.stringify(query));
  }
  assert.equal(dossier.agedBalance({ asOf: AS_OF }).currencies[0].total.balance, 3_710_000);
});

test("terms in words give a due day", needsPackage, () => {
  const { dueDay, alternatives } = encours.dueDay("45 jours fin de mois", "2026-01-15");
  assert.equal(dueDay, "2026-03-31");
  assert.deepEqual(alternatives.map((other) => other.dueDay), ["2026-03-17"]);
});

test("late interest follows payments and own rates, and is refused past the last known half-year", needsPackage, async () => {
  const claim = { principal: 1_000_000, currency: "EUR", dueDay: "2026-05-31", until: "2026-09-30", regime: "fr-b2b" };
  const { interest, indemnity, segments } = encours.lateInterest({ ...claim, payments: [{ day: "2026-07-15", amount: 400_000 }] });
  assert.deepEqual([interest, indemnity, segments.map((segment) => segment.interest)], [30_777, 4_000, [9_986, 5_096, 15_695]]);
  const beyond = { ...claim, until: "2027-01-31" };
  const refused = await refusal(() => encours.lateInterest(beyond));
  assert.equal(refused.code, "rate-unknown");
  assert.match(refused.message, /2026-S2/);
  const row = { from: "2027-01-01", to: "2027-06-30", ratePercent: "2.65", source: "ECB", checked: "2027-01-02" };
  const rates = { version: 1, series: ["ecb-refi", "fr-legal-professional"].map((id) => ({ id, rows: [{ ...row }] })) };
  rates.series[0].rows[0].from = "2026-10-29";
  assert.equal(encours.lateInterest({ ...beyond, rates }).segments.at(-1).ratePercent, "12.65");
  const gap = await refusal(() => encours.lateInterest({ ...beyond, rates: { version: 1, series: [{ id: "ecb-refi", rows: [row] }] } }));
  assert.match(gap.message, /\$\.series\[0\]\.rows\[0\]/);
  assert.equal(encours.rateTables(rates).series[0].lastKnown, "2027-S1");
  assert.equal(encours.financingCosts({ currency: "EUR", turnover: 120_000_000 }).factor.amount, 4_800_000);
});

test("every export has a plain name and some content, twice the same", needsPackage, async () => {
  const dossier = await encours.Dossier.open([ledger]);
  for (const kind of ["aged-balance.xlsx", "aged-balance.csv", "drafts.zip", "everything.zip"]) {
    const [one, other] = [1, 2].map(() => dossier.export({ kind, asOf: AS_OF }));
    assert.match(one.name, /^[\w.-]+$/);
    assert.ok(one.bytes.length > 100, kind);
    assert.deepEqual(one.bytes, other.bytes, kind);
  }
});
