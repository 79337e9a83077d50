// The one wasm instance of a page. Whatever calls into it comes through here, so that nothing does once it is dead: a panic,
// or memory that cannot be had, leaves nothing that may be used.
import * as glue from "./widget_bg.js";

export { detailsMissed, mount, readNotices, styles } from "./widget_bg.js";

const WASM = new URL("widget_bg.wasm", import.meta.url);
// The release puts the wasm's hash here; a hash on the loader, of which this becomes a part, then pins both.
const INTEGRITY = "wasm-integrity";
// What is shown beyond the first answers. Only the release has it in a file of its own, and its hash here.
const DETAILS = new URL("details_bg.wasm", import.meta.url);
const DETAILS_INTEGRITY = "details-integrity";
const DETAILS_MILLISECONDS = 10_000;

/** Whether it has died. */
export let dead = false;

/** What the second file shares with the first: memory and the table of functions. */
let shared;

/** Starts it; `whenDead` hears when that has to be the end of it. */
export async function instantiate(whenDead) {
  shared = await load(WASM, INTEGRITY, { "./widget_bg.js": glue });
  const exports = guarded(shared, whenDead);
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

/** Puts the functions of the second file where the first calls them; returns the styles of what they draw. */
export async function instantiateDetails() {
  if (DETAILS_INTEGRITY.startsWith("sha")) {
    await load(DETAILS, DETAILS_INTEGRITY, { __wasm_split: shared }, AbortSignal.timeout(DETAILS_MILLISECONDS));
  }
  return glue.detailsCame();
}

/** The exports of an instance of the file. */
async function load(url, hash, imports, signal) {
  const response = await fetch(url, { integrity: hash.startsWith("sha") ? hash : "", signal });
  if (!response.ok) throw new Error(`${url}: found status ${response.status}, expected 200`);
  // A server that does not know wasm costs a moment, since the browser then compiles only what has all arrived.
  const streams = response.headers.get("Content-Type") === "application/wasm";
  const { instance } = streams
    ? await WebAssembly.instantiateStreaming(response, imports)
    : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  return instance.exports;
}

/** The instance's exports, where a call that does not return is the last. */
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
