// The one live wasm instance of a page, and the guard around it. Every call into the instance passes the guard, so that
// none reaches it once it is dead: after a panic, or when memory is exhausted, its state cannot be used.
import createGlue from "./widget_bg.js";

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

/** The functions of the live instance; undefined while there is none. */
export let widget;

/** The exports of the first file. The second one imports its memory and its table of functions. */
let shared;

/** The compiled files by URL, for the instance that replaces a dead one. */
const compiled = new Map();

/** Starts an instance. `whenDead` is called when it dies. */
export async function instantiate(whenDead) {
  // Each instance has glue of its own, because the glue keeps the instance's memory, closures and objects.
  const glue = createGlue();
  // yew calls setTimeout when rendering takes long. An exception would pass through wasm and end the instance.
  const imports = Object.entries(glue).map(([name, value]) => [name, String(value).includes("setTimeout") ? setTimer : value]);
  const exports = await load(WASM, INTEGRITY, { "./widget_bg.js": Object.fromEntries(imports) });
  shared = exports;
  const guards = guarded(exports, () => {
    widget = undefined;
    whenDead();
  });
  glue.__wbg_set_wasm(guards);
  widget = glue;
  guards.__wbindgen_start();
}

/** Puts the functions of the second file into the shared table; returns the styles of what they render. */
export async function instantiateLazy() {
  const glue = widget;
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
  const known = compiled.get(url);
  if (known) return (await WebAssembly.instantiate(known, imports)).exports;
  const response = await fetch(url, { integrity: hash.startsWith("sha") ? hash : "", signal });
  if (!response.ok) throw new Error(`${url}: found status ${response.status}, expected 200`);
  // With a wrong MIME type the browser can compile the file only once it has arrived completely.
  const streams = response.headers.get("Content-Type") === "application/wasm";
  const { module, instance } = streams
    ? await WebAssembly.instantiateStreaming(response, imports)
    : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  compiled.set(url, module);
  return instance.exports;
}

/** The exports, where the first call that throws is the last one that reaches the instance. */
function guarded(exports, whenDead) {
  let isAlive = true;
  let depth = 0;
  const guard = (call) => (...args) => {
    if (!isAlive) return;
    if (depth === 0) onMutations(observer.takeRecords());
    depth += 1;
    try {
      return call(...args);
    } catch (error) {
      if (isAlive) {
        isAlive = false;
        whenDead();
      }
      throw error;
    } finally {
      depth -= 1;
      // What changed during the call was changed by the instance.
      if (depth === 0) observer.takeRecords();
    }
  };
  const guards = Object.entries(exports).map(([name, value]) => [name, typeof value === "function" ? guard(value) : value]);
  return Object.fromEntries(guards);
}

/** What to call when somebody else changes nodes below a root, as translators and extensions do; by root. */
const watched = new Map();
const observer = new MutationObserver(onMutations);

function onMutations(records) {
  for (const target of new Set(records.map((record) => record.target))) {
    for (const [root, whenTouched] of watched) if (root.contains(target)) whenTouched();
  }
}

/** Calls back whenever anybody but the instance adds, removes or moves nodes below the root, or changes text. */
export function watch(root, whenTouched) {
  watched.set(root, whenTouched);
  observer.observe(root, { childList: true, characterData: true, subtree: true });
}

/** Ends all calls that `watch` asked for. */
export function unwatchAll() {
  watched.clear();
  observer.disconnect();
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
