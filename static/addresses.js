// Storage of the customer's addresses, shared by all elements of this page and of other tabs. Addresses are stored only
// on request, and deleted completely.
import { dead } from "./instance.js";

const KEY = "aura-serviceaftale-addresses";

/** The text for this page only, if localStorage is not available. */
let fallbackText;
const followers = new Set();

/** The stored text, which only wasm parses. It is not trusted, because any script of the origin can write to localStorage. */
export function remembered() {
  if (fallbackText !== undefined) return fallbackText;
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Stores the text; an empty text deletes the stored one. */
export function remember(text) {
  fallbackText = undefined;
  try {
    if (text === "") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // Storage is blocked or full.
    fallbackText = text;
  }
  notifyFollowers();
}

/** Listener for storage events: another tab has changed the addresses or cleared the storage. */
export function hearAddresses({ key }) {
  if (key === KEY || key === null) notifyFollowers();
}

/** Passes the addresses to the page, now and after each change. */
export function followAddresses(page) {
  if (followers.has(page)) return;
  followers.add(page);
  notify(page);
}

/** Stops passing the addresses to the page. */
export function unfollowAddresses(page) {
  followers.delete(page);
}

function notifyFollowers() {
  for (const page of followers) notify(page);
}

function notify(page) {
  if (!dead) page.answers.takeAddresses(remembered(), fallbackText === undefined);
}
