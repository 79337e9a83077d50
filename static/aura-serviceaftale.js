// The element and its loader: one wasm instance a page, and a page of answers for each <aura-serviceaftale>.
//
// The element's own children are visible until the answers are rendered, and again after a failure: the shadow root is
// attached only once the wasm has started, and a failure leaves nothing in it but a slot.
// The timer and the listeners are here and not in wasm, so that none of them outlives the instance.
import { ATTRIBUTES, attributesOf, reflectAttributes, upgradeProperties } from "./attributes.js";
import { controlStates, repeatInput, restoreControls } from "./controls.js";
import { adoptDivs } from "./div-form.js";
import { forgetEarly, request, requestEarly } from "./file-requests.js";
import { instantiate, instantiateLazy, setTimer, unwatchAll, watch, widget } from "./instance.js";
import { retry, retryLater } from "./retry.js";

const NAME = "aura-serviceaftale";
// The longest wait of the timer: after this time at the latest, a clock that was set is noticed, and a file that could
// not be fetched is requested again.
const LONGEST_WAIT = 60_000;
const STOPPED = "the widget has stopped";
// An instance that dies is replaced, unless the last one died less than this time ago, in milliseconds.
const LIFETIME = 600_000;

/** The pages of answers that elements hold. */
const held = new Set();
/** Pages whose element has left. The next element takes one over, because each mount leaks a listener and some nodes. */
const free = new Set();
const elements = new Set();
/** Aborted when the instance dies: ends its listeners, and whatever waited for it. */
let instance;
let starting;
/** When an instance died last, on the clock of the page, which nobody can set. */
let diedAt = -Infinity;
/** Whether the last instance has died: no other one is started. */
let stopped = false;
let lazyLoading;
let lazyLoaded = false;
/** Whether the widget itself is setting attributes; what it sets is not reported back to it. */
let mirroring = false;
const sheet = new CSSStyleSheet();
/** Cancels the timer. */
let cancelTimer = () => {};
// Access to private members of the class.
let begin;
let die;
let read;

/**
 * Starts the one instance; later calls get the same promise, of the signal that is aborted when the instance dies. After a
 * failure, the next call requests the file again.
 */
