// Further attempts of elements whose first wasm file could not be loaded.
import { setTimer } from "./instance.js";

// The pauses between attempts.
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 300_000;

/** What each element does to try again. All of them try together. */
const waiting = new Set();
/** The next pause, and its timer. No other timer of the page runs meanwhile. */
let pause = FIRST_PAUSE;
let cancelRetry;

/** Calls back after a pause, or as soon as the page becomes visible or the device is online. */
export function retryLater(attempt) {
  waiting.add(attempt);
  document.addEventListener("visibilitychange", retry);
  for (const type of ["pageshow", "online"]) addEventListener(type, retry);
  if (cancelRetry) return;
  cancelRetry = setTimer(retry, pause);
  pause = Math.min(2 * pause, LONGEST_PAUSE);
}

/** Makes all attempts now, unless the page is hidden. */
export function retry() {
  cancelRetry?.();
  cancelRetry = undefined;
  if (document.visibilityState === "hidden") return;
  const attempts = [...waiting];
  waiting.clear();
  for (const attempt of attempts) attempt();
}
