// Which interaction the workspace shows: the one chosen in the list. A new one is shown by itself only while nothing is live, so that nothing covers the
// call the agent is on.
const calls = () => [...document.querySelectorAll("[data-call]")];
let chosen = location.hash.startsWith("#mid-") ? location.hash.slice(5) : "";

function fitting(all) {
  const current = all.find((call) => call.dataset.call === chosen);
  const newest = (state) => all.findLast((call) => call.dataset.state === state);
  if (current && current.dataset.state !== "wrap_up") {
    return current;
  }
  return newest("connected") ?? newest("alerting") ?? current ?? newest("wrap_up");
}

function show() {
  const call = fitting(calls());
  chosen = call?.dataset.call ?? "";
  calls().forEach((each) => (each === call ? each.setAttribute("aria-current", "true") : each.removeAttribute("aria-current")));
  document.querySelectorAll("[data-panel]").forEach((panel) => (panel.hidden = panel.dataset.panel !== chosen));
  document.getElementById("idle").hidden = chosen !== "";
  document.dispatchEvent(new CustomEvent("shown", { detail: call }));
}

document.addEventListener("click", (event) => {
  const call = event.target.closest("[data-call]");
  if (call) {
    event.preventDefault();
    chosen = call.dataset.call;
    const at = calls().find((each) => each.dataset.call === chosen);
    calls().forEach((each) => (each === at ? each.setAttribute("aria-current", "true") : each.removeAttribute("aria-current")));
    document.querySelectorAll("[data-panel]").forEach((panel) => (panel.hidden = panel.dataset.panel !== chosen));
    history.replaceState(null, "", `#mid-${chosen}`);
  }
});
document.addEventListener("calls", show);
show();
