// Script of the page inside an iframe: sends the height of this page to the parent page, where v1/embed-host.js
// listens, and lets listed hosts offer the list of addresses.
//
// The parameter ?host=https://www.aura.dk names the origin of the parent. The browser delivers messages to that origin
// only, so other pages that embed this one get no messages.
const TYPE = "aura-serviceaftale-height";
// Hosts that are accepted without TLS, for development.
const LOCAL_HOSTS = ["localhost", "127.0.0.1"];

const parameter = new URLSearchParams(location.search).get("host");
const host = parseOrigin(parameter);
if (host === null) {
  const found = parameter === null ? "nothing" : `"${parameter}"`;
  console.warn(`aura-serviceaftale: parameter host: found ${found}, expected an origin, as https://www.aura.dk; the iframe keeps its height`);
} else if (parent !== window) {
  sendHeight();
}

// A page of somebody else could lay its own content over the list of addresses.
if (host !== null && isListed(host) && originsAround().every(isListed)) {
  delete document.querySelector("aura-serviceaftale").dataset.noAddresses;
}

/** Whether embed.html lists the origin, or it is a local one. */
function isListed(origin) {
  const listed = document.querySelector('meta[name="aura-hosts"]')?.content.split(/\s+/) ?? [];
  return parseOrigin(origin) !== null && (listed.includes(origin) || LOCAL_HOSTS.includes(new URL(origin).hostname));
}

/** The origins of the pages around this one. The parameter is no evidence of them, because anyone can set it. */
function originsAround() {
  if (parent === window) return [];
  // Browsers without ancestorOrigins know the parent's origin only if it sends a referrer.
  return [...(location.ancestorOrigins ?? [URL.canParse(document.referrer) ? new URL(document.referrer).origin : "null"])];
}

/** The origin; null if the text is not exactly a trusted origin. */
function parseOrigin(text) {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const trusted = url.protocol === "https:" || (url.protocol === "http:" && LOCAL_HOSTS.includes(url.hostname));
  return trusted && url.href === `${url.origin}/` ? url.origin : null;
}

function sendHeight() {
  const page = document.documentElement;
  const height = () => Math.ceil(page.getBoundingClientRect().height);
  let sent;
  const send = () => {
    sent = height();
    parent.postMessage({ type: TYPE, height: sent }, host);
  };
  const sendIfChanged = () => {
    if (height() !== sent) send();
  };
  // The height of the page depends on its content and width, not on the iframe's height, so this cannot loop.
  new ResizeObserver(sendIfChanged).observe(page);
  // An iframe outside the viewport may not be rendered, and a ResizeObserver then does not call back.
  addEventListener("aura-serviceaftale-ready", sendIfChanged);
  // The script of the parent page may have been loaded after the first message.
  addEventListener("message", ({ source, origin, data }) => {
    if (source === parent && origin === host && data?.type === `${TYPE}-wanted`) send();
  });
}
