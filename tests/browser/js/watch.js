// Mutation watcher: describes every change of the document and of the widget's shadow root.
const options = { subtree: true, childList: true, attributes: true, characterData: true };
const name = (node) => node.nodeType === Node.ELEMENT_NODE ? node.cloneNode(false).outerHTML : node.nodeName;
const describe = ({ type, target, attributeName, addedNodes, removedNodes }) =>
  `${type} ${attributeName ?? ""} of ${name(target)}: "${target.textContent.slice(0, 60)}", ${addedNodes.length} added, ${removedNodes.length} removed`;
const records = [];
const observer = new MutationObserver((more) => records.push(...more));
observer.observe(document, options);
observer.observe(document.querySelector("aura-serviceaftale").shadowRoot, options);
window.__watched = () => [...records.splice(0), ...observer.takeRecords()].map(describe);
