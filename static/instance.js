// The one wasm instance of a page, and the guard around it. Every call into the instance passes the guard, so that none
// reaches it once it is dead: after a panic, or when memory is exhausted, its state cannot be used.
import * as glue from "./widget_bg.js";

export { lazyFailed, mount, renewFiles, storedElsewhere, styles } from "./widget_bg.js";

const WASM = new URL("widget_bg.wasm", import.meta.url);
// The release replaces this by the hash of the wasm. This file is bundled into the loader, so that one hash on the loader
// pins both.
const INTEGRITY = "wasm-integrity";
// The second wasm file. Only the release has one, and its hash here.
const DETAILS = new URL("details_bg.wasm", import.meta.url);
const DETAILS_INTEGRITY = "details-integrity";
// The time limit for each file: a line of 20 KB/s gets both. A limit on progress is not possible, because the browser hands
// out no byte before it has verified the hash of the whole file.
const LIMIT_MILLISECONDS = 60_000;

/** Whether the instance is dead. */
export let dead = false;

/** The exports of the first file. The second one imports its memory and its table of functions. */
let shared;

/** Starts the instance. `whenDead` is called when it dies. */
export async function instantiate(whenDead) {
  // yew calls setTimeout when rendering takes long. An exception would pass through wasm and end the instance.
  const imports = Object.entries(glue).map(([name, value]) => [name, String(value).includes("setTimeout") ? setTimer : value]);
  shared = await load(WASM, INTEGRITY, { "./widget_bg.js": Object.fromEntries(imports) });
  const exports = guarded(shared, whenDead);
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

/** Puts the functions of the second file into the shared table; returns the styles of what they render. */
export async function instantiateLazy() {
  if (DETAILS_INTEGRITY.startsWith("sha")) {
    await load(DETAILS, DETAILS_INTEGRITY, { __wasm_split: shared });
  }
  return glue.lazyLoaded();
}

/** Fetches and instantiates a wasm file within the time limit; returns its exports. */
function load(url, hash, imports) {
  const limit = new AbortController();
  let cancel;
  // The host page's own fetch may not respect the signal.
  const late = new Promise((_, reject) => {
    cancel = setTimer(() => {
      reject(new Error(`${url}: found no response within ${LIMIT_MILLISECONDS / 1000} seconds`));
      limit.abort();
    }, LIMIT_MILLISECONDS);
  });
  return Promise.race([fetchInstance(url, hash, imports, limit.signal), late]).finally(cancel);
}

async function fetchInstance(url, hash, imports, signal) {
  const response = await fetch(url, { integrity: hash.startsWith("sha") ? hash : "", signal });
  if (!response.ok) throw new Error(`${url}: found status ${response.status}, expected 200`);
  // With a wrong MIME type the browser can compile the file only once it has arrived completely.
  const streams = response.headers.get("Content-Type") === "application/wasm";
  const { instance } = streams
    ? await WebAssembly.instantiateStreaming(response, imports)
    : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  return instance.exports;
}

/** The exports, where the first call that throws is the last one that reaches the instance. */
function guarded(exports, whenDead) {
  const guard = (call) => (...args) => {
    if (dead) return;
    try {
      return call(...args);
    } catch (error) {
      dead = true;
      whenDead();
      throw error;
    }
  };
  const guards = Object.entries(exports).map(([name, value]) => [name, typeof value === "function" ? guard(value) : value]);
  return Object.fromEntries(guards);
}

/** Calls back after this time, also where the host page's own setTimeout throws. Returns a function that cancels. */
export function setTimer(callback, milliseconds) {
  let wanted = true;
  let id;
  const fire = () => wanted && callback();
  try {
    id = setTimeout(fire, milliseconds);
  } catch {
    AbortSignal.timeout(milliseconds).onabort = fire;
  }
  return () => {
    wanted = false;
    try {
      clearTimeout(id);
    } catch {
      // The timer fires, and does nothing.
    }
  };
}
