// A list with data-cursor can be walked: the down key from its search field and j, k mark a row, Enter opens it.
const rows = () => [...document.querySelectorAll("[data-cursor] tbody tr")];
const marked = () => rows().findIndex((row) => row.classList.contains("cursor"));

function mark(at) {
  const all = rows();
  const row = all[Math.max(0, Math.min(at, all.length - 1))];
  all.forEach((each) => each.classList.toggle("cursor", each === row));
  row?.querySelector("a")?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !rows().length) {
    return;
  }
  const searching = event.target.closest("form[role=search] input[type=search]");
  const typing = event.target.closest("input, textarea, select, [data-menu]");
  const lettersOff = localStorage.getItem("keys") === "off";
  const step = { ArrowDown: 1, ArrowUp: -1, j: lettersOff ? 0 : 1, k: lettersOff ? 0 : -1 }[event.key];
  if (!step || (typing && !(searching && event.key === "ArrowDown"))) {
    return;
  }
  if (event.key.startsWith("Arrow") && !searching && marked() < 0) {
    return;
  }
  event.preventDefault();
  mark(searching ? 0 : marked() + step);
});
