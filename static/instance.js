// The one wasm instance of a page. Whatever calls into it comes through here, so that nothing does once it is dead: a panic,
// or memory that cannot be had, leaves nothing that may be used.
import * as glue from "./widget_bg.js";

export { mount, styles } from "./widget_bg.js";

const WASM = new URL("widget_bg.wasm", import.meta.url);
// The release puts the wasm's hash here; a hash on the loader, of which this becomes a part, then pins both.
const INTEGRITY = "wasm-integrity";

/** Whether it has died. */
export let dead = false;

/** Starts it; `whenDead` hears when that has to be the end of it. */
export async function instantiate(whenDead) {
  const response = await fetch(WASM, INTEGRITY.startsWith("sha") ? { integrity: INTEGRITY } : {});
  if (!response.ok) throw new Error(`${WASM}: found status ${response.status}, expected 200`);
  const imports = { "./widget_bg.js": glue };
  // A server that does not know wasm costs a moment, since the browser then compiles only what has all arrived.
  const streams = response.headers.get("Content-Type") === "application/wasm";
  const { instance } = streams
    ? await WebAssembly.instantiateStreaming(response, imports)
    : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  const exports = guarded(instance.exports, whenDead);
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
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
