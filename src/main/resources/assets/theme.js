// Light or dark before the first paint: the person's choice in this browser, else what the system asks for.
{
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => localStorage.getItem("theme") ?? "system";
  const paint = () => {
    const dark = chosen() === "dark" || (chosen() === "system" && system.matches);
    document.documentElement.dataset.bsTheme = dark ? "dark" : "light";
  };
  paint();
  system.addEventListener("change", paint);
  addEventListener("storage", paint);
  addEventListener("DOMContentLoaded", () => {
    for (const radio of document.querySelectorAll("input[name=theme]")) {
      radio.checked = radio.value === chosen();
      radio.addEventListener("change", () => {
        localStorage.setItem("theme", radio.value);
        paint();
      });
    }
  });
}
