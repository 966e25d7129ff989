// Passkeys: the browser's part of the ceremony. Without this script people sign in by password and code.
"use strict";
(() => {
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseCreationOptionsFromJSON) {
    return;
  }

  const send = (form, address, body) => {
    const proof = form.querySelector(".proof");
    return fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", [proof.name]: proof.value },
      body: body === undefined ? undefined : JSON.stringify(body),
    }).then(answer => {
      if (!answer.ok) {
        throw new Error(answer.status);
      }
      return answer.json();
    });
  };

  const onSubmit = (form, ceremony) => {
    form.hidden = false;
    form.addEventListener("submit", event => {
      event.preventDefault();
      const notice = form.querySelector("[role=alert]");
      notice.hidden = true;
      ceremony().catch(() => {
        notice.textContent = form.dataset.failed;
        notice.hidden = false;
      });
    });
  };

  const entering = document.getElementById("passkey-sign-in");
  if (entering) {
    onSubmit(entering, async () => {
      const options = await send(entering, "/webauthn/authenticate/options");
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
      const credential = await navigator.credentials.get({ publicKey });
      const answer = await send(entering, "/login/webauthn", credential.toJSON());
      window.location.assign(answer.redirectUrl === "/" ? "/desk" : answer.redirectUrl);
    });
  }

  const adding = document.getElementById("passkey-new");
  if (adding) {
    onSubmit(adding, async () => {
      const options = await send(adding, "/webauthn/register/options");
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
      const credential = await navigator.credentials.create({ publicKey });
      const label = adding.elements.label.value;
      await send(adding, "/webauthn/register", { publicKey: { credential: credential.toJSON(), label } });
      window.location.reload();
    });
    document.querySelectorAll(".passkey-end").forEach(form =>
      form.addEventListener("submit", event => {
        event.preventDefault();
        const proof = adding.querySelector(".proof");
        fetch(form.action, { method: "DELETE", headers: { [proof.name]: proof.value } })
          .then(() => window.location.reload());
      }));
  }
})();
