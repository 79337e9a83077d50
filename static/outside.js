// Browser functions for the widget: clipboard, downloads, links, sharing.

// The target of links to an answer.
const FULL_PAGE = new URL("../", import.meta.url);

/** Copies the text to the clipboard and calls `onCopied` if that succeeds. */
export function copy(text, onCopied) {
  // Pages in an insecure context have no clipboard; the link next to the button shows the same phone number.
  navigator.clipboard?.writeText(text).then(onCopied, () => {});
}

/** Downloads a calendar file. */
export function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  link.download = name;
  link.click();
  // The download has started by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The URL of the full page with this query. */
export function link(query) {
  return String(new URL(query, FULL_PAGE));
}

/** Opens the device's share sheet. */
export function share(text, url) {
  // The promise is also rejected when the user cancels.
  navigator.share({ text, url }).catch(() => {});
}

/** Calls back after the next paint. Animation frame callbacks run before it, a message posted from them is delivered after it. */
export function afterPaint(callback) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = callback;
    port2.postMessage(null);
  });
}
