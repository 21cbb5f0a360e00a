// A button with data-copy="text" puts the text on the clipboard and says so for two seconds. Pages
// read over plain HTTP have no clipboard: there the text is copied as a selection. Where neither is
// allowed, the page says that too.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) {
    return;
  }
  if (!((await toClipboard(button.dataset.copy)) || asSelection(button))) {
    document.dispatchEvent(new CustomEvent("callbook:failed", { detail: document.body.dataset.notCopied }));
    return;
  }
  button.classList.add("done");
  const said = document.getElementById("said");
  said.textContent = document.body.dataset.copied;
  setTimeout(() => {
    button.classList.remove("done");
    said.textContent = "";
  }, 2000);
});

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// Beside the button, since nothing outside of an open dialog can be selected.
function asSelection(button) {
  const field = Object.assign(document.createElement("textarea"), { className: "visually-hidden", value: button.dataset.copy });
  button.after(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  button.focus();
  return isCopied;
}
