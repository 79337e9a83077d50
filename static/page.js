// Script of the full page and the iframe page: sets the element's attributes from query parameters of the same names.
const names = ["agreement", "compare", "picker", "view", "lang", "theme", "at", "reported", "heading-level", "agreements", "notices"];
const element = document.querySelector("aura-serviceaftale");
const parameters = new URLSearchParams(location.search);

for (const name of names) {
  const value = parameters.get(name);
  if (value === null) continue;
  // A link must not load data from another origin.
  const isFile = name === "agreements" || (name === "notices" && value !== "none");
  if (isFile && !(URL.canParse(value, location.href) && new URL(value, location.href).origin === origin)) {
    console.warn(`aura-serviceaftale: parameter ${name}: found "${value}", expected a file of ${origin}`);
    if (element.dataset.link === "") element.dataset.link = "refused";
    continue;
  }
  // An unescaped plus sign of an offset is decoded as a space.
  element.setAttribute(name, value.replace(/ (?=\d\d:\d\d$)/, "+"));
}

// The heading and title of the page follow the same language.
if (parameters.get("lang") === "en") {
  document.documentElement.lang = "en";
  document.title = `${document.querySelector('h1 [lang="en"]').textContent} – AURA`;
}

// A demonstration must work without a connection. Without view=demo nothing is stored.
if (parameters.get("view") === "demo") addEventListener("aura-serviceaftale-ready", cacheForOffline, { once: true });

/** Registers the service worker and caches all files that this page has loaded, or none of them. */
async function cacheForOffline() {
  try {
    await navigator.serviceWorker.register("offline.js");
    const cache = await caches.open("aura-serviceaftale-demo");
    const pageUrl = new URL(location.pathname, location);
    const loaded = performance.getEntriesByType("resource").filter(({ responseStatus }) => !(responseStatus >= 400));
    const ownFiles = loaded.map(({ name }) => name).filter((file) => new URL(file).origin === origin);
    const files = new Set([pageUrl.href, ...ownFiles]);
    await cache.addAll([...files]);
    for (const { url } of await cache.keys()) if (!files.has(url)) await cache.delete(url);
  } catch {
    // Offline, or without support for service workers: the page works, and an existing cache stays.
  }
}
