// A button with data-reveal="id" shows and hides what is typed in the password field of that id.
for (const button of document.querySelectorAll("button[data-reveal]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.reveal);
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    button.setAttribute("aria-pressed", !shown);
  });
}
