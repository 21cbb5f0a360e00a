// The live connection of the workspace. Each part of an update takes the place of the part with its id, but only if it differs from what came last: what
// the agent is typing in a part that did not change stays. Panels of interactions that left the list go.
const main = document.getElementById("main");
const last = new Map();
const known = (part) => last.set(part.id, part.outerHTML);
main.querySelectorAll("[data-part]").forEach(known);

function put(part) {
  if (last.get(part.id) === part.outerHTML) {
    return;
  }
  known(part);
  const old = document.getElementById(part.id);
  const panel = part.closest("[data-panel]");
  if (old) {
    part.hidden = old.hidden;
    old.replaceWith(part);
  } else {
    document.getElementById(panel.id).append(part);
  }
  htmx.process(part);
  htmx.trigger(part, "htmx:load", { elt: part });
}

function take(html) {
  const update = document.createElement("template");
  update.innerHTML = html;
  for (const panel of update.content.querySelectorAll("[data-panel]")) {
    if (!document.getElementById(panel.id)) {
      [panel, ...panel.querySelectorAll("[data-part]")].filter((part) => part.matches("[data-part]")).forEach(known);
      panel.hidden = true;
      main.append(panel);
      htmx.process(panel);
      htmx.trigger(panel, "htmx:load", { elt: panel });
    } else {
      // A part that is gone, such as the note of another person.
      for (const old of document.getElementById(panel.id).querySelectorAll("[data-part]")) {
        if (![...panel.querySelectorAll("[data-part]")].some((part) => part.id === old.id)) {
          old.remove();
        }
      }
    }
  }
  [...update.content.querySelectorAll("[data-part]")].forEach(put);
  const listed = new Set([...main.querySelectorAll("[data-call]")].map((call) => call.dataset.call));
  main.querySelectorAll("[data-panel]").forEach((panel) => listed.has(panel.dataset.panel) || panel.remove());
  document.dispatchEvent(new Event("calls"));
}

const stream = new EventSource("/workspace/stream");
stream.addEventListener("update", (event) => take(event.data));
// Refused rather than interrupted: signed out. The sign-in page brings the agent back.
stream.addEventListener("error", () => stream.readyState === EventSource.CLOSED && location.reload());
addEventListener("pagehide", () => stream.close());
