// The div form, for content management systems that strip unknown elements: in each <div data-aura-serviceaftale
// data-agreement="pro"> an element is inserted, with the data-… attributes as its attributes and with the div's
// children. Other elements with the attribute are left alone, such as an <iframe data-aura-serviceaftale> of embed-host.js.

/** Inserts elements into all existing and future divs. */
export function adoptDivs(name, attributes) {
  const selector = `div[data-${name}]`;
  const adoptIn = (within) => {
    for (const div of within.querySelectorAll(selector)) adopt(div, name, attributes);
  };
  adoptIn(document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if (node.matches(selector)) adopt(node, name, attributes);
        adoptIn(node);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}

function adopt(div, name, attributes) {
  if (div.querySelector(`:scope > ${name}`)) return;
  const element = document.createElement(name);
  const copy = () => {
    for (const attribute of attributes) {
      const value = div.getAttribute(`data-${attribute}`);
      if (value === element.getAttribute(attribute)) continue;
      if (value === null) element.removeAttribute(attribute);
      else element.setAttribute(attribute, value);
    }
  };
  copy();
  element.append(...div.childNodes);
  div.append(element);
  new MutationObserver(copy).observe(div, { attributes: true });
}
