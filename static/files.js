// Requests for data files, limited to ten seconds and to a number of bytes.
const TIMEOUT = 10_000;
const MAX_AGREEMENTS_BYTES = 5_000_000;

/** Promises of pending requests, by URL. */
const pending = new Map();

/** Fetches the bytes of a data file. `options` are those of fetch. */
export async function load(url, maxBytes, options) {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT), credentials: "omit", ...options });
  if (!response.ok) throw new Error(`found status ${response.status}, expected 200`);
  const reader = response.body.getReader();
  const chunks = [];
  for (let length = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    length += value.length;
    if (length > maxBytes) {
      reader.cancel();
      throw new Error(`found more than ${maxBytes} bytes, expected at most as many`);
    }
    chunks.push(value);
  }
}

/** Fetches the bytes of an agreements file, with one request for all callers while it is pending. */
export function loadTogether(url) {
  if (!pending.has(url)) {
    const remove = () => pending.delete(url);
    pending.set(url, load(url, MAX_AGREEMENTS_BYTES));
    pending.get(url).then(remove, remove);
  }
  return pending.get(url);
}
