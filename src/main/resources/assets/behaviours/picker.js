// A field with role=combobox whose list the server fills as one types: arrows move, Enter or a click picks, Escape closes. What is picked goes into the
// hidden field named by data-into; typing on empties it, so an id never stands for another name.
const list = (field) => document.getElementById(field.getAttribute("aria-controls"));
const options = (field) => [...list(field).querySelectorAll("[role=option]")];

function show(field, open) {
  list(field).hidden = !open;
  field.setAttribute("aria-expanded", open);
  field.removeAttribute("aria-activedescendant");
}

function point(field, option) {
  options(field).forEach((each) => each.setAttribute("aria-selected", each === option));
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function pick(field, option) {
  field.value = option.dataset.name;
  document.getElementById(field.dataset.into).value = option.dataset.id;
  show(field, false);
}

document.addEventListener("input", ({ target }) => {
  if (target.matches("[role=combobox]")) {
    document.getElementById(target.dataset.into).value = "";
  }
});
document.addEventListener("htmx:afterSwap", (event) => {
  const field = document.querySelector(`[role=combobox][aria-controls="${event.target.id}"]`);
  if (field) {
    show(field, document.activeElement === field && options(field).length > 0);
  }
});
document.addEventListener("keydown", (event) => {
  const field = event.target.closest("[role=combobox][aria-expanded=true]");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!field || !(step || ["Enter", "Escape"].includes(event.key))) {
    return;
  }
  const all = options(field);
  const at = all.findIndex((option) => option.ariaSelected === "true");
  event.preventDefault();
  if (step) {
    point(field, all[(Math.max(at, step < 0 ? 0 : -1) + step + all.length) % all.length]);
  } else if (event.key === "Enter" && at >= 0) {
    pick(field, all[at]);
  } else {
    show(field, false);
  }
});
document.addEventListener("mousedown", (event) => {
  const option = event.target.closest("[role=option]");
  const field = option && document.querySelector(`[aria-controls="${option.closest("[role=listbox]").id}"]`);
  if (field) {
    event.preventDefault();
    pick(field, option);
  }
});
document.addEventListener("focusout", (event) => event.target.matches("[role=combobox]") && show(event.target, false));
