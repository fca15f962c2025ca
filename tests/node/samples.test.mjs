/** The sample files with an expected result, through the npm package: the figures that were computed without it. */
import assert from "node:assert/strict";
import test from "node:test";
import { answer, json, needsSamples, SAMPLES } from "./support.mjs";

const AGES = ["not_due", "1-30", "31-60", "61-90", "91-120", "over_120"];
const expectations = (sample) => json(`${SAMPLES}/expected/ar.json`).then((all) => all[sample]);
const cents = (decimal) => Math.round(Number(decimal) * 100);
const near = (seen, expected) => assert.ok(Math.abs(seen - expected) < 0.000_06, `${seen} is not ${expected}`);

async function aged(sample, day) {
  const line = `aged-balance ${SAMPLES}/${sample} --as-of ${day} --limits 30,60,90,120`;
  const [balance] = (await answer(line)).currencies;
  const columns = [balance.total.notDue, ...balance.total.buckets];
  return { ...balance, amount: Object.fromEntries(AGES.map((age, position) => [age, columns[position]])) };
}

async function counts(sample, day) {
  const { items } = await answer(`open-items ${SAMPLES}/${sample} --as-of ${day}`);
  const count = Object.fromEntries(AGES.map((age) => [age, 0]));
  for (const { daysLate } of items) count[AGES[daysLate <= 0 ? 0 : Math.min(1 + Math.floor((daysLate - 1) / 30), 5)]] += 1;
  return count;
}

async function checkAges(sample, day, figures) {
  const balance = await aged(sample, day);
  for (const age of AGES) assert.equal(balance.amount[age], cents(figures.amount[age]), `${day}, ${age}`);
  assert.deepEqual(await counts(sample, day), figures.count, day);
  assert.equal(balance.total.balance, cents(figures.total_amount));
  assert.equal(balance.total.items, figures.total_count);
  assert.equal(balance.control.ok, true);
}

test("seven hundred invoices of thirty customers", needsSamples, async () => {
  const sample = "ar-payments/ibm_30_customers.csv";
  const expected = await expectations(sample);
  const report = await answer(`import ${SAMPLES}/${sample}`);
  assert.equal(report.rows.imported, expected.rows);
  assert.equal(report.customers, expected.customers);
  for (const [day, figures] of Object.entries(expected.as_of)) {
    await checkAges(sample, day, figures);
    const [metrics] = await answer(`metrics ${SAMPLES}/${sample} --as-of ${day} --days 90`);
    near(metrics.dso.simple, figures.dso_90);
    near(metrics.dso.countBack, figures.dso_countback);
  }
  const [metrics] = await answer(`metrics ${SAMPLES}/${sample} --as-of 2014-12-31 --days 3660`);
  assert.equal(metrics.sales, cents(expected.invoiced));
  near(metrics.daysToPay.mean, expected.mean_days_to_pay);
  near(metrics.daysLate.mean, expected.mean_signed_delay);
});

test("an aged balance workbook is read from its open invoices", needsSamples, async () => {
  const sample = "ar-xlsx/ar-aging-report.xlsx";
  await checkAges(sample, "2026-07-16", await expectations(sample));
});

test("a detail by month totals what it states", needsSamples, async () => {
  const sample = "ar-xlsx/xero_like_invoices.xlsx";
  const expected = await expectations(sample);
  const { total } = await aged(sample, "2025-06-30");
  assert.deepEqual([total.balance, total.items], [cents(expected.buckets.Total), expected.rows]);
});

test("invoices without due date are not aged by guess", needsSamples, async () => {
  const sample = "ar-xlsx/receivables_small.xlsx";
  const expected = await expectations(sample);
  const { total } = await aged(sample, "2025-12-31");
  assert.deepEqual([total.balance, total.noDueDate, total.items], [cents(expected.total), cents(expected.total), expected.rows]);
});
