// Horizontal overflow: the elements that extend beyond the right edge of the page, widest first.
const page = document.scrollingElement;
if (page.scrollWidth <= page.clientWidth) return [];
const elements = [...document.querySelectorAll("*")].flatMap((e) => [e, ...(e.shadowRoot?.querySelectorAll("*") ?? [])]);
const overflowing = elements
  .map((element) => ({ element, right: Math.ceil(element.getBoundingClientRect().right + scrollX) }))
  .filter(({ right }) => right > page.clientWidth)
  .sort((a, b) => b.right - a.right)
  .map(({ element, right }) => `${right} px: ${element.cloneNode(false).outerHTML} ${element.textContent.trim().slice(0, 60)}`);
return [`the page is ${page.scrollWidth} px wide in a window of ${page.clientWidth} px`, ...overflowing.slice(0, 12)];
