// Every element with data-since="instant" shows how long ago that was: 04:12, or 1:04:12.
const two = (number) => String(number).padStart(2, "0");

function tick() {
  for (const clock of document.querySelectorAll("[data-since]")) {
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(clock.dataset.since)) / 1000));
    const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    clock.textContent = seconds < 3600 ? minutes : `${Math.floor(seconds / 3600)}:${minutes}`;
  }
}

document.addEventListener("calls", tick);
setInterval(tick, 1000);
tick();
