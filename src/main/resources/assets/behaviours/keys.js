// Single keys and pairs of keys: an element with data-key="n" or data-key="g c" is clicked, or focused if it is a field, when the keys are pressed outside
// a field. Switched off in the help that `?` opens.
const field = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]";
const off = () => localStorage.getItem("keys") === "off";
let first = "";

function target(keys) {
  return document.querySelector(`[data-key="${CSS.escape(keys)}"]`);
}

function use(element) {
  if (element.matches(field)) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

document.addEventListener("keydown", (event) => {
  if (off() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest(field)) {
    return;
  }
  const keys = first ? `${first} ${event.key}` : event.key;
  first = !first && event.key === "g" ? "g" : "";
  const element = target(keys);
  if (element) {
    event.preventDefault();
    use(element);
  }
});

for (const box of document.querySelectorAll("input[data-keys-switch]")) {
  box.checked = !off();
  box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "on" : "off"));
}
