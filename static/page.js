// Script of the full page and the iframe page: sets the element's attributes from query parameters of the same names.
import { isKept, namedFile } from "./own-files.js";

const names = ["agreement", "compare", "picker", "view", "lang", "theme", "at", "reported", "heading-level", "agreements", "notices"];
const element = document.querySelector("aura-serviceaftale");
const parameters = new URLSearchParams(location.search);
/** The folder of the release. */
const folder = new URL("../", import.meta.url).href;

for (const name of names) {
  const value = parameters.get(name);
  if (value === null) continue;
  if (isFile(name, value)) {
    setFile(name, value);
  } else {
    // An unescaped plus sign of an offset is decoded as a space.
    element.setAttribute(name, value.replace(/ (?=\d\d:\d\d$)/, "+"));
  }
}

/** Whether the parameter names a file. Without a value, it counts as absent. */
function isFile(name, value) {
  return value !== "" && (name === "agreements" || (name === "notices" && value !== "none"));
}

/** A link must not make these pages show data that is not the release's. */
function setFile(name, value) {
  const url = namedFile(value, location.href, folder);
  if (url === null) {
    console.warn(`aura-serviceaftale: parameter ${name}: found "${value}", expected a file below ${folder}`);
    if (element.dataset.link === "") element.dataset.link = "refused";
    return;
  }
  element.setAttribute(name, url);
  // The `redirect` option of requests for the element's files: the server must not redirect to another file either.
  element.dataset.redirect = "error";
}

// The heading and title of the page follow the same language. The page for iframes has no heading.
if (parameters.get("lang") === "en") {
  document.documentElement.lang = "en";
  const heading = document.querySelector('h1 [lang="en"]');
  if (heading) document.title = `${heading.textContent} – AURA`;
}

// A demonstration of the full page must work without a connection. Without view=demo nothing is stored, and the page for
// iframes stores nothing.
if (parameters.get("view") === "demo" && "link" in element.dataset) {
  addEventListener("aura-serviceaftale-ready", cacheForOffline, { once: true });
}

/** Registers the service worker and caches the files of the release that this page has loaded, or none of them. */
async function cacheForOffline() {
  try {
    await navigator.serviceWorker.register(offlineUrl());
    const cache = await caches.open("aura-serviceaftale-demo");
    const loaded = performance.getEntriesByType("resource").filter(({ responseStatus }) => !(responseStatus >= 400));
    const page = new URL(location.pathname, location).href;
    const files = new Set([page, ...loaded.map(({ name }) => name)].filter((url) => isKept(url, folder)));
    await cache.addAll([...files]);
    // Files that this visit did not load stay, such as announcements if the link names others. The names of wasm files
    // change with each release.
    for (const { url } of await cache.keys()) {
      if (!isKept(url, folder) || (url.endsWith(".wasm") && !files.has(url))) await cache.delete(url);
    }
  } catch {
    // Offline, or without support for service workers: the page works, and an existing cache stays.
  }
}

/** The URL of the service worker. With trusted types, the policy of this page accepts script URLs from here only. */
function offlineUrl() {
  const createScriptURL = () => new URL("offline.js", folder).href;
  return globalThis.trustedTypes?.createPolicy("aura-serviceaftale", { createScriptURL }).createScriptURL("") ?? createScriptURL();
}
