/**
 * Entry of the package: everything that the engine exports, and an `init` that finds the module by itself.
 * The file beside this one is read in Node and fetched in a browser; a URL, bytes, a Response or a compiled
 * WebAssembly.Module may be given instead.
 */
import load from "./encours_glue.js";

export * from "./encours_glue.js";

/** Loads the WebAssembly module; a second call does nothing. */
export default async function init(module) {
  await load({ module_or_path: module ?? (await beside()) });
}

async function beside() {
  const url = new URL("./encours_bg.wasm", import.meta.url);
  if (url.protocol !== "file:") return url;
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ "node:fs/promises");
  return readFile(url);
}
