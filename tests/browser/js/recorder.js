// What does the page say for itself? Loaded before anything else, in browsers whose drivers do not tell.
//
// It keeps what it needs of the page's globals, so that a page which replaces them is recorded all the same.
(() => {
  const { stringify } = JSON;
  const { apply } = Reflect;
  const records = [];
  let count = 0;
  // Assigned, not pushed: a page may have replaced Array.prototype.push.
  const record = (what) => void (records[count++] = what);

  const text = (value) => {
    try {
      if (value instanceof Error) return `${value.name}: ${value.message}`;
      return typeof value === "object" && value !== null ? stringify(value) : String(value);
    } catch {
      return "(cannot be told)";
    }
  };

  for (const level of ["debug", "log", "info", "warn", "error", "trace"]) {
    const say = console[level];
    console[level] = (...words) => {
      record({ kind: "console", level, text: words.map(text).join(" ") });
      return apply(say, console, words);
    };
  }
  const assert = console.assert;
  console.assert = (holds, ...words) => {
    if (!holds) record({ kind: "console", level: "error", text: `Assertion failed: ${words.map(text).join(" ")}` });
    return apply(assert, console, [holds, ...words]);
  };

  // Captured: what cannot be loaded says so to its element alone.
  const hear = (name, take) => addEventListener(name, (event) => record(take(event)), true);
  const origin = location.origin;
  hear("error", ({ target, error, message }) =>
    target === window
      ? { kind: "error", text: error == null ? String(message) : text(error) }
      : { kind: "missing", text: String(target.src ?? target.href ?? target.localName) });
  hear("unhandledrejection", ({ reason }) => ({ kind: "rejection", text: text(reason) }));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    // The browser asks for this one by itself, whatever the page says of icons.
    if (blockedURI !== `${origin}/favicon.ico`) record({ kind: "blocked", text: `${effectiveDirective} ${blockedURI}` });
  });
  for (const name of ["ready", "change", "error"]) {
    hear(`aura-serviceaftale-${name}`, ({ target, detail }) => ({ kind: "event", name, element: target.id, ...detail }));
  }

  window.__recorded = () => stringify(records);

  // Real time, whatever clock the page is given after this.
  const { setTimeout } = window;
  window.__after = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
})();
