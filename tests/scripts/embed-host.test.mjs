// Tests of static/embed-host.js: height messages from iframes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const SCRIPT = readFileSync(new URL("../../static/embed-host.js", import.meta.url), "utf8");
const SRC = "https://aura.example/serviceaftale/embed.html?agreement=pro&host=https://www.aura.dk";
const ORIGIN = "https://aura.example";

/** A mock iframe whose window records the messages it receives. */
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

/** Runs the script on a mock page with these iframes. Returns a function that dispatches a message to the page. */
function page(iframes) {
  const listeners = [];
  const globals = {
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
  vm.runInNewContext(SCRIPT, globals);
  return (message) => listeners.forEach((listener) => listener(message));
}

const heightMessage = (height) => ({ type: "aura-serviceaftale-height", height });

test("the iframe gets the height of each message", () => {
  const frame = iframe();
  const dispatch = page([frame]);
  // 30,679 px: 400 announcements in a column of 320 px.
  for (const height of [640, 1200.5, 300, 50, 30_679, 200_000]) {
    dispatch({ source: frame.contentWindow, origin: ORIGIN, data: heightMessage(height) });
    assert.equal(frame.style.height, `${height}px`);
  }
});

test("the script may be included twice", () => {
  // In a classic script, a second declaration of a constant is an error.
  const context = vm.createContext({ document: { querySelectorAll: () => [] }, addEventListener() {} });
  vm.runInContext(SCRIPT, context);
  vm.runInContext(SCRIPT, context);
});

test("each iframe has its own height, also when it is added later", () => {
  const iframes = [iframe(), iframe({ src: "https://other.example/embed.html" })];
  const dispatch = page(iframes);
  const later = iframe();
  const heights = () => [...iframes, later].map(({ style }) => style.height);
  dispatch({ source: iframes[1].contentWindow, origin: "https://other.example", data: heightMessage(500) });
  dispatch({ source: later.contentWindow, origin: ORIGIN, data: heightMessage(600) });
  assert.deepEqual(heights(), [undefined, "500px", undefined]);
  iframes.push(later);
  dispatch({ source: later.contentWindow, origin: ORIGIN, data: heightMessage(700) });
  assert.deepEqual(heights().slice(0, 3), [undefined, "500px", "700px"]);
});

test("borders are added with box-sizing: border-box", () => {
  for (const [boxSizing, expected] of [["border-box", "644px"], ["content-box", "640px"]]) {
    const frame = iframe({ boxSizing, border: 2 });
    page([frame])({ source: frame.contentWindow, origin: ORIGIN, data: heightMessage(640) });
    assert.equal(frame.style.height, expected);
  }
});

test("messages from other senders are ignored", () => {
  const frame = iframe();
  const empty = iframe({ src: "" });
  const opaque = iframe({ src: "data:text/html,<script>parent.postMessage({})</script>" });
  const dispatch = page([frame, empty, opaque]);
  const source = frame.contentWindow;
  const hostile = [
    ["another window", { source: { postMessage() {} }, origin: ORIGIN, data: heightMessage(640) }],
    ["no window", { source: null, origin: ORIGIN, data: heightMessage(640) }],
    ["another origin in the iframe", { source, origin: "https://evil.example", data: heightMessage(640) }],
    ["the origin without TLS", { source, origin: "http://aura.example", data: heightMessage(640) }],
    ["another port", { source, origin: "https://aura.example:8443", data: heightMessage(640) }],
    ["an origin with the same prefix", { source, origin: "https://aura.example.evil.example", data: heightMessage(640) }],
    ["an iframe without a URL", { source: empty.contentWindow, origin: "null", data: heightMessage(640) }],
    ["an iframe whose origin is opaque", { source: opaque.contentWindow, origin: "null", data: heightMessage(640) }],
    ["an opaque origin", { source, origin: "null", data: heightMessage(640) }],
    ...[
      undefined, null, "", "aura-serviceaftale-height", 640, [], {},
      { height: 640 },
      { type: "height", height: 640 },
      { type: "aura-serviceaftale-height" },
      ...[0, -0, -1, 1e-9, 49.9, 200_001, 1e9, 1e308, NaN, Infinity, -Infinity, "640", "640px; color: red", null, [640], { valueOf: () => 640 }, 640n].map(heightMessage),
    ].map((data) => ["this message", { source, origin: ORIGIN, data }]),
  ];
  for (const [name, message] of hostile) {
    dispatch(message);
    assert.deepEqual([frame.style, empty.style, opaque.style], [{}, {}, {}], `${name}: ${String(message.data?.height ?? message.data)}`);
  }
});

test("each existing iframe gets one request, which contains nothing confidential", () => {
  const frame = iframe();
  page([frame]);
  assert.equal(JSON.stringify(frame.received), '[{"data":{"type":"aura-serviceaftale-height-wanted"},"target":"*"}]');
  page([{ ...iframe(), contentWindow: null }]);
});
