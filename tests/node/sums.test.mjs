/** Every kind of export of one dossier has the digest that the engine gives it natively, in two dossiers. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import test from "node:test";
import { json, needsPackage, PACKAGE, TESTS, text } from "./support.mjs";

test("every kind of export has the digest it has natively, twice", needsPackage, async (context) => {
  const encours = await import(pathToFileURL(join(PACKAGE, "encours.js")));
  await encours.default();
  if (encours.version().build !== "release") return context.skip("the package is a development build");
  const { file, query, operations } = await json("fixtures/exports/dossier.json");
  const bytes = new Uint8Array(await readFile(join(TESTS, file)));
  const open = async () => {
    const dossier = await encours.Dossier.open([{ name: basename(file), bytes }]);
    for (const operation of operations) dossier.edit(operation);
    return dossier;
  };
  const dossiers = await Promise.all([open(), open()]);
  const lines = (await text("golden/exports.sha256")).trim().split("\n");
  assert.ok(lines.length > 80, `${lines.length} lines`);
  const sum = (bytes) => createHash("sha256").update(bytes).digest("hex");
  for (const line of lines) {
    const [, expected, kind, more] = /^([0-9a-f]{64})  (\S+) ?(.*)$/.exec(line);
    const asked = JSON.parse(more || "{}");
    for (const dossier of dossiers) {
      const made = kind === "dossier-file"
        ? dossier.save({ asOf: query.asOf, ...asked })
        : dossier.export({ ...query, ...asked, kind }).bytes;
      assert.equal(sum(made), expected, line);
    }
  }
});
