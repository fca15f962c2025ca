/** The package's declarations stay assignable to the public contract, which lies beside the project. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { needsPackage, PACKAGE, TESTS } from "./support.mjs";

const CONTRACT = join(TESTS, "../../shared/contract/encours.d.ts");
const COMPILER = join(TESTS, "browser/node_modules/typescript/bin/tsc");

const skip = needsPackage.skip
  || (existsSync(CONTRACT) ? false : "no contract beside the project")
  || (existsSync(COMPILER) ? false : "no TypeScript compiler: run `npm ci` in tests/browser first");

test("the declarations are assignable to the contract", { skip }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "encours-contract-"));
  try {
    const paths = { encours: [join(PACKAGE, "encours.d.ts")], contract: [CONTRACT] };
    const compilerOptions = {
      target: "es2022", module: "esnext", moduleResolution: "bundler", lib: ["es2022", "esnext.disposable", "dom"], types: [],
      strict: true, noEmit: true, baseUrl: "/", paths,
    };
    const project = { compilerOptions, files: [join(TESTS, "typescript/contract.ts")] };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(project));
    const { status, stdout } = spawnSync(process.execPath, [COMPILER, "-p", folder], { encoding: "utf8" });
    assert.equal(status, 0, stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("the declarations shipped are laid out for people", needsPackage, async () => {
  const lines = (await readFile(join(PACKAGE, "encours_glue.d.ts"), "utf8")).split("\n");
  const deepest = Math.max(...lines.map((line) => line.search(/\S|$/)));
  assert.ok(deepest <= 12, `a line begins at column ${deepest}`);
});
