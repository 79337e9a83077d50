// A page that is all widget takes the element's attributes as query parameters of the same names, so that a link can ask a
// question.
const names = ["agreement", "compare", "picker", "view", "lang", "theme", "at", "reported", "heading-level", "agreements", "notices"];
const element = document.querySelector("aura-serviceaftale");
const parameters = new URLSearchParams(location.search);

for (const name of names) {
  const value = parameters.get(name);
  if (value === null) continue;
  // Whoever writes a link must not choose what data AURA's page speaks by.
  const isFile = name === "agreements" || (name === "notices" && value !== "none");
  if (isFile && !(URL.canParse(value, location.href) && new URL(value, location.href).origin === origin)) {
    console.warn(`aura-serviceaftale: parameter ${name}: found "${value}", expected a file of ${origin}`);
    continue;
  }
  // A plus sign of an offset that was not escaped reads as a space.
  element.setAttribute(name, value.replace(/ (?=\d\d:\d\d$)/, "+"));
}
