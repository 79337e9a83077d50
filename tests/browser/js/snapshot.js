// Snapshot of what the widget shows: plain data from its open shadow root, found by data attributes only.
function snapshot() {
  const host = document.querySelector("aura-serviceaftale");
  const root = host?.shadowRoot;
  const all = (selector) => (root ? [...root.querySelectorAll(selector)] : []);
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  const times = (element) =>
    (element.matches("time") ? [element] : [...element.querySelectorAll("time")]).map((time) => time.getAttribute("datetime"));
  const timesOf = (element, selector) =>
    (element.matches(selector) ? [element] : [...element.querySelectorAll(selector)]).flatMap(times);
  const part = (element) => ({
    agreement: element.dataset.agreement,
    times: times(element),
    text: element.innerText,
    html: element.outerHTML,
  });
  return {
    state: host?.dataset.state ?? null,
    agreement: host?.getAttribute("agreement") ?? null,
    answers: all("[data-answer]").filter(visible).map((e) => ({ ...part(e), kind: e.dataset.answer })),
    channels: all("[data-channel]").filter(visible).map((e) => ({ ...part(e), kind: e.dataset.channel, open: e.dataset.open })),
    windows: all("[data-window]").map((e) => ({
      start: timesOf(e, "[data-start]"),
      notice: timesOf(e, "[data-notice]"),
      html: e.outerHTML,
    })),
    text: root ? [...root.children].map((child) => child.innerText ?? "").join("\n") : "",
    html: root ? root.innerHTML : (host?.outerHTML ?? "no <aura-serviceaftale> on the page"),
  };
}
