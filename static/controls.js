// What a visitor typed, unfolded and focused, which is kept when the nodes of a page are created anew.

const CONTROLS = "a, button, details, input, select, summary";
// How many paints a control may take to appear.
const PAINTS = 20;

/** The controls below a node, by what distinguishes them; those that are alike are numbered. */
function controlsOf(root) {
  const controls = new Map();
  const counts = new Map();
  for (const control of root.querySelectorAll(CONTROLS)) {
    const kind = [control.localName, control.id, control.name, control.className].join();
    const number = counts.get(kind) ?? 0;
    counts.set(kind, number + 1);
    controls.set(`${kind},${number}`, control);
  }
  return controls;
}

/** The state of all controls below a node. */
export function controlStates(root) {
  const { activeElement } = root.getRootNode();
  return [...controlsOf(root)].map(([key, control]) => {
    const { open, type, checked, value, selectionStart, selectionEnd } = control;
    return { key, open, type, checked, value, isFocused: control === activeElement, selectionStart, selectionEnd };
  });
}

/** Restores what only the nodes know: unfolded parts, what was typed into fields that nothing depends on, and the focus. */
export function restoreControls(root, states) {
  const controls = controlsOf(root);
  for (const { key, open, value, isFocused, selectionStart, selectionEnd } of states) {
    const control = controls.get(key);
    if (!control) continue;
    if (open) control.open = true;
    if (value && control.value === "") control.value = value;
    if (!isFocused) continue;
    control.focus({ preventScroll: true });
    if (control.type === "text") control.setSelectionRange(selectionStart, selectionEnd);
  }
}

/** Chooses and types everything again, in a page that knows nothing of it. A choice can make further controls appear. */
export async function repeatInput(root, states) {
  for (const { key, type, checked, value } of states) {
    if (type === "radio" ? !checked : type !== "text" || !value) continue;
    let control;
    for (let count = 0; !(control = controlsOf(root).get(key)) && count < PAINTS; count += 1) await painted();
    if (!control || (type === "radio" ? control.checked : control.value === value)) continue;
    if (type === "radio") {
      control.click();
    } else {
      control.value = value;
      for (const name of ["input", "change"]) control.dispatchEvent(new Event(name, { bubbles: true }));
    }
    await painted();
  }
  restoreControls(root, states);
}

/** The page renders what was entered after the next paint. */
const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
