// Tests of static/embed.js: height messages to the parent page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const SCRIPT = readFileSync(new URL("../../static/embed.js", import.meta.url), "utf8");
const HOST = "https://www.aura.dk";

const LISTED = /<meta name="aura-hosts" content="([^"]+)">/.exec(readFileSync(new URL("../../static/embed.html", import.meta.url), "utf8"))[1];

/**
 * Runs the script on a mock page with this query string, in an iframe or at the top level. `ancestors` are the origins of
 * the pages around it, from the inside; a browser without location.ancestorOrigins has the referrer only.
 */
function open(query, { framed = true, ancestors = [HOST], referrer, listed = LISTED } = {}) {
  const sent = [];
  const warnings = [];
  const listeners = [];
  const observers = [];
  const element = { dataset: { noAddresses: "" } };
  const root = { height: 400.2, getBoundingClientRect: () => ({ height: root.height }) };
  const globals = {
    URL,
    URLSearchParams,
    location: { search: query, ancestorOrigins: referrer === undefined ? (framed ? ancestors : []) : undefined },
    document: {
      documentElement: root,
      referrer: referrer ?? "",
      querySelector: (selector) => ({ 'meta[name="aura-hosts"]': listed === null ? null : { content: listed }, "aura-serviceaftale": element })[selector],
    },
    console: { warn: (line) => warnings.push(line) },
    ResizeObserver: class {
      constructor(callback) {
        this.callback = callback;
      }
      observe(element) {
        assert.equal(element, root);
        observers.push(this.callback);
      }
    },
    addEventListener: (type, listener) => listeners.push({ type, listener }),
  };
  globals.window = globals;
  globals.parent = framed ? { postMessage: ({ type, height }, target) => sent.push({ type, height, target }) } : globals;
  vm.runInNewContext(SCRIPT, vm.createContext(globals));
  const dispatch = (type, event) => listeners.filter((one) => one.type === type).forEach(({ listener }) => listener(event));
  return {
    sent,
    warnings,
    observed: observers.length > 0,
    parent: globals.parent,
    offersAddresses: element.dataset.noAddresses === undefined,
    /** Sets the height of the page and calls the resize observers. */
    resize: (height) => {
      root.height = height;
      observers.forEach((callback) => callback([]));
    },
    /** Sets the height and dispatches the ready event without a resize callback, as outside the viewport. */
    readyWithoutResize: (height) => {
      root.height = height;
      dispatch("aura-serviceaftale-ready", {});
    },
    receive: (message) => dispatch("message", message),
  };
}

const message = (height, target = HOST) => ({ type: "aura-serviceaftale-height", height, target });

test("the height is sent only when it changes, in whole pixels", () => {
  const page = open(`?agreement=pro&host=${HOST}`);
  page.resize(400.2);
  page.resize(400.2);
  page.resize(400.9);
  page.resize(900);
  page.resize(900);
  page.resize(400);
  assert.deepEqual(page.sent, [message(401), message(900), message(400)]);
  assert.deepEqual(page.warnings, []);
});

test("outside the viewport the height is sent when the answers are ready", () => {
  const page = open(`?host=${HOST}`);
  page.readyWithoutResize(1400);
  assert.deepEqual(page.sent, [message(1400)]);
});

test("valid origins are accepted", () => {
  const check = (host, expected) => {
    const page = open(`?host=${encodeURIComponent(host)}`);
    page.resize(10);
    assert.deepEqual([page.sent, page.warnings], [[message(10, expected)], []], host);
  };
  check("https://www.aura.dk", "https://www.aura.dk");
  check("https://www.aura.dk/", "https://www.aura.dk");
  check("https://www.aura.dk:8443", "https://www.aura.dk:8443");
  check("http://localhost:20001", "http://localhost:20001");
  check("http://127.0.0.1:20001", "http://127.0.0.1:20001");
});

