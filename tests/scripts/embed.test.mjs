// Does the page in an iframe tell its height to the page it was told to tell, and to nobody else?
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const SCRIPT = readFileSync(new URL("../../static/embed.js", import.meta.url), "utf8");
const HOST = "https://www.aura.dk";

/** The page, opened with this query; `framed` is whether another page is around it. */
function open(query, { framed = true } = {}) {
  const told = [];
  const warnings = [];
  const listeners = [];
  const observers = [];
  const root = { height: 400.2, getBoundingClientRect: () => ({ height: root.height }) };
  const here = {
    URL,
    URLSearchParams,
    location: { search: query },
    document: { documentElement: root },
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
  here.window = here;
  here.parent = framed ? { postMessage: ({ type, height }, target) => told.push({ type, height, target }) } : here;
  vm.runInNewContext(SCRIPT, vm.createContext(here));
  const hear = (type, event) => listeners.filter((heard) => heard.type === type).forEach(({ listener }) => listener(event));
  return {
    told,
    warnings,
    observed: observers.length > 0,
    parent: here.parent,
    /** The page becomes this high; an observer also calls when it begins to observe. */
    grow: (height) => {
      root.height = height;
      observers.forEach((callback) => callback([]));
    },
    /** The answers are shown, and the page is this high, but nobody draws it. */
    readyOutOfSight: (height) => {
      root.height = height;
      hear("aura-serviceaftale-ready", {});
    },
    bring: (message) => hear("message", message),
  };
}

const message = (height, target = HOST) => ({ type: "aura-serviceaftale-height", height, target });

test("the height is told when it changes, in whole pixels, and only then", () => {
  const page = open(`?agreement=pro&host=${HOST}`);
  page.grow(400.2);
  page.grow(400.2);
  page.grow(400.9);
  page.grow(900);
  page.grow(900);
  page.grow(400);
  assert.deepEqual(page.told, [message(401), message(900), message(400)]);
  assert.deepEqual(page.warnings, []);
});

test("out of sight the height is told once the answers are there", () => {
  const page = open(`?host=${HOST}`);
  page.readyOutOfSight(1400);
  assert.deepEqual(page.told, [message(1400)]);
});

test("an origin is taken as it is written", () => {
  const check = (host, expected) => {
    const page = open(`?host=${encodeURIComponent(host)}`);
    page.grow(10);
    assert.deepEqual([page.told, page.warnings], [[message(10, expected)], []], host);
  };
  check("https://www.aura.dk", "https://www.aura.dk");
  check("https://www.aura.dk/", "https://www.aura.dk");
  check("https://www.aura.dk:8443", "https://www.aura.dk:8443");
  check("http://localhost:20001", "http://localhost:20001");
  check("http://127.0.0.1:20001", "http://127.0.0.1:20001");
});

test("without a usable origin nothing is told, and one line says why", () => {
  const check = (query, found) => {
    const page = open(query);
    assert.equal(page.observed, false, query);
    page.bring({ source: page.parent, origin: HOST, data: { type: "aura-serviceaftale-height-wanted" } });
    assert.deepEqual(page.told, [], query);
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

test("opened by itself it tells nobody and says nothing", () => {
  const page = open(`?host=${HOST}`, { framed: false });
  assert.deepEqual([page.observed, page.warnings], [false, []]);
});

test("the page around it may ask, and no other", () => {
  const page = open(`?host=${HOST}`);
  page.grow(400);
  const wanted = { type: "aura-serviceaftale-height-wanted" };
  page.bring({ source: page.parent, origin: HOST, data: wanted });
  assert.deepEqual(page.told, [message(400), message(400)]);
  for (const hostile of [
    { source: {}, origin: HOST, data: wanted },
    { source: page.parent, origin: "https://evil.example", data: wanted },
    { source: page.parent, origin: HOST, data: { type: "aura-serviceaftale-height" } },
    { source: page.parent, origin: HOST, data: null },
    { source: page.parent, origin: HOST, data: "aura-serviceaftale-height-wanted" },
  ]) {
    page.bring(hostile);
  }
  assert.equal(page.told.length, 2);
});
