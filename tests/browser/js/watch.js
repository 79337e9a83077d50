// What touches the page? A sentence for every change of the document, or inside the widget's shadow root.
const everything = { subtree: true, childList: true, attributes: true, characterData: true };
const name = (node) => node.nodeType === Node.ELEMENT_NODE ? node.cloneNode(false).outerHTML : node.nodeName;
const sentence = ({ type, target, attributeName, addedNodes, removedNodes }) =>
  `${type} ${attributeName ?? ""} of ${name(target)}: "${target.textContent.slice(0, 60)}", ${addedNodes.length} added, ${removedNodes.length} removed`;
const records = [];
const observer = new MutationObserver((more) => records.push(...more));
observer.observe(document, everything);
observer.observe(document.querySelector("aura-serviceaftale").shadowRoot, everything);
window.__watched = () => [...records.splice(0), ...observer.takeRecords()].map(sentence);
