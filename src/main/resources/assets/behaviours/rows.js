// Rows of a form: [data-add-row="id"] appends a copy of <template id="id"> to [data-rows="id"], [data-remove-row] takes its row away. Without scripts the
// same buttons post the form, and the server answers with the row added or gone.
let made = 0;

function add(id) {
  const template = document.getElementById(id);
  const key = `new-${Date.now()}-${made++}`;
  const holder = document.createElement("template");
  holder.innerHTML = template.innerHTML.replaceAll("__row__", key);
  const row = holder.content.firstElementChild;
  document.querySelector(`[data-rows="${id}"]`).append(row);
  htmx.process(row);
  row.querySelector("input:not([type=hidden]), select")?.focus();
}

function remove(row) {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const rows = row.parentElement;
  row.remove();
  (next?.querySelector("input:not([type=hidden])") ?? document.querySelector(`[data-add-row="${rows.dataset.rows}"]`))?.focus();
}

document.addEventListener("click", (event) => {
  const adder = event.target.closest("[data-add-row]");
  const remover = event.target.closest("[data-remove-row]");
  if (!adder && !remover) {
    return;
  }
  event.preventDefault();
  const form = (adder ?? remover).form;
  if (adder) {
    add(adder.dataset.addRow);
  } else {
    remove(remover.closest("[data-row]"));
  }
  form?.dispatchEvent(new Event("input", { bubbles: true }));
});
