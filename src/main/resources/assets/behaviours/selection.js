// A form with data-selection acts on rows that were picked, on this page of the list or another: it keeps their ids until it is sent or reset.
const bar = () => document.querySelector("form[data-selection]");
const boxes = () => [...document.querySelectorAll("input[form=chosen][name=id]")];
const key = () => `selection:${bar().dataset.selection}`;
const read = () => new Set(JSON.parse(sessionStorage.getItem(key()) ?? "[]"));

function write(ids) {
  sessionStorage.setItem(key(), JSON.stringify([...ids]));
  show();
}

function show() {
  if (!bar()) {
    return;
  }
  const ids = read();
  const all = bar().querySelector("[name=all]")?.checked ?? false;
  boxes().forEach((box) => {
    box.checked = all || ids.has(box.value);
    box.closest("tr").classList.toggle("picked", box.checked);
  });
  const page = document.querySelector("[data-select-all]");
  if (page) {
    page.checked = boxes().length > 0 && boxes().every((box) => box.checked);
  }
  const output = bar().querySelector("output");
  output.textContent = output.dataset.words.replace("#", ids.size);
  output.hidden = all;
  bar().hidden = !all && ids.size === 0;
}

document.addEventListener("change", (event) => {
  const picked = event.target.matches("[data-select-all]") ? boxes() : boxes().filter((box) => box === event.target);
  if (event.target.matches("[data-selection] [name=all]")) {
    show();
  } else if (picked.length) {
    const ids = read();
    picked.forEach((box) => (event.target.checked ? ids.add(box.value) : ids.delete(box.value)));
    write(ids);
  }
});

document.addEventListener("reset", (event) => event.target.matches("[data-selection]") && setTimeout(() => write([])));

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-selection]")) {
    const here = new Set(boxes().map((box) => box.value));
    const elsewhere = [...read()].filter((id) => !here.has(id));
    event.target.append(...elsewhere.map((value) => Object.assign(document.createElement("input"), { type: "hidden", name: "id", value })));
    sessionStorage.removeItem(key());
  }
});

document.addEventListener("htmx:afterSettle", show);
show();
