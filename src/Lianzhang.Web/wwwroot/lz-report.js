// <form data-report="id" data-account="id" data-say-…> with cells <… data-cell="key"> holds a report that is filled in. What is typed is kept
// and saved as one types. Without the script the form posts all of it.

import { keep } from "./lz-report-kept.js";
import { moveAndPaste } from "./lz-report-keys.js";

const form = document.querySelector("form[data-report]");
if (form)
    start();

function start() {
    const said = form.querySelector("[data-said]");
    const noted = form.querySelector("[data-noted]");
    const cells = new Map([...form.querySelectorAll("[data-cell]")].map(box => [box.dataset.cell, cellOf(box)]));
    const kept = keep({ report: form.dataset.report, account: form.dataset.account, token: form.querySelector("[name=__RequestVerificationToken]").value, tell, saved: show });

    const say = (name, ...values) => values.reduce((text, value, index) => text.replace(`{${index}}`, Array.isArray(value) ? value.join(say("between")) : value), form.getAttribute(`data-say-${name}`));

    // How saving goes; the server's own words where it gave some.
    function tell(name, state = "", value = "") {
        said.textContent = state === "failed" && value ? value : say(name, value);
        said.dataset.state = state;
    }

    // What has been done besides stays until something else is.
    function note(name, ...values) {
        noted.textContent = say(name, ...values);
    }

    // 1. Cells

    function cellOf(box) {
        const named = name => box.querySelector(`[name="${name}.${CSS.escape(box.dataset.cell)}"]`);
        return {
            box, key: box.dataset.cell, control: named("typed"), state: named("state"), reason: named("reason"), note: named("note"),
            flags: [...box.querySelectorAll("input[type=checkbox]")], found: box.querySelector("[data-found]"), more: box.querySelector("summary"),
        };
    }

    const text = field => field?.value.trim() || null;

    const read = cell => ({ typed: cell.control.value.trim(), reason: text(cell.reason), note: text(cell.note), flags: cell.flags.reduce((all, flag) => all | (flag.checked ? +flag.value : 0), 0) });

    function write(cell, value) {
        if (cell.control.tagName === "SELECT" && value.typed && ![...cell.control.options].some(option => option.value === value.typed))
            cell.control.add(new Option(value.typed, value.typed));
        cell.control.value = value.typed;
        if (cell.reason)
            cell.reason.value = value.reason ?? "";
        if (cell.note)
            cell.note.value = value.note ?? "";
        for (const flag of cell.flags)
            flag.checked = (value.flags & +flag.value) !== 0;
        touch(cell);
    }

    /** Takes note of what stands in a cell. */
    function touch(cell) {
        if (cell.state)
            cell.state.value = [...cell.state.options].some(option => option.value === cell.control.value.trim()) ? cell.control.value.trim() : "";
        cell.more?.classList.toggle("has", !!(text(cell.reason) || text(cell.note) || cell.flags.some(flag => flag.checked)));
        kept.change("cells", cell.key, read(cell));
        add(cell.control.closest("table"));
    }

    // The word takes the place of the figure, and goes when it is no longer chosen.
    function choose(cell) {
        if (cell.control.tagName === "SELECT" && cell.state.value)
            write(cell, { ...read(cell), typed: cell.state.value });
        else if (cell.state.value || [...cell.state.options].some(option => option.value === cell.control.value.trim()))
            cell.control.value = cell.state.value;
        touch(cell);
        if (cell.state.value === form.dataset.missing)
            cell.reason.focus();
    }

    const cellAt = element => cells.get(element.closest?.("[data-cell]")?.dataset.cell);

    form.addEventListener("input", event => {
        const cell = cellAt(event.target);
        if (cell && event.target === cell.state)
            choose(cell);
        else if (cell)
            touch(cell);
        else if (event.target.name?.startsWith("why."))
            kept.change("explanations", event.target.name.slice(4), event.target.value.trim());
    });
    form.addEventListener("focusout", () => {
        if (kept.isPending() && !kept.isWaiting())
            kept.send();
    });

    // 2. Sums of rows that one adds

    const number = typed => Number(typed.replace(/[,，\s]/g, "")) || 0;

    function add(table) {
        for (const sum of table?.querySelectorAll("[data-sum]") ?? []) {
            const total = [...table.querySelectorAll(`[data-adds="${sum.dataset.sum}"] input`)].reduce((all, input) => all + number(input.value), 0);
            sum.textContent = String(Math.round(total * 10_000) / 10_000);
        }
    }

    function reveal(table) {
        const next = table.querySelector("tbody tr[hidden]");
        if (next)
            next.hidden = false;
        if (!table.querySelector("tbody tr[hidden]"))
            table.closest("section").querySelector("[data-add]")?.setAttribute("disabled", "");
        return next;
    }

    for (const button of form.querySelectorAll("[data-add]"))
        button.addEventListener("click", event => {
            event.preventDefault();
            reveal(button.closest("section").querySelector("table"))?.querySelector("input, select, textarea")?.focus();
        });

    // 3. What the checks found

    function show(findings) {
        const list = form.querySelector("[data-list]");
        const open = findings.filter(finding => finding.weight === "hard" || !explained(finding.key));
        const counts = [
            ["hard", open.filter(finding => finding.weight === "hard" && !finding.isGap).length],
            ["soft", open.filter(finding => finding.weight === "soft").length],
            ["gaps", open.filter(finding => finding.isGap).length],
        ].filter(([, found]) => found > 0).map(([name, found]) => say(name, found));
        form.querySelector("[data-counts]").textContent = counts.length > 0 ? counts.join(say("between")) : say("clean");
        form.querySelector("[data-findings]").dataset.state = counts.length > 0 ? "" : "clean";
        const shown = findings.filter(finding => !finding.isGap);
        const there = new Map([...list.children].map(item => [item.dataset.key, item]));
        const items = shown.map(finding => itemOf(finding, there.get(finding.key)));
        for (const [key, item] of there)
            if (!shown.some(finding => finding.key === key))
                item.remove();
        items.forEach((item, index) => {
            // Moving what is being typed into would take the focus from it.
            if (list.children[index] !== item)
                list.insertBefore(item, list.children[index] ?? null);
        });
        for (const cell of cells.values()) {
            const own = shown.filter(finding => finding.cells.includes(cell.key));
            cell.found.replaceChildren(...own.map(finding => Object.assign(document.createElement("li"), { className: finding.weight, textContent: finding.sentence })));
            cell.control.toggleAttribute("aria-invalid", false);
            if (own.some(finding => finding.weight === "hard"))
                cell.control.setAttribute("aria-invalid", "true");
        }
    }

    const explained = key => form.elements[`why.${key}`]?.value.trim() || kept.pending("explanations", key);

    function itemOf(finding, there) {
        const item = there ?? document.createElement("li");
        if (!there) {
            item.className = finding.weight;
            item.dataset.key = finding.key;
            item.append(document.createElement("a"));
            if (finding.weight === "soft") {
                const box = form.querySelector("[data-soft]").content.firstElementChild.cloneNode(true);
                box.name = `why.${finding.key}`;
                box.ariaLabel += finding.sentence;
                box.value = kept.pending("explanations", finding.key) ?? "";
                item.append(box);
            }
        }

        const link = item.querySelector("a");
        link.textContent = finding.sentence;
        link.href = finding.cells.length > 0 ? `#c-${finding.cells[0]}` : "#content";
        return item;
    }

    form.querySelector("[data-list]").addEventListener("click", event => {
        const target = event.target.closest("a") && document.getElementById(event.target.closest("a").getAttribute("href").slice(1));
        if (target) {
            event.preventDefault();
            target.scrollIntoView({ block: "center" });
            target.focus({ preventScroll: true });
        }
    });

    // 4. Sending the report: what is typed is saved first, and the form then carries nothing but what is to be done.
    form.addEventListener("submit", async event => {
        event.preventDefault();
        const what = event.submitter?.value ?? "save";
        if (!await kept.send()) {
            if (kept.isWaiting() && what !== "save")
                tell("not-sent", "waiting");
            return;
        }

        // Sent, it is no longer this machine's.
        if (what === "submit")
            kept.forget();
        for (const field of form.querySelectorAll("[name^='typed.'], [name^='state.'], [name^='reason.'], [name^='note.'], [name^='flag.'], [name^='why.']"))
            field.disabled = true;
        const told = Object.assign(document.createElement("input"), { type: "hidden", name: "do", value: what });
        form.append(told);
        form.submit();
    });

    // 5. What was not saved the last time goes in again, and so does what the browser put in by itself.
    for (const cell of cells.values())
        kept.has("cells", cell.key, initial(cell));
    for (const box of form.querySelectorAll("[name^='why.']"))
        kept.has("explanations", box.name.slice(4), box.defaultValue.trim());

    function initial(cell) {
        const first = field => field?.defaultValue.trim() || null;
        const typed = cell.control.tagName === "SELECT" ? [...cell.control.options].find(option => option.defaultSelected)?.value ?? "" : cell.control.defaultValue.trim();
        return { typed, reason: first(cell.reason), note: first(cell.note), flags: cell.flags.reduce((all, flag) => all | (flag.defaultChecked ? +flag.value : 0), 0) };
    }

    function put(part, key, value) {
        const cell = part === "cells" && cells.get(key);
        if (cell) {
            const row = cell.box.closest("tr");
            while (row.hidden)
                reveal(row.closest("table"));
            write(cell, value);
        } else if (form.elements[`why.${key}`])
            form.elements[`why.${key}`].value = value;
    }

    const { restored, left } = kept.restore(put);
    for (const cell of cells.values())
        touch(cell);
    // What was typed while the page was still loading counts as well.
    for (const box of form.querySelectorAll("[name^='why.']"))
        kept.change("explanations", box.name.slice(4), box.value.trim());
    if (left.length > 0)
        note("left", left.length, left.map(({ part, key, value }) => `${cells.get(key)?.control.ariaLabel ?? key} ${part === "cells" ? value.typed : value}`));
    else if (restored > 0)
        note("restored", restored);
    moveAndPaste({ form, cells, cellAt, read, write, reveal, note });
    form.querySelector("[data-keys]").hidden = !matchMedia("(hover: hover)").matches;
    kept.send();
}
