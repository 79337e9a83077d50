// Requests for data files. The second wasm file reads the responses.

// The time limit for a data file.
const FILE_MILLISECONDS = 10_000;

/** Requests for agreements that were sent before the second wasm file, which reads them, was loaded; by URL. */
const early = new Map();

/** Requests a data file. The function is async, so that an exception of the host page's own fetch rejects the promise. */
async function send(url, cache, signal, redirect = "follow") {
  return fetch(url, { signal, cache, redirect, credentials: "omit" });
}

/** Requests the agreements that the element names, so that they arrive beside the second wasm file and not after it. */
export function requestEarly(element) {
  const text = element.getAttribute("agreements");
  if (!text) return;
  try {
    const { href } = new URL(text, document.baseURI);
    if (early.has(href)) return;
    const signal = AbortSignal.timeout(FILE_MILLISECONDS);
    const response = send(href, "default", signal, element.dataset.redirect);
    response.catch(() => {});
    early.set(href, { signal, response });
  } catch {
    // The second wasm file names a value that is no URL.
  }
}

/** The promise of a response: that of the early request, if there is one and it has not been aborted. */
export function request(url, cache, signal, redirect) {
  const sent = early.get(url);
  early.delete(url);
  return sent?.signal.aborted === false ? sent.response : send(url, cache, signal, redirect);
}

/** Forgets the early requests; a response that is not read is aborted. */
export function forgetEarly() {
  early.clear();
}
