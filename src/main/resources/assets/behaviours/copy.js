// A button with data-copy="text" puts the text on the clipboard and says so for two seconds.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) {
    return;
  }
  await navigator.clipboard.writeText(button.dataset.copy);
  button.classList.add("done");
  const said = document.getElementById("said");
  said.textContent = document.body.dataset.copied;
  setTimeout(() => {
    button.classList.remove("done");
    said.textContent = "";
  }, 2000);
});
