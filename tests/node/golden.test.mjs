/** The npm package gives the figures and the texts that the engine gives natively: same expectations, same files. */
import assert from "node:assert/strict";
import test from "node:test";
import { answer, compare, encours, json, needsPackage, text, words } from "./support.mjs";

for (const fixture of ["g1", "demo", "law"]) {
  test(`${fixture}: the figures`, needsPackage, async () => {
    const { checks } = await json(`fixtures/${fixture}/expected.json`);
    for (const { command, expect } of checks) {
      assert.deepEqual(compare(expect, await answer(command)), [], command);
    }
  });
}

test("people read the same texts", needsPackage, async () => {
  const lines = (await text("golden/commands.txt")).split("\n").filter((line) => line && !line.startsWith("#"));
  for (const line of lines) {
    const [file, ...args] = words(line);
    const { status, stdout, stderr } = await encours(args);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" }, line);
    assert.equal(stdout, await text(`golden/${file}`), line);
  }
});

test("the same command twice gives the same bytes", needsPackage, async () => {
  const args = words("plan fixtures/demo/grand-livre-clients.csv --as-of 2026-09-30 --json");
  const [one, other] = await Promise.all([encours(args), encours(args)]);
  assert.equal(one.status, 0);
  assert.equal(one.stdout, other.stdout);
});
