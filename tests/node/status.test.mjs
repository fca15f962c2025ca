/** Exit statuses: 0 done, 1 a file or a command could not be carried out, 2 wrong usage; reasons on stderr only. */
import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { encours, needsPackage, words } from "./support.mjs";

const LEDGER = "fixtures/g1/ledger.csv";

/** Status 2 and one line that tells what is wrong. */
const WRONG_USAGE = [
  "",
  "sing fixtures/g1/ledger.csv",
  "import",
  `aged-balance ${LEDGER}`,
  `aged-balance ${LEDGER} --as-of 31/02/2026`,
  `aged-balance ${LEDGER} --as-of 2026-09-30 --limits 60,abc`,
  `aged-balance ${LEDGER} --as-of 2026-09-30 --basis moon`,
  `import ${LEDGER} --lang klingon`,
  `import ${LEDGER} --loudly`,
  `report ${LEDGER} --as-of 2026-09-30`,
];

/** Status 1 and one line that names the file. */
const IMPOSSIBLE = ["import fixtures/none.csv", "import fixtures/g1", "import golden/commands.txt"];

test("wrong usage is status 2", needsPackage, async () => {
  for (const line of WRONG_USAGE) {
    const { status, stdout, stderr } = await encours(words(line));
    assert.equal(status, 2, `${line}: ${stderr}`);
    assert.equal(stdout, "", line);
    assert.notEqual(stderr.trim(), "", line);
  }
});

test("what cannot be done is status 1, in one line that names the file, in both languages", needsPackage, async () => {
  for (const line of IMPOSSIBLE) {
    const sentences = new Set();
    for (const language of ["fr", "en"]) {
      const { status, stdout, stderr } = await encours([...words(line), "--lang", language]);
      assert.deepEqual([status, stdout], [1, ""], `${line}: ${stderr}`);
      assert.match(stderr, /^[^\n]+\n$/, line);
      assert.ok(stderr.includes(line.split("/").at(-1)), `${line}: ${stderr}`);
      sentences.add(stderr);
    }
    assert.equal(sentences.size, 2, line);
  }
});

test("help and version are status 0", needsPackage, async () => {
  for (const [line, holds] of [["--help", "aged-balance"], ["--version", "encours "]]) {
    const { status, stdout, stderr } = await encours([line]);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.ok(stdout.includes(holds), stdout);
  }
});

test("a report is written into its folder and nowhere else, twice the same", needsPackage, async () => {
  const folder = await mkdtemp(join(tmpdir(), "encours-"));
  try {
    const lists = [];
    for (const name of ["one", "two"]) {
      const out = join(folder, name);
      const { status, stdout, stderr } = await encours(["report", LEDGER, "--as-of", "2026-09-30", "--out", out]);
      assert.deepEqual([status, stderr], [0, ""]);
      const written = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
      assert.equal(stdout.trim().split("\n").length, written.length, stdout);
      lists.push(stdout);
    }
    assert.equal(lists[0], lists[1]);
    assert.deepEqual((await readdir(folder)).sort(), ["one", "two"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a policy that makes no sense is refused with its path", needsPackage, async () => {
  const folder = await mkdtemp(join(tmpdir(), "encours-"));
  try {
    const policy = join(folder, "policy.json");
    await writeFile(policy, `{"version": 1, "steps": []}`);
    const { status, stderr } = await encours(["plan", LEDGER, "--as-of", "2026-09-30", "--policy", policy]);
    assert.equal(status, 1, stderr);
    assert.match(stderr, /^[^\n]+\n$/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
