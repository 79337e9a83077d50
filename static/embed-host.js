// On a page with <iframe data-aura-serviceaftale src="https://HOST/serviceaftale/embed.html?…">: gives each such iframe
// the height of what is in it. A classic script or a module; it defines nothing and may be included twice.
//
// Any window may send a message. It counts only if it comes out of such an iframe and from the very origin that the iframe's
// address names; what is in it is then one number, and only a sane one.
addEventListener("message", ({ source, origin, data }) => {
  if (data?.type !== "aura-serviceaftale-height") return;
  const { height } = data;
  if (typeof height !== "number" || !(height > 0 && height < 20_000)) return;
  // Looked up at each message, so that iframes may be added and moved at any time.
  for (const iframe of document.querySelectorAll("iframe[data-aura-serviceaftale]")) {
    if (iframe.contentWindow !== source || !URL.canParse(iframe.src) || new URL(iframe.src).origin !== origin) continue;
    // Where sizes include borders, the borders are added, or they would hide as much of the page.
    const bordered = getComputedStyle(iframe).boxSizing === "border-box";
    iframe.style.height = `${height + (bordered ? iframe.offsetHeight - iframe.clientHeight : 0)}px`;
  }
});

// Whoever is ready before this script has told its height in vain. The question holds nothing to hide, and the answer comes
// only from a page that was told to give it to this one.
for (const iframe of document.querySelectorAll("iframe[data-aura-serviceaftale]")) {
  iframe.contentWindow?.postMessage({ type: "aura-serviceaftale-height-wanted" }, "*");
}
