// A field with data-filter="id" hides what in the element of that id does not hold each word typed: every [data-item],
// every [data-group] that shows none of its own, and [data-none] while anything is left.
document.addEventListener("input", (event) => {
  const field = event.target.closest("input[data-filter]");
  if (!field) {
    return;
  }
  const words = field.value.toLowerCase().split(/\s+/);
  const list = document.getElementById(field.dataset.filter);
  for (const item of list.querySelectorAll("[data-item]")) {
    const text = item.textContent.toLowerCase();
    item.hidden = !words.every((word) => text.includes(word));
  }
  for (const group of list.querySelectorAll("[data-group]")) {
    group.hidden = !group.querySelector("[data-item]:not([hidden])");
  }
  list.querySelector("[data-none]").hidden = list.querySelector("[data-item]:not([hidden])") !== null;
});
