// A form with data-edited asks before what was typed is lost: by its cancel link, by Escape, by leaving the page. Its <dialog popover data-leave> asks.
let leaving = false;
const form = document.querySelector("form[data-edited]");
let edited = form?.dataset.edited === "true";

function leave(event) {
  const ask = document.querySelector("dialog[data-leave]");
  if (edited && ask) {
    event.preventDefault();
    ask.showPopover();
  }
}

if (form) {
  const cancel = form.querySelector("a[data-cancel]");
  form.addEventListener("input", () => (edited = true));
  form.addEventListener("submit", () => (leaving = true));
  document.querySelector("dialog[data-leave] a")?.addEventListener("click", () => (leaving = true));
  cancel?.addEventListener("click", leave);
  document.addEventListener("keydown", (event) => {
    const busy = document.querySelector(":popover-open, [aria-expanded=true]");
    if (event.key === "Escape" && !event.defaultPrevented && !busy && cancel) {
      // Or the same key would close the question it opens.
      event.preventDefault();
      cancel.click();
    }
  });
  addEventListener("beforeunload", (event) => {
    if (edited && !leaving) {
      event.preventDefault();
    }
  });
}
