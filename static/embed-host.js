// For pages with <iframe data-aura-serviceaftale src="https://HOST/serviceaftale/embed.html?…">: sets the height of
// each such iframe to the height of its content. Works as a classic script or a module, and may be included twice.
//
// Any window can send a message. A message is accepted only from the window of such an iframe, from the origin of the
// iframe's URL, and with a height from 50 px to 200,000 px. 400 announcements in a column of 320 px take 30,679 px.
addEventListener("message", ({ source, origin, data }) => {
  // All opaque origins are "null", so equal ones are not the same.
  if (data?.type !== "aura-serviceaftale-height" || origin === "null") return;
  const { height } = data;
  if (typeof height !== "number" || !(height >= 50 && height <= 200_000)) return;
  // Look up the iframes for each message, because they may be added and moved at any time.
  for (const iframe of document.querySelectorAll("iframe[data-aura-serviceaftale]")) {
    if (iframe.contentWindow !== source || !URL.canParse(iframe.src) || new URL(iframe.src).origin !== origin) continue;
    // With box-sizing: border-box the height includes the borders.
    const bordered = getComputedStyle(iframe).boxSizing === "border-box";
    iframe.style.height = `${height + (bordered ? iframe.offsetHeight - iframe.clientHeight : 0)}px`;
  }
});

// An iframe that was ready before this script has sent its height too early, so request it again. The request is not
// confidential, and only a page with this origin in its host parameter responds.
for (const iframe of document.querySelectorAll("iframe[data-aura-serviceaftale]")) {
  iframe.contentWindow?.postMessage({ type: "aura-serviceaftale-height-wanted" }, "*");
}
