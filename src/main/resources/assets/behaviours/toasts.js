// A toast goes away by its button, and by itself after ten seconds if it offers nothing to do.
document.addEventListener("click", (event) => event.target.closest("[data-dismiss]")?.closest(".cb-toast").remove());
document.addEventListener("htmx:load", (event) => {
  for (const toast of event.target.querySelectorAll(".cb-toast:not(:has(form))")) {
    setTimeout(() => toast.matches(":hover, :focus-within") || toast.remove(), 10_000);
  }
});
