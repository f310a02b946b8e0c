// <form data-passkey="create|get" data-options="/address" hidden> … <input name="credential"> <p role="alert" hidden></p> <button> </form>
// Shown where the browser knows passkeys. When it is sent, the address says what to ask the authenticator for, and the answer goes
// into the field "credential". The answer to "create" is sent from here, so that a refusal is told on the page; "get" sends the form.

// Passkeys are bound to a domain: a browser makes none for an address in numbers.
const isPossible = window.PublicKeyCredential && navigator.credentials && !/^[\d.]+$|^\[/.test(location.hostname);

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const withBytes = list => (list ?? []).map(each => ({ ...each, id: bytes(each.id) }));

async function ask(kind, options) {
    const publicKey = { ...options, challenge: bytes(options.challenge) };
    if (kind === "create")
        return navigator.credentials.create({ publicKey: { ...publicKey, user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: withBytes(options.excludeCredentials) } });
    return navigator.credentials.get({ publicKey: { ...publicKey, allowCredentials: withBytes(options.allowCredentials) } });
}

function written(credential) {
    const { response } = credential;
    const parts = { clientDataJSON: text(response.clientDataJSON) };
    for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"])
        if (response[name])
            parts[name] = text(response[name]);
    if (response.getTransports)
        parts.transports = response.getTransports();
    return JSON.stringify({
        id: credential.id, rawId: text(credential.rawId), type: credential.type, response: parts,
        authenticatorAttachment: credential.authenticatorAttachment ?? undefined, clientExtensionResults: credential.getClientExtensionResults(),
    });
}

async function post(address, form) {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" } });
    if (answer.ok)
        return answer;
    const problem = await answer.json().catch(() => null);
    throw new Error(problem?.detail ?? form.dataset.failed);
}

async function send(form) {
    const options = await (await post(form.dataset.options, form)).json();
    let credential;
    try {
        credential = await ask(form.dataset.passkey, options);
    } catch {
        // Cancelled, timed out, or no passkey for this site: the browser does not tell which.
        throw new Error(form.dataset.cancelled);
    }

    form.elements.credential.value = written(credential);
    if (form.dataset.passkey === "get")
        form.submit();
    else
        location.assign((await post(form.action, form)).url);
}

for (const form of isPossible ? document.querySelectorAll("form[data-passkey]") : []) {
    const [said, button] = [form.querySelector("[role=alert]"), form.querySelector("button")];
    form.hidden = false;
    for (const missing of document.querySelectorAll("[data-passkey-missing]"))
        missing.hidden = true;
    form.addEventListener("submit", event => {
        event.preventDefault();
        said.hidden = button.disabled = true;
        send(form).catch(failure => {
            said.textContent = failure.message;
            said.hidden = button.disabled = false;
        });
    });
}
