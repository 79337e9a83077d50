// Data files, within ten seconds and five megabytes: as many notices as are taken, with a thousand bytes each.
const MILLISECONDS = 10_000;
const LARGEST_BYTES = 5_000_000;

/** Those that are on their way. */
const files = new Map();

/** The text of a data file; `options` are those of fetch. */
export async function load(url, options) {
  const response = await fetch(url, { signal: AbortSignal.timeout(MILLISECONDS), credentials: "omit", ...options });
  if (!response.ok) throw new Error(`found status ${response.status}, expected 200`);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > LARGEST_BYTES) {
      reader.cancel();
      throw new Error(`found more than ${LARGEST_BYTES} bytes, expected at most as many`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The same, and one request for all who ask while the file is on its way. */
export function loadTogether(url) {
  if (!files.has(url)) {
    const gone = () => files.delete(url);
    files.set(url, load(url));
    files.get(url).then(gone, gone);
  }
  return files.get(url);
}
