// Answers for the full page's files when the network does not, once that page was opened as a demonstration: v1/page.js keeps
// what such a visit was made of, and registers this worker. It stores nothing itself.
const KEPT = "aura-serviceaftale-demo";
// Long enough for a slow line, and short enough to stand before somebody who waits.
const PATIENCE_MILLISECONDS = 3_000;
// Named by content or version: another content has another name.
const NEVER_CHANGES = /\/(v1\/(widget|details)-[0-9a-f]{16}\.wasm|v\d+\.\d+\.\d+\/[^/]+)$/;

addEventListener("install", () => skipWaiting());

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) event.respondWith(answer(request));
});

async function answer(request) {
  const cache = await caches.open(KEPT);
  // Every link to the page is answered by the same page.
  const kept = await cache.match(request, { ignoreSearch: request.mode === "navigate" });
  if (!kept) return fetch(request);
  if (NEVER_CHANGES.test(new URL(request.url).pathname)) return kept;
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    return response.ok ? response : kept;
  } catch {
    return kept;
  }
}
