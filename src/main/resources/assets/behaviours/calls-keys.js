// Keys of the interaction that is shown: data-call-key="w" is clicked, or focused if it is a field; digits choose, arrows move between choices. Forms
// with data-reset are empty again once they were sent.
const field = "input:not([type=checkbox]), textarea, select";
const panel = () => document.querySelector(".ws-mid[data-panel]:not([hidden])");

document.addEventListener("keydown", (event) => {
  const within = panel();
  const typing = event.target.closest(field);
  if (!within || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const choices = [...within.querySelectorAll(".cb-picker button")];
  if (step && choices.length && (!typing || typing.type === "search")) {
    event.preventDefault();
    const at = choices.indexOf(document.activeElement);
    choices[(at < 0 ? (step > 0 ? 0 : choices.length - 1) : at + step + choices.length) % choices.length].focus();
    return;
  }
  if (typing || localStorage.getItem("keys") === "off") {
    return;
  }
  const key = CSS.escape(event.key.toLowerCase());
  const wanted = within.querySelector(`[data-choice="${key}"], [data-call-key="${key}"]`);
  if (wanted) {
    event.preventDefault();
    wanted.matches(field) ? wanted.focus() : wanted.click();
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful && event.target.matches("form[data-reset]")) {
    event.target.reset();
  }
});
