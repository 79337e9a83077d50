// The customer's addresses, for all elements of this page and of other tabs. Nothing is stored before the customer asks for
// it, and nothing stays once they are forgotten.
import { dead } from "./instance.js";

const KEY = "aura-serviceaftale-addresses";

/** What is remembered for this visit alone, where the browser stores nothing. */
let visit;
const followers = new Set();

/** What was written last, to be read by wasm alone; anybody who writes to the page's storage may have written it. */
export function remembered() {
  if (visit !== undefined) return visit;
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Keeps the text, or forgets what there is when it is empty. */
export function remember(text) {
  visit = undefined;
  try {
    if (text === "") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // Blocked, or full.
    visit = text;
  }
  tellFollowers();
}

/** Another tab has changed something, or all of it was cleared. */
export function hearAddresses({ key }) {
  if (key === KEY || key === null) tellFollowers();
}

/** Lets the page know, now and whenever that changes. */
export function followAddresses(page) {
  if (followers.has(page)) return;
  followers.add(page);
  tell(page);
}

/** The page belongs to no element, and need not know. */
export function unfollowAddresses(page) {
  followers.delete(page);
}

function tellFollowers() {
  for (const page of followers) tell(page);
}

function tell(page) {
  if (!dead) page.answers.takeAddresses(remembered(), visit === undefined);
}
