#!/usr/bin/env node
/**
 * The `encours` command: hands the arguments and the files to the engine, and its answer to the terminal.
 * Arguments, tables and texts are the engine's; here are only files, streams and the watch over a reader that hangs.
 * The engine runs in a worker, because nothing but ending its thread stops a loop inside a WebAssembly module.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** Silence after which the engine is taken to hang: a fixed part, and a part for each megabyte of input. */
const PATIENCE_MS = 8_000;
const PATIENCE_MS_PER_MB = 2_000;
/** Progress is shown from here on, and only to a person at a terminal. */
const QUIET_MS = 1_000;

const TEXTS = {
  en: {
    ENOTDIR: (name) => `${name}: this is no folder; name the folder that holds the files.`,
    ENOENT: (name) => `${name}: there is no such file; check the path.`,
    EISDIR: (name) => `${name}: this is a folder; name the files in it.`,
    EACCES: (name) => `${name}: this file may not be read; check its access rights.`,
    unreadable: (name, seen) => `${name}: reading failed (${seen}); check the file and the disk.`,
    unwritable: (name, seen) => `${name}: writing failed (${seen}); check the folder given with --out.`,
    badName: (name) => `${name}: the engine proposed a file outside the folder given with --out; nothing was written there.`,
    hung: (name, seconds) =>
      `${name}: no sign of life for ${seconds} s, so the work was stopped; save the file again as .xlsx or .csv and retry.`,
    trapped: (name, seen) =>
      `${name}: the engine stopped unexpectedly (${seen}); save the file again as .xlsx or .csv and retry.`,
  },
  fr: {
    ENOTDIR: (name) => `${name} : ce n'est pas un dossier ; nommez le dossier qui contient les fichiers.`,
    ENOENT: (name) => `${name} : ce fichier n'existe pas ; vérifiez le chemin.`,
    EISDIR: (name) => `${name} : c'est un dossier ; nommez les fichiers qu'il contient.`,
    EACCES: (name) => `${name} : ce fichier ne peut pas être lu ; vérifiez ses droits d'accès.`,
    unreadable: (name, seen) => `${name} : la lecture a échoué (${seen}) ; vérifiez le fichier et le disque.`,
    unwritable: (name, seen) => `${name} : l'écriture a échoué (${seen}) ; vérifiez le dossier donné avec --out.`,
    badName: (name) => `${name} : le moteur a proposé un fichier hors du dossier donné avec --out ; rien n'y a été écrit.`,
    hung: (name, seconds) =>
      `${name} : aucun signe de vie pendant ${seconds} s, le travail a été arrêté ; enregistrez à nouveau le fichier en .xlsx ou .csv, puis réessayez.`,
    trapped: (name, seen) =>
      `${name} : le moteur s'est arrêté de façon inattendue (${seen}) ; enregistrez à nouveau le fichier en .xlsx ou .csv, puis réessayez.`,
  },
};

/** An end with a sentence for stderr and an exit status. */
class Stop extends Error {
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }
}

if (isMainThread) await main(process.argv.slice(2));
else await serveOnce();

// ---- main thread: files, streams, watch ----

