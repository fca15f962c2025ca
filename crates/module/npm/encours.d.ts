export * from "./encours_glue.js";

/** Loads the WebAssembly module. In Node it reads the file beside the package; in a browser it takes a URL or a compiled module. */
export default function init(module?: unknown): Promise<void>;
