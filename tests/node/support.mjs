/**
 * Runs the command of the assembled npm package the way a script would, and compares answers with expectations.
 * `cargo xtask dist` assembles it in dist/npm; where it is missing these tests say so and pass.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const at = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The acceptance folder: paths in expectations start from it. */
export const TESTS = at("../");
export const PACKAGE = at("../../dist/npm/");
const COMMAND = at("../../dist/npm/bin/encours.mjs");

/** Options for a test that needs the package. */
export const needsPackage = { skip: existsSync(COMMAND) ? false : "dist/npm is missing: run `cargo xtask dist` first" };

/** Path of a sample beside the project, from the acceptance folder. */
export const SAMPLES = "../../shared/samples";

/** Options for a test that needs the package and the samples. */
export const needsSamples = {
  skip: needsPackage.skip || (existsSync(at(`../${SAMPLES}/expected/ar.json`)) ? false : `no samples in ${SAMPLES}`),
};

/** A file of the acceptance folder. */
export const text = (relative) => readFile(at(`../${relative}`), "utf8");
export const json = async (relative) => JSON.parse(await text(relative));

/** Words between spaces; quotation marks keep some together. */
export const words = (line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]);

/** Runs `encours` in the acceptance folder; resolves with its status, both outputs and its time. */
export function encours(args) {
  return new Promise((resolve, reject) => {
    const start = Date.now();
    const child = spawn(process.execPath, [COMMAND, ...args], { cwd: TESTS, stdio: ["ignore", "pipe", "pipe"] });
    const output = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) {
      child[name].setEncoding("utf8").on("data", (part) => (output[name] += part));
    }
    child.on("error", reject);
    child.on("close", (status) => resolve({ ...output, status, seconds: (Date.now() - start) / 1000 }));
  });
}

/** The JSON answer of a command that succeeds. */
export async function answer(line) {
  const { status, stdout, stderr } = await encours([...words(line), "--json"]);
  if (status !== 0 || stderr !== "") throw new Error(`${line}: status ${status}, ${stderr}`);
  return JSON.parse(stdout);
}

/**
 * Lists where `actual` does not hold what is expected of it. An object names only what is checked, a list names all
 * its elements, and "94.81" stands for a number that rounds to it.
 */
export function compare(expected, actual, path = "") {
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((one, position) => compare(one, actual[position], `${path}[${position}]`));
  }
  if (isObject(expected) && isObject(actual)) {
    return Object.keys(expected).flatMap((name) => compare(expected[name], actual[name], `${path}.${name}`));
  }
  const rounds = typeof expected === "string" && typeof actual === "number"
    && actual.toFixed(expected.split(".")[1]?.length ?? 0) === expected;
  if (rounds || expected === actual) return [];
  return [`${path}: expected ${JSON.stringify(expected)}, seen ${JSON.stringify(actual)}`];
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
