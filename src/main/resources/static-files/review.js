// Keys 1 to 5 press the buttons of the form. Without this script the buttons do the same.
"use strict";
(() => {
  const form = document.getElementById("review-form");
  if (!form) {
    return;
  }
  document.addEventListener("keydown", event => {
    const typing = event.target instanceof HTMLInputElement && event.target.type !== "submit";
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
      return;
    }
    const button = form.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });
})();