async function main(args) {
  // `encours ... | head` closes the pipe early: that is no failure.
  process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));
  const texts = TEXTS[languageOf(args)];
  const engine = startEngine(texts);
  try {
    const inputs = await engine.ask({ type: "inputs", args });
    if (inputs.error) throw new Stop(inputs.error.message, inputs.error.status);
    const given = await readInputs(inputs, texts);
    const { stdout, stderr, status, files = [] } = await engine.ask({ type: "run", args, given }, given);
    process.stdout.write(stdout ?? "");
    process.stderr.write(stderr ?? "");
    if (inputs.out && files.length > 0) await writeFiles(inputs.out, files, texts);
    process.exitCode = status;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message.trimEnd()}\n`);
    process.exitCode = error.status;
  } finally {
    await engine.end();
  }
}

/** Only for the sentences of this file: the engine reads the arguments itself. */
function languageOf(args) {
  const at = args.lastIndexOf("--lang");
  const value = at >= 0 ? args[at + 1] : args.findLast((arg) => arg.startsWith("--lang="))?.slice("--lang=".length);
  return value === "fr" ? "fr" : "en";
}

async function readInputs({ files, policy, mapping, corrections, rates, sender, invoices }, texts) {
  const names = files.map((path) => basename(path));
  const given = { files: [], policy: undefined, mapping: undefined, corrections: undefined, rates: undefined };
  for (const [index, path] of files.entries()) {
    // Two files of one name, from two folders, keep their paths: the reports must tell them apart.
    const unique = names.indexOf(names[index]) === names.lastIndexOf(names[index]);
    given.files.push({ name: unique ? names[index] : path, ...(await content(path, texts)) });
  }
  if (policy) given.policy = (await orStop(readFile, policy, texts)).toString("utf8");
  if (mapping) given.mapping = (await orStop(readFile, mapping, texts)).toString("utf8");
  if (corrections) given.corrections = (await orStop(readFile, corrections, texts)).toString("utf8");
  if (rates) given.rates = (await orStop(readFile, rates, texts)).toString("utf8");
  if (sender) given.sender = (await orStop(readFile, sender, texts)).toString("utf8");
  if (invoices) given.invoices = await filesOf(invoices, texts);
  return given;
}

/** The files of a folder, by name; not those of the folders in it. */
async function filesOf(folder, texts) {
  const entries = await orStop((path) => readdir(path, { withFileTypes: true }), folder, texts);
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  names.sort((a, b) => (a < b ? -1 : 1));
  const found = [];
  for (const name of names) found.push({ name, ...(await content(join(folder, name), texts)) });
  return found;
}

/** A file of the disk is read by the engine, piece by piece; a pipe or a device can only be read once, from its start. */
async function content(path, texts) {
  const status = await orStop(stat, path, texts);
  if (status.isFile()) {
    await orStop(async () => closeSync(openSync(path)), path, texts);
    return { path, size: status.size };
  }
  const bytes = new Uint8Array(await orStop(readFile, path, texts));
  return { bytes, size: bytes.byteLength };
}

async function orStop(act, path, texts) {
  try {
    return await act(path);
  } catch (error) {
    const sentence = texts[error.code] ?? ((name) => texts.unreadable(name, error.code ?? error.message));
    throw new Stop(sentence(path));
  }
}

async function writeFiles(folder, files, texts) {
  const outside = files.find(({ name }) => !isInside(name));
  if (outside) throw new Stop(texts.badName(outside.name));
  for (const { name, bytes } of files) {
    const path = join(folder, ...name.split("/"));
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    } catch (error) {
      throw new Stop(texts.unwritable(path, error.code ?? error.message));
    }
    process.stdout.write(`${name}\n`);
  }
}

/** Sub-folders are allowed, ways up and other separators are not. */
function isInside(name) {
  return name.split("/").every((part) => part !== "" && part !== "." && part !== ".." && !/[\\:\0]/.test(part));
}

/** Starts the worker; `ask` sends one message and waits for its answer under the watch. */
function startEngine(texts) {
  // Its stderr would hold the trace of a trap, in a language nobody asked for: the sentence below stands for it.
  const worker = new Worker(new URL(import.meta.url), { workerData: "engine", stderr: true });
  const progress = progressLine();
  let hear = () => {};
  worker.on("message", (message) => hear(message));
  worker.on("error", (error) => hear({ type: "trapped", value: error.message }));
  worker.on("exit", (code) => hear({ type: "trapped", value: `exit ${code}` }));
  function ask(message, given) {
    const name = given?.files.map((file) => file.name).join(", ") || "encours";
    const all = [...(given?.files ?? []), ...(given?.invoices ?? [])];
    const megabytes = all.reduce((sum, file) => sum + file.size, 0) / 1e6;
    const patience = Math.round(PATIENCE_MS + PATIENCE_MS_PER_MB * megabytes);
    return new Promise((resolve, reject) => {
      let watch;
      const settle = (end, value) => {
        clearTimeout(watch);
        hear = () => {};
        progress.clear();
        end(value);
      };
      const wait = () => {
        clearTimeout(watch);
        watch = setTimeout(() => settle(reject, new Stop(texts.hung(name, Math.round(patience / 1000)))), patience);
      };
      hear = ({ type, value }) => {
        if (type === "answer") return settle(resolve, value);
        if (type === "trapped") return settle(reject, new Stop(texts.trapped(name, value)));
        wait();
        progress.show(value);
      };
      wait();
      worker.postMessage(message, (given?.files ?? []).flatMap((file) => file.bytes?.buffer ?? []));
    });
  }
  return { ask, end: () => worker.terminate() };
}

/** One line on stderr that rewrites itself, for a terminal and for long work only. */
function progressLine() {
  const start = Date.now();
  let shown = false;
  return {
    show({ text, stage, done, total } = {}) {
      if (!process.stderr.isTTY || Date.now() - start < QUIET_MS) return;
      const share = total ? ` ${Math.floor((100 * done) / total)} %` : "";
      process.stderr.write(`\r\u001b[K${text ?? stage ?? "..."}${share}`);
      shown = true;
    },
    clear() {
      if (shown) process.stderr.write("\r\u001b[K");
      shown = false;
    },
  };
}

// ---- worker: the engine ----

async function serveOnce() {
  if (workerData !== "engine") return;
  const engine = await import("../encours.js");
  const loaded = engine.default();
  const report = (value) => parentPort.postMessage({ type: "progress", value });
  parentPort.on("message", async ({ type, args, given }) => {
    try {
      await loaded;
      const value = type === "inputs" ? engine.commandInputs(args) : await engine.runCommand(args, opened(given), report);
      parentPort.postMessage({ type: "answer", value });
    } catch (error) {
      parentPort.postMessage({ type: "trapped", value: String(error?.message ?? error) });
    }
  });
}

/** The same inputs, with the files of the disk opened. */
const opened = ({ files, invoices, ...rest }) => {
  const file = ({ name, path, bytes }) => ({ name, bytes: bytes ?? diskFile(path) });
  return { ...rest, files: files.map(file), invoices: invoices?.map(file) };
};

/** A file as the engine reads it: its size, and any piece of it at once. */
function diskFile(path) {
  const file = openSync(path);
  const { size } = fstatSync(file);
  const read = (offset, length) => {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  };
  return { size, read };
}
