// Starts the app of check.html, which is in editor/. Until it runs, the controls are disabled: the browser would submit
// the form, and its text would be lost.
import init from "./editor.js";

init().catch((error) => {
  document.querySelector("#verdict").textContent = `Kontrollen virker ikke: ${error.message}`;
});
