// The element and its loader: one wasm instance a page, and for every <aura-serviceaftale> a page of answers.
//
// Until the answers are drawn, and again if anything fails, the element's own children are shown: the shadow root is
// attached only once wasm has started, and a failure leaves nothing in it but a slot.
// Timer and listeners are here and not in wasm, so that none of them outlives the instance.
import { followAddresses, hearAddresses, remember, remembered, unfollowAddresses } from "./addresses.js";
import { adoptDivs } from "./div-form.js";
import { follow, renew, unfollow } from "./feeds.js";
import { loadTogether } from "./files.js";
import { dead, detailsMissed, instantiate, instantiateDetails, mount, styles } from "./instance.js";
import { afterPaint, copy, link, save, share } from "./outside.js";

const NAME = "aura-serviceaftale";
// A clock that is set back far would ask for a longer wait than this.
const LONGEST_WAIT = 3_600_000;
const STOPPED = "the widget has stopped";

// The attributes, by the name of the property that mirrors each; lang has one already.
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

/** The pages of answers that elements on this page hold, each with the time at which it is to be woken. */
const held = new Map();
/** Those whose element has left; the next element takes them over, since every mount leaves something behind. */
const free = new Set();
const elements = new Set();
let starting;
let detailing;
let detailed = false;
let sheet;
let timer;
// What only the class can do with an element's private parts.
let begin;
let fail;
let loadAgreements;

/** Starts the one instance; later calls wait for the same. */
function start() {
  starting ??= instantiate(stop).then(() => {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles());
    document.addEventListener("visibilitychange", look);
    addEventListener("pageshow", look);
    addEventListener("storage", hearAddresses);
  });
  return starting;
}

/** Fetches what the pages show beyond their first answers, once; after a failure whoever asks tries again. */
function fetchDetails() {
  detailing ??= instantiateDetails()
    .then((more) => {
      sheet.replaceSync(styles() + more);
      detailed = true;
    }, missDetails)
    .then(() => {
      for (const page of [...held.keys(), ...free]) if (!dead) page.answers.detailsSettled();
      if (detailed) for (const page of held.keys()) followAll(page);
    });
  return detailing;
}

/** Lets the page have what is fetched or looked for once the details are here. */
function followAll(page) {
  loadAgreements(page.owner);
  follow(page, page.owner.notices);
  followAddresses(page);
}

/** The first answers stay; the pages say what is missing below them. */
function missDetails(error) {
  detailing = undefined;
  if (dead) return;
  detailsMissed();
  const message = `what is shown beyond the first answers: ${error}`;
  console.warn(`${NAME}: ${message}`);
  for (const page of held.keys()) page.failed("details", message);
}

/** The instance is dead, whichever element killed it: nothing calls into it again. */
function stop() {
  clearTimeout(timer);
  for (const element of elements) fail(element, "panic", STOPPED);
}

/** Sets the one timer for whoever is to be woken first; none while nobody looks. */
function setTimer() {
  clearTimeout(timer);
  const first = Math.min(...held.values());
  if (dead || first === Infinity || document.visibilityState === "hidden") return;
  timer = setTimeout(tellTime, Math.min(Math.max(first - Date.now(), 0), LONGEST_WAIT));
}

/** Tells the time to those who asked for it by now, or to everyone. */
function tellTime(everyone) {
  const now = Date.now();
  for (const [page, at] of held) if (!dead && (everyone || at <= now)) page.answers.timePassed();
  renew(everyone);
  setTimer();
}

/** A machine that slept fires no timer in time: whoever looks again sees the present. */
function look() {
  if (document.visibilityState === "hidden") setTimer();
  else tellTime(true);
}

/** A page of answers in an element of its own, which any <aura-serviceaftale> can take into its shadow root. */
class Page {
  root = document.createElement("div");
  at = Infinity;

  constructor(owner) {
    this.owner = owner;
    this.answers = mount(this, this.root);
  }

  // What follows is for wasm to call.

  attribute(name) {
    return this.owner.getAttribute(name) ?? undefined;
  }

