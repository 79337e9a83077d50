// Inside an iframe: tells the page around it how high this page is, and no other page. v1/embed-host.js listens there.
//
// The page around it is named by ?host=https://www.aura.dk. The browser delivers a message only if that is who is there,
// so that a page which frames this one without being named learns nothing.
const TYPE = "aura-serviceaftale-height";
// Without TLS anybody could stand in for a host; on the developer's own machine nobody does.
const MACHINE = ["localhost", "127.0.0.1"];

const written = new URLSearchParams(location.search).get("host");
const host = originIn(written);
if (host === null) {
  const found = written === null ? "nothing" : `"${written}"`;
  console.warn(`aura-serviceaftale: parameter host: found ${found}, expected an origin, as https://www.aura.dk; the iframe keeps its height`);
} else if (parent !== window) {
  tellHeight();
}

/** The origin that is written there, when it is one and nothing more. */
function originIn(text) {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const trusted = url.protocol === "https:" || (url.protocol === "http:" && MACHINE.includes(url.hostname));
  return trusted && url.href === `${url.origin}/` ? url.origin : null;
}

function tellHeight() {
  const page = document.documentElement;
  const height = () => Math.ceil(page.getBoundingClientRect().height);
  let told;
  const tell = () => {
    told = height();
    parent.postMessage({ type: TYPE, height: told }, host);
  };
  const tellChange = () => {
    if (height() !== told) tell();
  };
  // The page's height follows its content and its width, never the iframe's height: an answer brings no new message.
  new ResizeObserver(tellChange).observe(page);
  // An iframe that is out of sight is not drawn, and what is not drawn is not observed.
  addEventListener("aura-serviceaftale-ready", tellChange);
  // The other page's script may have come later than the first message.
  addEventListener("message", ({ source, origin, data }) => {
    if (source === parent && origin === host && data?.type === `${TYPE}-wanted`) tell();
  });
}
