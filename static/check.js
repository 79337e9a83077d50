// Validation page for editors of data files, with a preview of the widget. The wasm file of editor/ checks the files.
import init, { check as checkFile } from "./editor.js";

const NAME = "aura-serviceaftale";
const [form, button, text, file, verdict, problems, preview, at, widget] = [
  "form",
  "button",
  "#text",
  "#file",
  "#verdict",
  "#problems",
  "#preview",
  "#at",
  "#widget",
].map((selector) => document.querySelector(selector));

const NAMES = { agreements: "Aftalerne", notices: "Meddelelserne" };
const CONSEQUENCES = {
  agreements: "Filen bruges ikke, så længe der er fejl i den; kunderne ser de indbyggede aftaler.",
  notices: "Kunderne ser alt undtagen det, der er fejl i.",
};

/** The last usable file of each kind. The preview combines both, and announcements refer to the agreements. */
const usable = { agreements: undefined, notices: undefined };
const published = fetch(new URL("agreements.json", import.meta.url)).then(async (response) => new Uint8Array(await response.arrayBuffer()));
let checks = 0;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  check(new TextEncoder().encode(text.value));
});
file.addEventListener("change", () => open(file.files[0]));
at.addEventListener("change", () => setTime(widget.firstElementChild));
for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
  addEventListener(type, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    text.classList.toggle("over", type === "dragenter" || type === "dragover");
    if (type === "drop") open(event.dataTransfer.files[0]);
  });
}
// Before the wasm file is loaded and the element is defined, the controls are disabled: the browser would submit the
// form, and its text would be lost.
Promise.all([init(), customElements.whenDefined(NAME)]).then(() => {
  file.disabled = button.disabled = false;
  showPreview();
  if (checks === 0) showVerdict("");
});

async function open(selected) {
  if (!selected) return;
  const bytes = new Uint8Array(await selected.arrayBuffer());
  try {
    text.value = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // With replaced letters, the text would be valid.
    text.value = "";
  }
  check(bytes);
}

async function check(bytes) {
  const number = ++checks;
  showVerdict("Kontrollerer …");
  let report;
  try {
    report = JSON.parse(checkFile(bytes, usable.agreements?.bytes ?? (await published), "da"));
  } catch (error) {
    if (number === checks) showVerdict(`Kontrollen virker ikke: ${error.message}`);
    return;
  }
  if (number !== checks) return;
  const { kind, isUsable, error } = report;
  if (isUsable) {
    if (usable[kind]) URL.revokeObjectURL(usable[kind].url);
    usable[kind] = { bytes, url: URL.createObjectURL(new Blob([bytes], { type: "application/json" })) };
    showPreview();
  }
  preview.hidden = !isUsable;
  if (error !== null) showVerdict("Filen er ikke gyldig JSON", [item(error)]);
  else showVerdict(verdictFor(kind, report.problems.length), report.problems.map(problemItem));
}

function verdictFor(kind, count) {
  if (kind === null) return "Filen er hverken aftaler eller meddelelser";
  return count === 0 ? `${NAMES[kind]}: ingen fejl` : `${NAMES[kind]}: ${count} fejl. ${CONSEQUENCES[kind]}`;
}

function showVerdict(message, items = []) {
  verdict.textContent = message;
  problems.replaceChildren(...items);
}

function problemItem({ path, found, expected }) {
  return item(code(path || "(filen)"), ": fandt ", code(found), `, ventede ${expected}`);
}

/** A list item. Nothing from the file is parsed as HTML. */
function item(...content) {
  const li = document.createElement("li");
  li.append(...content);
  return li;
}

function code(content) {
  const element = document.createElement("code");
  element.textContent = content;
  return element;
}

/** Shows the usable files in a new element, which loads the widget. */
function showPreview() {
  const element = document.createElement(NAME);
  element.loading = "eager";
  element.lang = "da";
  element.notices = usable.notices?.url ?? "none";
  if (usable.agreements) element.agreements = usable.agreements.url;
  setTime(element);
  widget.replaceChildren(element);
}

/** Sets the element's time to the selected one, or to the present. */
function setTime(element) {
  element.at = at.value ? withDanishOffset(at.value) : null;
}

/** A Danish local time with its UTC offset. A time in the gap of daylight saving gets the offset of standard time. */
function withDanishOffset(civil) {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen", dateStyle: "short", timeStyle: "short" });
  const offsets = ["+02:00", "+01:00"];
  const fits = (offset) => clock.format(new Date(civil + offset)).replace(" ", "T") === civil.slice(0, 16);
  return civil + (offsets.find(fits) ?? "+01:00");
}
