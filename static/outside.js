// What a page of answers asks of the browser for its customer.

// Where a link to an answer leads.
const FULL_PAGE = new URL("../", import.meta.url);

/** Puts the text on the clipboard; `done` hears of it once it is there. */
export function copy(text, done) {
  // Pages that are not served securely have no clipboard; the number stands in the link beside the button.
  navigator.clipboard?.writeText(text).then(done, () => {});
}

/** Gives the customer a calendar of that name. */
export function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  link.download = name;
  link.click();
  // By then the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The full page with that query. */
export function link(query) {
  return String(new URL(query, FULL_PAGE));
}

/** Opens the device's share sheet. */
export function share(text, url) {
  // Rejected when the visitor thinks better of it, too.
  navigator.share({ text, url }).catch(() => {});
}

/** Runs it once the page has been painted: a frame's callbacks run before that, a message's after. */
export function afterPaint(run) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = run;
    port2.postMessage(null);
  });
}
