// The div form, for content management systems that strip unknown elements: in each <div data-aura-serviceaftale
// data-agreement="pro"> an element is inserted, with the data-… attributes as its attributes and with the div's
// children.

/** Inserts elements into all existing and future divs. */
export function adoptDivs(name, attributes) {
  const adoptIn = (within) => {
    for (const div of within.querySelectorAll(`[data-${name}]`)) adopt(div, name, attributes);
  };
  adoptIn(document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if (node.matches(`[data-${name}]`)) adopt(node, name, attributes);
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
