// A sound and the caller's name in the title when a call alerts, if the agent switched it on in this browser.
const on = () => localStorage.getItem("call-alert") === "on";
const title = document.title;
const alerting = () => [...document.querySelectorAll("[data-call][data-state=alerting]")];
let heard = new Set(alerting().map((call) => call.dataset.call));

function beep() {
  const sound = new AudioContext();
  const tone = new OscillatorNode(sound, { frequency: 660 });
  const quiet = new GainNode(sound, { gain: 0.08 });
  tone.connect(quiet).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + 0.25);
  tone.onended = () => sound.close();
}

document.addEventListener("calls", () => {
  const now = alerting();
  const fresh = now.filter((call) => !heard.has(call.dataset.call));
  heard = new Set(now.map((call) => call.dataset.call));
  if (on() && fresh.length) {
    beep();
  }
  document.title = on() && now.length ? `● ${now.at(-1).querySelector(".medium").textContent} · ${title}` : title;
});

for (const box of document.querySelectorAll("[data-call-alert]")) {
  box.checked = on();
  box.addEventListener("change", () => localStorage.setItem("call-alert", box.checked ? "on" : "off"));
}