test("without a valid origin nothing is sent and one warning is logged", () => {
  const check = (query, found) => {
    const page = open(query);
    assert.equal(page.observed, false, query);
    page.receive({ source: page.parent, origin: HOST, data: { type: "aura-serviceaftale-height-wanted" } });
    assert.deepEqual(page.sent, [], query);
    assert.equal(page.warnings.length, 1, query);
    assert.ok(page.warnings[0].includes(`parameter host: found ${found}, expected an origin`), page.warnings[0]);
  };
  check("", "nothing");
  check("?agreement=pro", "nothing");
  for (const host of [
    "",
    "*",
    "/",
    "null",
    "www.aura.dk",
    "http://www.aura.dk",
    "http://localhost.evil.example",
    "https://www.aura.dk/kontakt",
    "https://www.aura.dk?",
    "https://www.aura.dk#",
    "https://user@www.aura.dk",
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///",
    "blob:https://www.aura.dk/1",
  ]) {
    check(`?host=${encodeURIComponent(host)}`, `"${host}"`);
  }
});

test("at the top level nothing is sent and nothing is logged", () => {
  const page = open(`?host=${HOST}`, { framed: false });
  assert.deepEqual([page.observed, page.warnings], [false, []]);
});

test("only the parent page can request the height", () => {
  const page = open(`?host=${HOST}`);
  page.resize(400);
  const request = { type: "aura-serviceaftale-height-wanted" };
  page.receive({ source: page.parent, origin: HOST, data: request });
  assert.deepEqual(page.sent, [message(400), message(400)]);
  for (const hostile of [
    { source: {}, origin: HOST, data: request },
    { source: page.parent, origin: "https://evil.example", data: request },
    { source: page.parent, origin: HOST, data: { type: "aura-serviceaftale-height" } },
    { source: page.parent, origin: HOST, data: null },
    { source: page.parent, origin: HOST, data: "aura-serviceaftale-height-wanted" },
  ]) {
    page.receive(hostile);
  }
  assert.equal(page.sent.length, 2);
});

test("addresses are offered only where each page around this one is listed", () => {
  const check = (host, options, expected) => {
    const page = open(host === null ? "?agreement=pro" : `?host=${encodeURIComponent(host)}`, options);
    assert.equal(page.offersAddresses, expected, `${host}, ${JSON.stringify(options)}`);
  };
  assert.equal(LISTED, "https://www.aura.dk https://aura.dk");
  for (const listed of ["https://www.aura.dk", "https://aura.dk", "http://localhost:8080", "http://127.0.0.1:8080"]) {
    check(listed, { ancestors: [listed] }, true);
    check(listed, { ancestors: [listed, HOST] }, true);
    check(listed, { framed: false }, true);
    check(listed, { referrer: `${listed}/kontakt` }, true);
    // The parameter does not say who the parent is.
    check(listed, { ancestors: ["https://evil.example"] }, false);
    check(listed, { ancestors: [listed, "https://evil.example"] }, false);
    check(listed, { ancestors: ["null"] }, false);
    check(listed, { referrer: "https://evil.example/" }, false);
    check(listed, { referrer: "" }, false);
  }
  check(HOST, { listed: "https://aura.dk\n  https://www.aura.dk  " }, true);
  check(HOST, { listed: "https://aura.dk" }, false);
  check(HOST, { listed: "" }, false);
  check(HOST, { listed: null }, false);
  for (const other of [
    null,
    "",
    "null",
    "*",
    "https://evil.example",
    "https://www.aura.dk.evil.example",
    "https://evil.example/https://www.aura.dk",
    "http://www.aura.dk",
    "https://www.aura.dk:8443",
    "https://aura.dk/kontakt",
    "https://user@aura.dk",
    "http://localhost.evil.example",
    "aura.dk",
  ]) {
    check(other, {}, false);
    check(other, { framed: false }, false);
    check(other, { ancestors: [other ?? "null"] }, false);
  }
});
