// A request in the background that failed says so in words; what is on the page stays.
function say(words) {
  const toast = document.getElementById("failed").content.firstElementChild.cloneNode(true);
  toast.querySelector("[data-words]").textContent = words;
  document.getElementById("toasts").append(toast);
}

document.addEventListener("htmx:sendError", () => say(document.body.dataset.offline));
document.addEventListener("htmx:responseError", (event) => {
  // Signed out meanwhile: the sign-in page brings the person back here.
  if (event.detail.xhr.status === 401) {
    location.reload();
  } else {
    say(document.body.dataset.failed);
  }
});
