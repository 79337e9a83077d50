// The element and its loader: starts one wasm instance a page and gives every <aura-serviceaftale> a page of its own.
//
// Until that is drawn, and again if anything fails, the element's own children are shown: the shadow root is attached
// only once wasm has started, and a failure leaves nothing in it but a slot.
import init, { mount, onPanic, styles } from "./widget.js";

const WASM = new URL("widget_bg.wasm", import.meta.url);
// The release puts the wasm's hash here; without it nothing is checked.
const INTEGRITY = "wasm-integrity";
const NAME = "aura-serviceaftale";
const FETCH_MILLISECONDS = 10_000;
const LARGEST_BYTES = 2_000_000;

const elements = new Set();
let starting;
let sheet;
let panicked = false;

/** Starts the one instance; later calls wait for the same. */
function start() {
  const wasm = () => fetch(WASM, INTEGRITY.startsWith("sha384-") ? { integrity: INTEGRITY } : {});
  starting ??= init({ module_or_path: wasm() }).then(() => {
    onPanic(fail);
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles());
  });
  return starting;
}

/** A panic ends the instance: nothing may call into it again, whichever element it came from. */
function fail(message) {
  if (panicked) return;
  panicked = true;
  for (const element of elements) element.fail("panic", message);
}

/** The text of a data file, within ten seconds and two megabytes. */
async function load(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MILLISECONDS), credentials: "omit" });
  if (!response.ok) throw new Error(`${url}: found status ${response.status}, expected 200`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > LARGEST_BYTES) {
    throw new Error(`${url}: found ${bytes.byteLength} bytes, expected at most ${LARGEST_BYTES}`);
  }
  return new TextDecoder().decode(bytes);
}

class AuraServiceaftale extends HTMLElement {
  static observedAttributes = ["agreement", "at", "reported", "agreements"];

  #mounted;
  #starting = false;
  #changed = false;
  #file = null;
  #ready = Promise.withResolvers?.() ?? withResolvers();

  constructor() {
    super();
    // Who does not wait for it must not hear of its rejection.
    this.#ready.promise.catch(() => {});
  }

  /** Fulfilled once the answers are shown, rejected when they never will be. */
  whenReady() {
    return this.#ready.promise;
  }

  connectedCallback() {
    if (!this.dataset.state) this.dataset.state = "idle";
    if (this.#mounted) this.#guard(() => this.#mounted.resume());
    else if (!this.#starting) this.#start();
  }

  disconnectedCallback() {
    // Moved within the page, an element is connected again before this task ends.
    queueMicrotask(() => {
      if (!this.isConnected && this.#mounted) this.#guard(() => this.#mounted.suspend());
    });
  }

  attributeChangedCallback() {
    if (this.#changed || !this.#mounted) return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      this.#guard(() => this.#mounted.attributesChanged());
      this.#loadAgreements();
    });
  }

  async #start() {
    this.#starting = true;
    this.dataset.state = "loading";
    try {
      await start();
      if (panicked) throw new Error("the widget stopped before");
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      const page = root.appendChild(document.createElement("div"));
      elements.add(this);
      this.#mounted = mount(this, page);
      // The page is drawn in a microtask of its own, queued before this one.
      await null;
      await null;
    } catch (error) {
      this.fail("wasm", String(error));
      return;
    }
    if (panicked) return;
    if (!this.isConnected) this.#mounted.suspend();
    this.dataset.state = "ready";
    this.#ready.resolve();
    this.#tell("ready", {});
    this.#loadAgreements();
  }

  /** The compiled-in agreements are shown meanwhile, and stay if the file cannot be used. */
  async #loadAgreements() {
    const url = this.getAttribute("agreements");
    if (!url || url === this.#file) return;
    this.#file = url;
    try {
      const text = await load(new URL(url, document.baseURI).href);
      if (url === this.#file && !panicked) this.#mounted.takeAgreements(text);
    } catch (error) {
      const message = `agreements ${url}: ${error.message}`;
      console.warn(`${NAME}: ${message}`);
      this.#tell("error", { code: "agreements", message });
    }
  }

  /** Shows the element's own children again; each failure is told once. */
  fail(code, message) {
    if (this.dataset.state === "failed") return;
    this.dataset.state = "failed";
    this.shadowRoot?.replaceChildren(document.createElement("slot"));
    this.#ready.reject(new Error(message));
    console.warn(`${NAME}: ${message}`);
    this.#tell("error", { code, message });
  }

  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(`${NAME}-${event}`, { bubbles: true, composed: true, detail }));
  }

  #guard(call) {
    if (!panicked) call();
  }
}

function withResolvers() {
  const resolvers = {};
  resolvers.promise = new Promise((resolve, reject) => Object.assign(resolvers, { resolve, reject }));
  return resolvers;
}

if (customElements.get(NAME)) console.warn(`${NAME}: included twice; the first one stays`);
else customElements.define(NAME, AuraServiceaftale);
