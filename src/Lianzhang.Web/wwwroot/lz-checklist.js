// <form data-checklist="id" data-account="id" data-address="/…" data-say-…> holds a checklist with fields named a.code. What is typed is kept on
// this machine and saved as one types. Without the script the form posts all of it; photographs are always posted.

import { keep } from "./lz-report-kept.js";

const form = document.querySelector("form[data-checklist]");
if (form)
    start();

function start() {
    const said = form.querySelector("[data-said]");
    const fields = new Map([...form.querySelectorAll("[name^='a.']")].map(field => [field.name.slice(2), field]));
    const kept = keep({ report: form.dataset.checklist, address: form.dataset.address, account: form.dataset.account, token: form.querySelector("[name=__RequestVerificationToken]").value, tell, saved: () => {} });

    const say = (name, ...values) => values.reduce((text, value, index) => text.replace(`{${index}}`, Array.isArray(value) ? value.join(say("between")) : value), form.getAttribute(`data-say-${name}`));

    // How saving goes; the server's own words where it gave some.
    function tell(name, state = "", value = "") {
        said.textContent = state === "failed" && value ? value : say(name, value);
        said.dataset.state = state;
    }

    // What the server has, as the page came with it.
    const first = field => (field.tagName === "SELECT" ? [...field.options].find(option => option.defaultSelected)?.value ?? "" : field.defaultValue).trim();
    for (const [code, field] of fields)
        kept.has("cells", code, first(field));

    const { restored, left } = kept.restore((_, code, value) => {
        if (fields.has(code))
            fields.get(code).value = value;
    });
    for (const [code, field] of fields) {
        const take = () => kept.change("cells", code, field.value.trim());
        field.addEventListener("input", take);
        field.addEventListener("change", take);
        // What was typed while the page was still loading counts as well.
        take();
    }

    if (left.length > 0)
        tell("left", "waiting", left.map(one => one.value));
    else if (restored > 0)
        tell("restored", "", restored);
    kept.send();
}
