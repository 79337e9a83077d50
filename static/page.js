// A page that is all widget takes the element's attributes as query parameters of the same names, so that a link can ask a
// question.
const names = ["agreement", "compare", "picker", "view", "lang", "theme", "at", "reported", "heading-level", "agreements", "notices"];
const element = document.querySelector("aura-serviceaftale");
const parameters = new URLSearchParams(location.search);

for (const name of names) {
  const value = parameters.get(name);
  if (value === null) continue;
  // Whoever writes a link must not choose what data AURA's page speaks by.
  const isFile = name === "agreements" || (name === "notices" && value !== "none");
  if (isFile && !(URL.canParse(value, location.href) && new URL(value, location.href).origin === origin)) {
    console.warn(`aura-serviceaftale: parameter ${name}: found "${value}", expected a file of ${origin}`);
    if (element.dataset.link === "") element.dataset.link = "refused";
    continue;
  }
  // A plus sign of an offset that was not escaped reads as a space.
  element.setAttribute(name, value.replace(/ (?=\d\d:\d\d$)/, "+"));
}

// The page around the element has a heading of its own, which goes by the same language.
if (parameters.get("lang") === "en") {
  document.documentElement.lang = "en";
  document.title = `${document.querySelector('h1 [lang="en"]').textContent} – AURA`;
}

// A demonstration must not depend on the connection of the room it is held in. Nobody else has asked for anything to be
// stored, so nothing is on any other page.
if (parameters.get("view") === "demo") addEventListener("aura-serviceaftale-ready", keepForOffline, { once: true });

/** Keeps what this visit was made of, all of it or nothing, for the worker beside this page to answer with. */
async function keepForOffline() {
  try {
    await navigator.serviceWorker.register("offline.js");
    const cache = await caches.open("aura-serviceaftale-demo");
    const here = new URL(location.pathname, location);
    const loaded = performance.getEntriesByType("resource").filter(({ responseStatus }) => !(responseStatus >= 400));
    const own = loaded.map(({ name }) => name).filter((file) => new URL(file).origin === origin);
    const files = new Set([here.href, ...own]);
    await cache.addAll([...files]);
    for (const { url } of await cache.keys()) if (!files.has(url)) await cache.delete(url);
  } catch {
    // Without a connection what was kept before stays; a browser that keeps nothing shows the page all the same.
  }
}
