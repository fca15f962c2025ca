/**
 * Starts the Chromium that the suite drives: the one CHROME names, else the first on PATH, else playwright's own.
 * `cargo xtask test` finds or installs one and sets CHROME.
 */
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

// A browser that phones home would blur the request log, so every background service is off.
const FLAGS = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];

/** Path of the browser; throws a sentence when there is none. */
export function findChromium() {
  if (process.env.CHROME) return process.env.CHROME;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (runs(path)) return path;
    }
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  throw new Error("No Chromium found: install one, or name it in CHROME.");
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Launches it; `options` are playwright's launch options. Chromium's own sandbox does not start as root. */
export function launch(options = {}) {
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const { args = [], ...rest } = options;
  return chromium.launch({ executablePath: findChromium(), args: [...FLAGS, ...asRoot, ...args], ...rest });
}
