// The attributes of the element, and the properties that reflect them.

// The attributes by the name of the property that reflects each. HTMLElement has one for lang.
const PROPERTIES = {
  agreement: "agreement",
  compare: "compare",
  picker: "picker",
  view: "view",
  theme: "theme",
  agreements: "agreements",
  notices: "notices",
  at: "at",
  reported: "reported",
  headingLevel: "heading-level",
  loading: "loading",
};
export const ATTRIBUTES = ["lang", ...Object.values(PROPERTIES)];

/** The attributes as names and values in turn, the language of the nearest ancestor, and whether there is a share sheet. */
export function attributesOf(element) {
  const present = [...ATTRIBUTES, "data-link", "data-no-addresses"].filter((name) => element.hasAttribute(name));
  return [present.flatMap((name) => [name, element.getAttribute(name)]), inheritedLang(element), "share" in navigator];
}

function inheritedLang(element) {
  for (let inner = element; (inner = inner.parentElement ?? inner.getRootNode().host); ) {
    if (inner.hasAttribute("lang")) return inner.getAttribute("lang");
  }
}

/** Defines the properties on the prototype of the element's class. */
export function reflectAttributes(prototype) {
  for (const [property, attribute] of Object.entries(PROPERTIES)) {
    const isFlag = attribute === "compare";
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        return isFlag ? this.hasAttribute(attribute) : this.getAttribute(attribute);
      },
      set(value) {
        if (isFlag) this.toggleAttribute(attribute, Boolean(value));
        else if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
}

/** Properties that were set before the element was defined shadow the accessors of its class. */
export function upgradeProperties(element) {
  for (const property of Object.keys(PROPERTIES)) {
    if (!Object.hasOwn(element, property)) continue;
    const value = element[property];
    delete element[property];
    element[property] = value;
  }
}
