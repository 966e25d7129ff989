// Keys 1 to 5 press the buttons of the form while one of them has the focus, as it has at first.
// Without this script the buttons do the same.
"use strict";
(() => {
  const form = document.getElementById("review-form");
  if (!form) {
    return;
  }
  form.querySelector("button").focus({ preventScroll: true });
  document.addEventListener("keydown", event => {
    const elsewhere = !(event.target instanceof HTMLButtonElement) || !form.contains(event.target);
    if (elsewhere || event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
      return;
    }
    const button = form.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });
})();
