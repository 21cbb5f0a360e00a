// A date that is typed in part posts nothing, which would empty the field: the browser says so before the form goes.
document.addEventListener("submit", (event) => {
  const bad = [...event.target.elements].find((field) => field.validity?.badInput);
  if (bad) {
    event.preventDefault();
    event.stopPropagation();
    bad.reportValidity();
  }
}, true);
