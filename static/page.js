// The full page takes the element's attributes as query parameters of the same names, so that a link can ask a question.
const names = ["agreement", "at", "reported", "lang", "agreements"];
const element = document.querySelector("aura-serviceaftale");
const parameters = new URLSearchParams(location.search);

for (const name of names) {
  const value = parameters.get(name);
  // A plus sign of an offset that was not escaped reads as a space.
  if (value !== null) element.setAttribute(name, value.replace(/ (?=\d\d:\d\d$)/, "+"));
}
