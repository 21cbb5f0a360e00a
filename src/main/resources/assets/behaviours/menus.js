// Arrow keys, Home and End in a popover with data-menu; choosing closes it. A menu with a field starts at the field.
document.addEventListener(
  "toggle",
  (event) => {
    if (event.newState === "open" && event.target.matches("[data-menu]")) {
      event.target.querySelector("input:not([type=hidden]), a, button")?.focus();
    }
  },
  true,
);

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest("[data-menu]");
  const items = menu ? [...menu.querySelectorAll("a, button, input:not([type=hidden])")] : [];
  const at = items.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  const moves = to !== undefined && !(event.target.matches("[type=search], [type=text]") && event.key !== "ArrowDown");
  if (at >= 0 && moves) {
    event.preventDefault();
    items[(to + items.length) % items.length].focus();
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("a")) {
    event.target.closest("[data-menu]:popover-open")?.hidePopover();
  }
});

// Not at the click: the menu gives the focus back when it closes, and the form would no longer know which of its buttons was chosen.
document.addEventListener("submit", (event) => event.target.closest("[data-menu]:popover-open")?.hidePopover());
