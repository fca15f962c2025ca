/** Every file of the hostile gallery ends in values or in one line within ten seconds, in both languages. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { pathToFileURL } from "node:url";
import { encours, needsPackage, PACKAGE, TESTS } from "./support.mjs";

/** What a cell in the last corner of a sheet may add to the module's memory, in bytes. */
const CORNER = 20 * 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), "encours-hostile-"));
after(() => rmSync(folder, { recursive: true }));

test("the gallery", needsPackage, async (t) => {
  const cargo = ["run", "--quiet", "-p", "acceptance", "--example", "hostile", "--", folder];
  const made = spawnSync(process.env.CARGO ?? "cargo", cargo, { cwd: TESTS, encoding: "utf8" });
  if (made.error) return t.skip("cargo is needed to make the hostile files");
  assert.equal(made.status, 0, made.stderr);
  const gallery = made.stdout.trim().split("\n").map((line) => line.split(" "));
  assert.ok(gallery.length >= 10);
  for (const [name, fate] of gallery) {
    await t.test(name, () => check(name, fate));
  }
  await t.test("memory follows the cells, not the rectangle they span", corner);
});

/** A dense table of this sheet would take half a terabyte. */
async function corner() {
  const { default: load, inspect } = await import(pathToFileURL(join(PACKAGE, "encours_glue.js")));
  const { memory } = await load({ module_or_path: readFileSync(join(PACKAGE, "encours_bg.wasm")) });
  const file = { name: "corner.xlsx", bytes: new Uint8Array(readFileSync(join(folder, "corner.xlsx"))) };
  const before = memory.buffer.byteLength;
  await inspect(file);
  assert.ok(memory.buffer.byteLength - before <= CORNER, `${memory.buffer.byteLength - before} bytes`);
}

async function check(name, fate) {
  const sentences = new Set();
  for (const language of ["fr", "en"]) {
    const { status, stdout, stderr, seconds } = await encours(["import", join(folder, name), "--lang", language]);
    assert.ok(seconds < 10, `${seconds} s`);
    if (fate === "read") {
      assert.equal(status, 0, stderr);
      sentences.add(stdout);
    } else {
      assert.deepEqual([status, stdout], [1, ""], stderr);
      assert.match(stderr, /^[^\n]+\n$/);
      assert.ok(stderr.includes(name), stderr);
      // What the sentence must not be: a trace, a type of the program, or a path of somebody's computer.
      assert.doesNotMatch(stderr, /panick|unreachable|wasm|RuntimeError|\/home\/|\.rs:/);
      sentences.add(stderr);
    }
  }
  assert.equal(sentences.size, 2, "the two languages say the same words");
}
