// The element and its loader: one wasm instance a page, and a page of answers for each <aura-serviceaftale>.
//
// The element's own children are visible until the answers are rendered, and again after a failure: the shadow root is
// attached only once the wasm has started, and a failure leaves nothing in it but a slot.
// The timer and the listeners are here and not in wasm, so that none of them outlives the instance.
import { followAddresses, hearAddresses, remember, remembered, unfollowAddresses } from "./addresses.js";
import { adoptDivs } from "./div-form.js";
import { follow, renew, unfollow } from "./feeds.js";
import { loadTogether } from "./files.js";
import { checkFile, dead, instantiate, instantiateLazy, lazyFailed, mount, styles } from "./instance.js";
import { afterPaint, copy, link, save, share } from "./outside.js";

const NAME = "aura-serviceaftale";
// The longest wait of the timer: a clock that was set back far would make it longer.
const LONGEST_WAIT = 3_600_000;
const STOPPED = "the widget has stopped";

// The attributes by the name of the property that reflects each. HTMLElement has one for lang.
const PROPERTIES = {
  agreement: "agreement",
  compare: "compare",
  picker: "picker",
  view: "view",
  theme: "theme",
  agreements: "agreements",
  notices: "notices",
  at: "at",
  reported: "reported",
  headingLevel: "heading-level",
  loading: "loading",
};
const ATTRIBUTES = ["lang", ...Object.values(PROPERTIES)];

/** The pages of answers that elements hold, each with the time of its next wake-up. */
const held = new Map();
/** Pages whose element has left. The next element takes one over, because each mount leaks a listener and some nodes. */
const free = new Set();
const elements = new Set();
let starting;
let lazyLoading;
let lazyLoaded = false;
/** Whether the widget itself is setting attributes; what it sets is not reported back to it. */
let mirroring = false;
let sheet;
let timer;
// Access to private members of the class.
let begin;
let fail;
let loadAgreements;

/** Starts the one instance; later calls get the same promise. */
function start() {
  starting ??= instantiate(stop).then(() => {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles());
    document.addEventListener("visibilitychange", onVisibilityChange);
    addEventListener("pageshow", onVisibilityChange);
    addEventListener("storage", hearAddresses);
  });
  return starting;
}

/** Fetches the second wasm file once; after a failure, the next call fetches it again. */
function fetchLazy() {
  lazyLoading ??= instantiateLazy()
    .then((more) => {
      sheet.replaceSync(styles() + more);
      lazyLoaded = true;
    }, failLazy)
    .then(() => {
      for (const page of [...held.keys(), ...free]) if (!dead) page.answers.lazySettled();
      if (lazyLoaded) for (const page of held.keys()) followAll(page);
    });
  return lazyLoading;
}

/** Loads what the second wasm file reads: data files and stored addresses. */
function followAll(page) {
  loadAgreements(page.owner);
  follow(page, page.owner.notices);
  followAddresses(page);
}

/** The first answers stay, and the pages say what is missing below them. */
function failLazy(error) {
  lazyLoading = undefined;
  if (dead) return;
  lazyFailed();
  const message = `what is shown beyond the first answers: ${error}`;
  console.warn(`${NAME}: ${message}`);
  for (const page of held.keys()) page.failed("details", message);
}

/** The instance is dead, and nothing calls into it again: every element shows its fallback. */
function stop() {
  clearTimeout(timer);
  for (const element of elements) fail(element, "panic", STOPPED);
}

/** Sets the one timer to the earliest wake-up; no timer runs while the page is hidden. */
function setTimer() {
  clearTimeout(timer);
  const first = Math.min(...held.values());
  if (dead || first === Infinity || document.visibilityState === "hidden") return;
  timer = setTimeout(wakePages, Math.min(Math.max(first - Date.now(), 0), LONGEST_WAIT));
}

/** Wakes the pages whose time has come, or all of them. */
function wakePages(everyone) {
  const now = Date.now();
  for (const [page, at] of held) if (!dead && (everyone || at <= now)) page.answers.timePassed();
  renew(everyone);
  setTimer();
}

/** A machine that slept fires its timers late, so a page that becomes visible is woken at once. */
function onVisibilityChange() {
  if (document.visibilityState === "hidden") setTimer();
  else wakePages(true);
}

/** A mounted page of answers, which any <aura-serviceaftale> can take into its shadow root. */
class Page {
  root = document.createElement("div");
  at = Infinity;

  constructor(owner) {
    this.owner = owner;
    this.answers = mount(this, this.root, ...attributesOf(owner));
  }

  // The methods below are called by wasm.

  unusable(message) {
    console.warn(`${NAME}: ${message}`);
    this.failed("attribute", message);
  }

  chosen(agreement = null, compare) {
    mirroring = true;
    this.owner.compare = compare;
    this.owner.agreement = agreement;
    mirroring = false;
    dispatch(this.owner, "change", { agreement });
  }

  copy(text) {
    copy(text, () => dead || this.answers.copied());
  }

  save = save;
  link = link;
  share = share;
  print = () => print();
  addresses = remembered;
  rememberAddresses = remember;
  fetchLazy = fetchLazy;

  afterPaint() {
    afterPaint(() => dead || this.answers.painted());
  }

  /** Dispatches an -error event. */
  failed(code, message) {
    dispatch(this.owner, "error", { code, message });
  }

  /** Dispatches a -data event: the file that is shown now, and the problems of what was left out. */
  taken(file, problems) {
    dispatch(this.owner, "data", { file, problems });
  }

  wakeAt(milliseconds) {
    this.at = milliseconds;
    if (held.has(this)) held.set(this, milliseconds);
    setTimer();
  }
}

