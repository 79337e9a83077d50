// Does the page around an iframe change its height when the iframe asks, and for nobody else?
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const SCRIPT = readFileSync(new URL("../../static/embed-host.js", import.meta.url), "utf8");
const SRC = "https://aura.example/serviceaftale/embed.html?agreement=pro&host=https://www.aura.dk";
const ORIGIN = "https://aura.example";

/** An iframe with a window in it that remembers what it was sent. */
function iframe({ src = SRC, boxSizing = "content-box", border = 0, height = 150 } = {}) {
  const received = [];
  return {
    src,
    boxSizing,
    received,
    contentWindow: { postMessage: (data, target) => received.push({ data, target }) },
    clientHeight: height,
    offsetHeight: height + 2 * border,
    style: {},
  };
}

/** A page with these iframes; returns what brings a message to it. */
function page(iframes) {
  const listeners = [];
  const here = {
    URL,
    document: {
      querySelectorAll: (selector) => {
        assert.equal(selector, "iframe[data-aura-serviceaftale]");
        return iframes;
      },
    },
    getComputedStyle: ({ boxSizing }) => ({ boxSizing }),
    addEventListener: (type, listener) => {
      assert.equal(type, "message");
      listeners.push(listener);
    },
  };
  vm.runInNewContext(SCRIPT, here);
  return (message) => listeners.forEach((listener) => listener(message));
}

const told = (height) => ({ type: "aura-serviceaftale-height", height });

test("the iframe gets the height of what is in it, each time", () => {
  const frame = iframe();
  const bring = page([frame]);
  for (const height of [640, 1200.5, 300, 1, 19_999]) {
    bring({ source: frame.contentWindow, origin: ORIGIN, data: told(height) });
    assert.equal(frame.style.height, `${height}px`);
  }
});

test("each iframe has its own height, and one that is added later has too", () => {
  const iframes = [iframe(), iframe({ src: "https://other.example/embed.html" })];
  const bring = page(iframes);
  const later = iframe();
  const heights = () => [...iframes, later].map(({ style }) => style.height);
  bring({ source: iframes[1].contentWindow, origin: "https://other.example", data: told(500) });
  bring({ source: later.contentWindow, origin: ORIGIN, data: told(600) });
  assert.deepEqual(heights(), [undefined, "500px", undefined]);
  iframes.push(later);
  bring({ source: later.contentWindow, origin: ORIGIN, data: told(700) });
  assert.deepEqual(heights().slice(0, 3), [undefined, "500px", "700px"]);
});

test("borders are added where sizes include them", () => {
  for (const [boxSizing, expected] of [["border-box", "644px"], ["content-box", "640px"]]) {
    const frame = iframe({ boxSizing, border: 2 });
    page([frame])({ source: frame.contentWindow, origin: ORIGIN, data: told(640) });
    assert.equal(frame.style.height, expected);
  }
});

test("no hostile sender changes anything", () => {
  const frame = iframe();
  const empty = iframe({ src: "" });
  const bring = page([frame, empty]);
  const source = frame.contentWindow;
  const hostile = [
    ["another window", { source: { postMessage() {} }, origin: ORIGIN, data: told(640) }],
    ["no window", { source: null, origin: ORIGIN, data: told(640) }],
    ["another origin in the iframe", { source, origin: "https://evil.example", data: told(640) }],
    ["the origin without TLS", { source, origin: "http://aura.example", data: told(640) }],
    ["another port", { source, origin: "https://aura.example:8443", data: told(640) }],
    ["an origin that begins alike", { source, origin: "https://aura.example.evil.example", data: told(640) }],
    ["an iframe without an address", { source: empty.contentWindow, origin: "null", data: told(640) }],
    ["an opaque origin", { source, origin: "null", data: told(640) }],
    ...[
      undefined, null, "", "aura-serviceaftale-height", 640, [], {},
      { height: 640 },
      { type: "height", height: 640 },
      { type: "aura-serviceaftale-height" },
      ...[0, -1, 20_000, 1e9, NaN, Infinity, -Infinity, "640", "640px; color: red", null, [640], { valueOf: () => 640 }, 640n].map(told),
    ].map((data) => ["this message", { source, origin: ORIGIN, data }]),
  ];
  for (const [what, message] of hostile) {
    bring(message);
    assert.deepEqual([frame.style, empty.style], [{}, {}], `${what}: ${String(message.data?.height ?? message.data)}`);
  }
});

test("an iframe that was ready first is asked once, and no secret is told", () => {
  const frame = iframe();
  page([frame]);
  assert.equal(JSON.stringify(frame.received), '[{"data":{"type":"aura-serviceaftale-height-wanted"},"target":"*"}]');
  page([{ ...iframe(), contentWindow: null }]);
});