  languageAround() {
    for (let inner = this.owner; (inner = inner.parentElement ?? inner.getRootNode().host); ) {
      if (inner.hasAttribute("lang")) return inner.getAttribute("lang");
    }
  }

  unusable(message) {
    console.warn(`${NAME}: ${message}`);
    this.failed("attribute", message);
  }

  chosen(agreement = null, compare) {
    this.owner.compare = compare;
    this.owner.agreement = agreement;
    tell(this.owner, "change", { agreement });
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
  fetchDetails = fetchDetails;

  afterPaint() {
    afterPaint(() => dead || this.answers.painted());
  }

  canShare() {
    return "share" in navigator;
  }

  /** Tells the host page. */
  failed(code, message) {
    tell(this.owner, "error", { code, message });
  }

  /** Tells it which file is shown now, and what of it had to be left out. */
  taken(file, problems) {
    tell(this.owner, "data", { file, problems });
  }

  wakeAt(milliseconds) {
    this.at = milliseconds;
    if (held.has(this)) held.set(this, milliseconds);
    setTimer();
  }
}

function tell(element, event, detail) {
  element.dispatchEvent(new CustomEvent(`${NAME}-${event}`, { bubbles: true, composed: true, detail }));
}

/** Begins with the elements that come near to what is seen. */
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

  constructor() {
    super();
    this.#ready.promise = new Promise((resolve, reject) => Object.assign(this.#ready, { resolve, reject }));
    // Who does not wait for it must not hear of its rejection.
    this.#ready.promise.catch(() => {});
  }

  /** Fulfilled once the answers are shown, rejected when they never will be. */
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
    // Moved within the page, an element is connected again before this task ends.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  attributeChangedCallback() {
    if (this.#changed || !this.isConnected) return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      if (dead || !this.isConnected) return;
      if (this.#state === "ready") this.#read();
      else if (!this.#begun) this.#wait();
    });
  }

  /** Properties that were set before the element was defined hide the ones that do something. */
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

  /** Asks for wasm, once, and shows the answers. */
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
      // A new page is drawn in microtasks, one that was taken over in the middle of its drawing in the next task: where
      // drawing takes long, yew leaves off and asks for one, and that was before this.
      await new Promise((done) => setTimeout(done));
      await fetchDetails();
    } catch (error) {
      return this.#fail("wasm", String(error));
    }
    if (dead) return;
    this.#enter("ready");
    this.#ready.resolve();
    tell(this, "ready", {});
    if (!this.isConnected) this.#leave();
  }

  /** Takes the page of answers that it had before, or one that is free, or a new one. */
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
    this.#page.answers.attributesChanged();
    this.#loadAgreements();
    // Announcements come after the answers, and with what draws them.
    if (detailed) followAll(this.#page);
  }

  /** The compiled-in agreements are shown meanwhile, and stay if the file cannot be used. */
  async #loadAgreements() {
    const url = this.agreements;
    if (!url || url === this.#file) return;
    this.#file = url;
    const page = this.#page;
    try {
      const text = await loadTogether(new URL(url, document.baseURI).href);
      // By then the details are here, which read it.
      await this.whenReady();
      if (url !== this.#file || page.owner !== this || dead) return;
      // Without them it cannot be used, and is asked for again once they have come after all.
      if (!detailed) this.#file = null;
      page.answers.takeAgreements(text);
      page.taken("agreements", "");
    } catch (error) {
      if (dead) return;
      const message = `agreements ${url}: ${error.message}`;
      console.warn(`${NAME}: ${message}`);
      tell(this, "error", { code: "agreements", message });
    }
  }

  /** Shows the element's own children again; each failure is told once. */
  #fail(code, message) {
    if (this.#state === "failed") return;
    this.#enter("failed");
    this.shadowRoot?.replaceChildren(document.createElement("slot"));
    this.#ready.reject(new Error(message));
    console.warn(`${NAME}: ${message}`);
    tell(this, "error", { code, message });
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
