// Which interaction the workspace shows: the one chosen in the list. A new one is shown by itself only while nothing is live, so that nothing covers the
// call the agent is on.
const calls = () => [...document.querySelectorAll("[data-call]")];
let chosen = location.hash.startsWith("#mid-") ? location.hash.slice(5) : "";
let byHand = chosen !== "";
let seen = new Set();

function fitting(all) {
  const current = all.find((call) => call.dataset.call === chosen);
  const newest = (state) => all.findLast((call) => call.dataset.state === state);
  const isNews = all.some((call) => !seen.has(call.dataset.call) && call.dataset.state !== "wrap_up");
  seen = new Set(all.map((call) => call.dataset.call));
  if (current && (current.dataset.state === "connected" || (byHand && !isNews))) {
    return current;
  }
  byHand = false;
  const ringing = current?.dataset.state === "alerting" ? current : newest("alerting");
  return newest("connected") ?? ringing ?? current ?? newest("wrap_up");
}

function show(call) {
  chosen = call?.dataset.call ?? "";
  calls().forEach((each) => (each === call ? each.setAttribute("aria-current", "true") : each.removeAttribute("aria-current")));
  document.querySelectorAll("[data-panel]").forEach((panel) => (panel.hidden = panel.dataset.panel !== chosen));
  document.getElementById("idle").hidden = chosen !== "";
}

document.addEventListener("click", (event) => {
  const call = event.target.closest("[data-call]");
  if (call) {
    event.preventDefault();
    byHand = true;
    show(call);
    history.replaceState(null, "", `#mid-${chosen}`);
  }
});
document.addEventListener("calls", () => show(fitting(calls())));
show(fitting(calls()));