/** The attributes as names and values in turn, the language of the nearest ancestor, and whether there is a share sheet. */
function attributesOf(element) {
  const present = [...ATTRIBUTES, "data-link", "data-no-addresses"].filter((name) => element.hasAttribute(name));
  return [present.flatMap((name) => [name, element.getAttribute(name)]), inheritedLang(element), "share" in navigator];
}

function inheritedLang(element) {
  for (let inner = element; (inner = inner.parentElement ?? inner.getRootNode().host); ) {
    if (inner.hasAttribute("lang")) return inner.getAttribute("lang");
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
  #file = null;
  #ready = {};

  static {
    begin = (element) => element.#begin();
    fail = (element, code, message) => element.#fail(code, message);
    loadAgreements = (element) => element.#loadAgreements();
  }

  /** The report on the bytes of a data file, as JSON in that language. For check.html, once an element is ready. */
  static check(bytes, agreements, lang) {
    return dead ? undefined : checkFile(bytes, agreements, lang);
  }

  constructor() {
    super();
    this.#ready.promise = new Promise((resolve, reject) => Object.assign(this.#ready, { resolve, reject }));
    // Without a handler, a rejection would be reported as unhandled on the host page.
    this.#ready.promise.catch(() => {});
  }

  /** A promise that is fulfilled once everything is rendered, and rejected when loading fails. */
  whenReady() {
    return this.#ready.promise;
  }

  connectedCallback() {
    this.#upgradeProperties();
    this.#enter(this.#state);
    elements.add(this);
    if (dead) this.#fail("panic", STOPPED);
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
      if (dead || !this.isConnected) return;
      if (this.#state === "ready") this.#read();
      else if (!this.#begun) this.#wait();
    });
  }

  /** Properties that were set before the element was defined shadow the accessors of the class. */
  #upgradeProperties() {
    for (const property of Object.keys(PROPERTIES)) {
      if (!Object.hasOwn(this, property)) continue;
      const value = this[property];
      delete this[property];
      this[property] = value;
    }
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
    this.#enter("loading");
    try {
      await start();
      if (dead) return this.#fail("panic", STOPPED);
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
      this.#take();
      // A new page renders in microtasks, one that was taken over while rendering in the next task: yew interrupts a long
      // rendering and continues in a task, which was queued before this one.
      await new Promise((done) => setTimeout(done));
      await fetchLazy();
    } catch (error) {
      return this.#fail("wasm", String(error));
    }
    if (dead) return;
    this.#enter("ready");
    this.#ready.resolve();
    dispatch(this, "ready", {});
    if (!this.isConnected) this.#leave();
  }

  /** Takes the page of answers that the element had before, a free one, or a new one. */
  #take() {
    if (held.has(this.#page) && this.#page.owner === this) return;
    if (this.#page?.owner !== this) {
      this.#file = null;
      this.#page = free.values().next().value ?? new Page(this);
      if (this.#page.owner !== this) {
        this.#page.owner = this;
        this.#page.answers.startAfresh();
      }
      this.shadowRoot.replaceChildren(this.#page.root);
    }
    free.delete(this.#page);
    held.set(this.#page, this.#page.at);
    this.#page.answers.timePassed();
    this.#read();
    setTimer();
  }

  #leave() {
    near.unobserve(this);
    elements.delete(this);
    if (this.#page?.owner === this && held.delete(this.#page)) {
      free.add(this.#page);
      unfollow(this.#page);
      unfollowAddresses(this.#page);
    }
    setTimer();
  }

  #read() {
    this.#page.answers.attributesChanged(...attributesOf(this));
    this.#loadAgreements();
    // Announcements are loaded after the answers, together with the panels that show them.
    if (lazyLoaded) followAll(this.#page);
  }

  /** The built-in agreements are shown meanwhile, and stay if the file cannot be used. */
  async #loadAgreements() {
    const url = this.agreements;
    if (!url || url === this.#file) return;
    this.#file = url;
    const page = this.#page;
    try {
      const bytes = await loadTogether(new URL(url, document.baseURI).href);
      // The second wasm file, which reads it, is loaded by then.
      await this.whenReady();
      if (url !== this.#file || page.owner !== this || dead) return;
      // If it could not be loaded, the agreements are requested again once it is.
      if (!lazyLoaded) this.#file = null;
      page.answers.takeAgreements(bytes);
      page.taken("agreements", "");
    } catch (error) {
      if (dead) return;
      const message = `agreements ${url}: ${error.message}`;
      console.warn(`${NAME}: ${message}`);
      dispatch(this, "error", { code: "agreements", message });
    }
  }

  /** Shows the element's own children again; each failure is reported once. */
  #fail(code, message) {
    if (this.#state === "failed") return;
    this.#enter("failed");
    this.shadowRoot?.replaceChildren(document.createElement("slot"));
    this.#ready.reject(new Error(message));
    console.warn(`${NAME}: ${message}`);
    dispatch(this, "error", { code, message });
  }

  #enter(state) {
    this.#state = this.dataset.state = state;
  }
}

for (const [property, attribute] of Object.entries(PROPERTIES)) {
  const isFlag = attribute === "compare";
  Object.defineProperty(AuraServiceaftale.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return isFlag ? this.hasAttribute(attribute) : this.getAttribute(attribute);
    },
    set(value) {
      if (isFlag) this.toggleAttribute(attribute, Boolean(value));
      else if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

if (customElements.get(NAME)) {
  console.warn(`${NAME}: included twice; the first one stays`);
} else {
  customElements.define(NAME, AuraServiceaftale);
  adoptDivs(NAME, ATTRIBUTES);
}
