// Service worker for offline demonstrations: responds from the cache if the network fails. v1/page.js fills the cache
// and registers this worker when the full page is opened as a demonstration. The worker itself stores nothing.
const CACHE = "aura-serviceaftale-demo";
// Network time-out in milliseconds, before the cached response is used.
const NETWORK_TIMEOUT = 3_000;
// Files that are named by content or version never change.
const IMMUTABLE = /\/(v1\/(widget|details)-[0-9a-f]{16}\.wasm|v\d+\.\d+\.\d+\/[^/]+)$/;

addEventListener("install", () => skipWaiting());

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) event.respondWith(respond(request));
});

async function respond(request) {
  const cache = await caches.open(CACHE);
  // The page is the same for all query strings.
  const cached = await cache.match(request, { ignoreSearch: request.mode === "navigate" });
  if (!cached) return fetch(request);
  if (IMMUTABLE.test(new URL(request.url).pathname)) return cached;
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(NETWORK_TIMEOUT) });
    return response.ok ? response : cached;
  } catch {
    return cached;
  }
}
