// Puts the viewer's own time in every <time data-local>: "Today, 11:07", "9 Nov, 09:18", with the year where it is another one. The title keeps the
// exact instant.
const page = document.documentElement.lang;
// The page's language in the person's own region: 24 hours in London, 12 in New York.
const language = navigator.languages.find((each) => each.startsWith(page)) ?? page;
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const near = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const exact = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "long" });

function day(at, now) {
  const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000);
  if (days === 0 || days === -1) {
    const word = near.format(days, "day");
    return word[0].toLocaleUpperCase(language) + word.slice(1);
  }
  const year = at.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year }).format(at);
}

document.addEventListener("htmx:load", (event) => {
  for (const time of event.target.querySelectorAll("time[data-local]")) {
    const at = new Date(time.dateTime);
    time.textContent = `${day(at, new Date())}, ${clock.format(at)}`;
    time.title = `${exact.format(at)} (${time.dateTime})`;
  }
});
