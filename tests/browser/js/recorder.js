// Recorder of console calls, errors, failed resources and element events, for drivers without such a log. It is the
// first script of the page.
//
// It saves the globals that it needs, so that it also works on pages that replace them.
(() => {
  const { stringify } = JSON;
  const { apply } = Reflect;
  const records = [];
  let count = 0;
  // Without push, because a page may replace Array.prototype.push.
  const record = (entry) => void (records[count++] = entry);

  const text = (value) => {
    try {
      if (value instanceof Error) return `${value.name}: ${value.message}`;
      return typeof value === "object" && value !== null ? stringify(value) : String(value);
    } catch {
      return "(not serializable)";
    }
  };

  for (const level of ["debug", "log", "info", "warn", "error", "trace"]) {
    const original = console[level];
    console[level] = (...args) => {
      record({ kind: "console", level, text: args.map(text).join(" ") });
      return apply(original, console, args);
    };
  }
  const assert = console.assert;
  console.assert = (condition, ...args) => {
    if (!condition) record({ kind: "console", level: "error", text: `Assertion failed: ${args.map(text).join(" ")}` });
    return apply(assert, console, [condition, ...args]);
  };

  // In the capture phase, because error events of resources do not bubble.
  const listen = (name, toEntry) => addEventListener(name, (event) => record(toEntry(event)), true);
  const origin = location.origin;
  listen("error", ({ target, error, message }) =>
    target === window
      ? { kind: "error", text: error == null ? String(message) : text(error) }
      : { kind: "missing", text: String(target.src ?? target.href ?? target.localName) });
  listen("unhandledrejection", ({ reason }) => ({ kind: "rejection", text: text(reason) }));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    // The browser requests this file by itself.
    if (blockedURI !== `${origin}/favicon.ico`) record({ kind: "blocked", text: `${effectiveDirective} ${blockedURI}` });
  });
  for (const name of ["ready", "change", "error"]) {
    listen(`aura-serviceaftale-${name}`, ({ target, detail }) => ({ kind: "event", name, element: target.id, ...detail }));
  }

  window.__recorded = () => stringify(records);

  // The real setTimeout, saved before the fake clock replaces it.
  const { setTimeout } = window;
  window.__after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
})();
