// Requests for data files, limited to ten seconds and to five megabytes: 5,000 announcements with a thousand bytes
// each.
const TIMEOUT = 10_000;
const MAX_BYTES = 5_000_000;

/** Promises of pending requests, by URL. */
const pending = new Map();

/** Fetches the text of a data file. `options` are those of fetch. */
export async function load(url, options) {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT), credentials: "omit", ...options });
  if (!response.ok) throw new Error(`found status ${response.status}, expected 200`);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MAX_BYTES) {
      reader.cancel();
      throw new Error(`found more than ${MAX_BYTES} bytes, expected at most as many`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The same with one request for all callers while it is pending. */
export function loadTogether(url) {
  if (!pending.has(url)) {
    const remove = () => pending.delete(url);
    pending.set(url, load(url));
    pending.get(url).then(remove, remove);
  }
  return pending.get(url);
}
