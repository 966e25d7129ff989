// Saves a form after each pause. Without this script its button does the same.
"use strict";
(() => {
  const form = document.getElementById("entry-form");
  const said = document.getElementById("saved");
  if (!form || !said) {
    return;
  }
  const PAUSE = 1500;
  let timer = 0;
  let running = false;
  let again = false;
  let stopped = false;

  const tell = text => {
    said.textContent = text;
  };

  const save = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    const sent = new URLSearchParams(new FormData(form));
    sent.delete("add");
    sent.set("background", "yes");
    try {
      const answer = await fetch(form.action, { method: "POST", body: sent, redirect: "error" });
      const kept = answer.ok || answer.status === 409 || answer.status === 422 ? await answer.json() : {};
      if (answer.ok) {
        form.action = kept.address;
        form.elements.revision.value = kept.revision;
        const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
        tell(form.dataset.saved.replace("%", time) + (kept.said ? " " + kept.said : ""));
      } else {
        // Somebody else wrote meanwhile: the button shows both wordings.
        stopped = answer.status === 409;
        tell(kept.said || form.dataset.unsaved);
      }
    } catch {
      tell(form.dataset.unsaved);
    }
    running = false;
    if (again && !stopped) {
      again = false;
      save();
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    if (!stopped && form.elements.title.value.trim()) {
      timer = setTimeout(save, PAUSE);
    }
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    stopped = true;
  });
})();