function start() {
  starting ??= instantiate(stop).then(onStarted, (error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

function onStarted() {
  sheet.replaceSync(widget.styles());
  instance = new AbortController();
  const { signal } = instance;
  document.addEventListener("visibilitychange", onAttention, { signal });
  for (const type of ["pageshow", "online"]) addEventListener(type, onAttention, { signal });
  addEventListener("storage", ({ key }) => widget?.storedElsewhere(key ?? undefined), { signal });
  retry();
  return signal;
}

/** Fetches the second wasm file once; after a failure, the next call fetches it again. */
function fetchLazy() {
  const { signal } = instance;
  lazyLoading ??= instantiateLazy()
    .then((more) => {
      if (signal.aborted) return;
      sheet.replaceSync(widget.styles() + more);
      lazyLoaded = true;
    }, (error) => signal.aborted || failLazy(error))
    .then(() => {
      if (signal.aborted) return;
      for (const page of [...held, ...free]) page.answers.lazySettled();
      // The second file reads the data files and the stored addresses. In a microtask for each element, so that an
      // exception of one concerns neither the others nor this promise.
      if (lazyLoaded) for (const page of held) queueMicrotask(() => held.has(page) && read(page.owner));
    });
  return lazyLoading;
}

/** The first answers stay, and the pages say what is missing below them. */
function failLazy(error) {
  lazyLoading = undefined;
  widget.lazyFailed();
  const message = `what is shown beyond the first answers: ${error}`;
  console.warn(`${NAME}: ${message}`);
  // They are sent again once it is loaded.
  forgetEarly();
  for (const page of held) {
    page.failed("details", message);
    const agreements = page.owner.getAttribute("agreements");
    if (agreements) page.failed("agreements", `agreements ${agreements}: not read without the second wasm file`);
  }
}

/** The instance is dead: every element shows its fallback, and after that a new instance is started. */
function stop() {
  instance?.abort();
  cancelTimer();
  unwatchAll();
  held.clear();
  free.clear();
  starting = lazyLoading = undefined;
  lazyLoaded = false;
  const now = performance.now();
  stopped = now - diedAt < LIFETIME;
  diedAt = now;
  console.warn(`${NAME}: ${STOPPED}${stopped ? "" : ", and starts again"}`);
  for (const element of elements) die(element);
  if (!stopped) setTimer(() => elements.forEach(begin), 0);
}

/** Sets the one timer to the earliest wake-up; no timer runs while the page is hidden. */
function schedule() {
  cancelTimer();
  if (held.size === 0 || document.visibilityState === "hidden") return;
  const first = Math.min(...[...held].map(({ until }) => until));
  cancelTimer = setTimer(() => wake(""), Math.min(Math.max(first - Date.now(), 0), LONGEST_WAIT));
}

/** Wakes the pages whose answers do not hold at this time, or all of them after an event of this type. */
function wake(type) {
  const now = Date.now();
  for (const page of held) {
    // Also before the answers were computed: the clock has been set back.
    if (type || now < page.from || now >= page.until) page.wake(now);
  }
  widget?.renewFiles(type);
  schedule();
}

/** A machine that slept fires its timers late, so a page that becomes visible is woken at once. */
function onAttention({ type }) {
  if (document.visibilityState === "hidden") schedule();
  else wake(type);
}

/** A mounted page of answers, which any <aura-serviceaftale> can take into its shadow root. */
class Page {
  root = document.createElement("div");
  /** The time in which the answers hold, in milliseconds since 1970 UTC. */
  from = -Infinity;
  until = Infinity;
  /** Aborted when the page's instance has died. */
  signal = instance.signal;
  #isTouched = false;
  /** The controls of the nodes that are replaced. */
  #controls;

  constructor(owner) {
    this.owner = owner;
    this.answers = widget.mount(this, this.root, ...attributesOf(owner));
    watch(this.root, () => (this.#isTouched = true));
  }

  wake(now = Date.now()) {
    this.from = now;
    this.answers.timePassed();
  }

  // The methods below are called by wasm.

  unusable(message) {
    console.warn(`${NAME}: ${message}`);
    this.failed("attribute", message);
  }

  chosen(agreement = null, compare) {
    mirroring = true;
    try {
      // Not by the properties, which the host page may have replaced.
      this.owner.toggleAttribute("compare", compare);
      if (agreement === null) this.owner.removeAttribute("agreement");
      else this.owner.setAttribute("agreement", agreement);
    } finally {
      mirroring = false;
    }
    dispatch(this.owner, "change", { agreement });
  }

  fetchLazy = fetchLazy;

  touched() {
    if (!this.#isTouched) return false;
    this.#isTouched = false;
    this.#controls = controlStates(this.root);
    this.root.replaceChildren();
    return true;
  }

  afterPaint() {
    // Animation frame callbacks run before the paint, a message posted from them is delivered after it.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => this.answers.painted();
      port2.postMessage(null);
    });
  }

  loader() {
    return import.meta.url;
  }

  request(url, cache, signal) {
    return request(url, cache, signal, this.owner.dataset.redirect);
  }

  warn(message) {
    console.warn(`${NAME}: ${message}`);
  }

  /** Dispatches an -error event. */
  failed(code, message) {
    dispatch(this.owner, "error", { code, message });
  }

  /** Dispatches a -data event: the file that is shown now, and the problems of what was left out. */
  taken(file, problems, json) {
    dispatch(this.owner, "data", { file, problems, list: json ? JSON.parse(json) : [] });
  }

  /** The page is rendered, and its answers hold until then. */
  wakeAt(milliseconds) {
    if (this.#controls) restoreControls(this.root, this.#controls);
    this.#controls = undefined;
    this.until = milliseconds;
    schedule();
  }
}

function dispatch(element, event, detail) {
  element.dispatchEvent(new CustomEvent(`${NAME}-${event}`, { bubbles: true, composed: true, detail }));
}

/** Starts elements that come near the viewport. */
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) begin(target);
  },
  { rootMargin: "200px" },
);

class AuraServiceaftale extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #state = "idle";
  #page;
  #begun = false;
  #changed = false;
  /** The controls of a page whose instance has died. */
  #controls;
  #ready = {};

  static {
    begin = (element) => element.#begin();
    die = (element) => element.#die();
    read = (element) => element.#read();
  }

  constructor() {
    super();
    this.#expect();
  }

  /** Makes a new promise for `whenReady`. */
  #expect() {
    this.#ready.promise = new Promise((resolve, reject) => Object.assign(this.#ready, { resolve, reject }));
    // Without a handler, a rejection would be reported as unhandled on the host page.
    this.#ready.promise.catch(() => {});
  }

  /** A promise that is fulfilled once everything is rendered, and rejected when loading fails. */
  whenReady() {
    return this.#ready.promise;
  }

  connectedCallback() {
    upgradeProperties(this);
    this.#enter(this.#state);
    elements.add(this);
    // The instance has died while the element was not in the document.
    if (this.#page?.signal.aborted) this.#die();
    if (stopped) this.#fail("panic", STOPPED);
    else if (this.#state === "ready") this.#take();
    else if (!this.#begun) this.#wait();
  }

  disconnectedCallback() {
    // An element that is moved within the page is connected again before the task ends.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  attributeChangedCallback() {
    if (mirroring || this.#changed || !this.isConnected) return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      if (stopped || !this.isConnected) return;
      if (this.#state === "ready") this.#read();
      else if (!this.#begun) this.#wait();
    });
  }

  #wait() {
    if (this.loading === "eager") this.#begin();
    else near.observe(this);
  }

  /** Fetches the wasm once and shows the answers. */
  async #begin() {
    if (this.#begun) return;
    this.#begun = true;
    near.unobserve(this);
    // A further attempt leaves the fallback as it is until it succeeds.
    if (this.#state === "failed") this.#expect();
    else this.#enter("loading");
    let signal;
    try {
      signal = await start();
    } catch (error) {
      this.#fail("wasm", String(error));
      if (!stopped) {
        this.#begun = false;
        retryLater(() => this.isConnected && this.#begin());
      }
      return;
    }
    // The instance has died in the meantime, and this element has begun again or will.
    if (signal.aborted) return;
    try {
      if (!this.shadowRoot) this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
      this.#take();
      // A new page renders in microtasks, one that was taken over while rendering in the next task: yew interrupts a long
      // rendering and continues in a task, which was queued before this one.
      await new Promise((done) => setTimer(done, 0));
      if (!signal.aborted) await fetchLazy();
    } catch (error) {
      if (!signal.aborted) this.#fail("wasm", String(error));
      return;
    }
    if (signal.aborted) return;
    this.#enter("ready");
    this.#ready.resolve();
    dispatch(this, "ready", {});
    if (!this.isConnected) return this.#leave();
    if (this.#controls) repeatInput(this.#page.root, this.#controls);
    this.#controls = undefined;
  }

  /** Takes the page of answers that the element had before, a free one, or a new one. */
  #take() {
    if (held.has(this.#page) && this.#page.owner === this) return;
    if (this.#page?.owner !== this) {
      this.#page = free.values().next().value ?? new Page(this);
      if (this.#page.owner !== this) {
        this.#page.owner = this;
        this.#page.answers.startAfresh();
      }
      this.shadowRoot.replaceChildren(this.#page.root);
    }
    free.delete(this.#page);
    held.add(this.#page);
    this.#page.wake();
    this.#read();
    schedule();
  }

  #leave() {
    near.unobserve(this);
    elements.delete(this);
    if (this.#page?.owner === this && held.delete(this.#page)) {
      free.add(this.#page);
      this.#page.answers.leave();
    }
    schedule();
  }

  #read() {
    this.#page.answers.attributesChanged(...attributesOf(this));
    if (!lazyLoaded) requestEarly(this);
  }

  /** The instance is dead. */
  #die() {
    if (this.#page) this.#controls = controlStates(this.#page.root);
    this.#page = undefined;
    this.#begun = false;
    this.#fail("panic", STOPPED);
  }

  /** Shows the element's own children again; each failure is reported once. */
  #fail(code, message) {
    this.#ready.reject(new Error(message));
    if (this.#state === "failed") return;
    this.#enter("failed");
    this.shadowRoot?.replaceChildren(document.createElement("slot"));
    if (code !== "panic") console.warn(`${NAME}: ${message}`);
    dispatch(this, "error", { code, message });
  }

  #enter(state) {
    this.#state = this.dataset.state = state;
  }
}

reflectAttributes(AuraServiceaftale.prototype);
if (customElements.get(NAME)) {
  console.warn(`${NAME}: included twice; the first one stays`);
} else {
  customElements.define(NAME, AuraServiceaftale);
  adoptDivs(NAME, ATTRIBUTES);
}
