// What failed in the background says so in words; what is on the page stays.
function say(words) {
  const toast = document.getElementById("failed").content.firstElementChild.cloneNode(true);
  toast.querySelector("[data-words]").textContent = words;
  document.getElementById("toasts").append(toast);
}

document.addEventListener("callbook:failed", (event) => say(event.detail));
document.addEventListener("htmx:sendError", () => say(document.body.dataset.offline));
document.addEventListener("htmx:responseError", () => say(document.body.dataset.failed));
