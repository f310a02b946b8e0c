// <form data-report="id" data-say-…> with cells <… data-cell="key"> holds a report that is filled in. What is typed is kept on this
// machine at once and sent to /reports/id/draft soon after; it leaves this machine when the server has said that it has it.
// Without the script the form posts all of it.

const quiet = 700;
const firstWait = 1000;
const longestWait = 30_000;
const patience = 15_000;

const form = document.querySelector("form[data-report]");
if (form)
    start();

function start() {
    const id = form.dataset.report;
    const place = `lianzhang-report-${id}`;
    const token = form.querySelector("[name=__RequestVerificationToken]").value;
    const said = form.querySelector("[data-said]");
    const cells = new Map([...form.querySelectorAll("[data-cell]")].map(box => [box.dataset.cell, cellOf(box)]));
    const acknowledged = new Map();
    let pending = empty();
    let keeps = true;
    let timer = 0;
    let sending = null;
    let wait = firstWait;

    const say = (name, ...values) => values.reduce((text, value, index) => text.replace(`{${index}}`, value), form.getAttribute(`data-say-${name}`));

    function tell(text, state = "") {
        said.textContent = text;
        said.dataset.state = state;
    }

    // 1. What is kept on this machine

    function empty() {
        return { cells: {}, explanations: {} };
    }

    const count = kept => Object.keys(kept.cells).length + Object.keys(kept.explanations).length;

    function stored() {
        try {
            return { ...empty(), ...JSON.parse(localStorage.getItem(place) ?? "{}") };
        } catch {
            return empty();
        }
    }

    // Another window may keep other cells of the same report: only one's own are put in and taken out.
    function store(change) {
        try {
            const kept = stored();
            change(kept);
            if (count(kept) === 0)
                localStorage.removeItem(place);
            else
                localStorage.setItem(place, JSON.stringify(kept));
            keeps = true;
        } catch {
            keeps = false;
        }
    }

    function change(part, key, value) {
        const now = JSON.stringify(value);
        if (pending[part][key] === undefined && acknowledged.get(part + key) === now)
            return;
        pending[part][key] = value;
        store(kept => kept[part][key] = value);
        clearTimeout(timer);
        timer = setTimeout(send, quiet);
    }

    function acknowledge(sent) {
        for (const part of ["cells", "explanations"]) {
            for (const [key, value] of Object.entries(sent[part])) {
                const text = JSON.stringify(value);
                acknowledged.set(part + key, text);
                if (JSON.stringify(pending[part][key]) === text)
                    delete pending[part][key];
                store(kept => {
                    if (JSON.stringify(kept[part][key]) === text)
                        delete kept[part][key];
                });
            }
        }
    }

    // 2. Sending

    /** Sends all that is pending; true when the server has everything. */
    async function send() {
        clearTimeout(timer);
        if (sending) {
            await sending;
            return count(pending) === 0 || send();
        }

        if (count(pending) === 0)
            return true;
        sending = post(structuredClone(pending));
        const isKept = await sending;
        sending = null;
        if (isKept && count(pending) > 0)
            return send();
        return isKept;
    }

    async function post(sent) {
        if (said.dataset.state === "")
            tell(say("saving"));
        let answer;
        try {
            answer = await fetch(`/reports/${id}/draft`, {
                method: "POST", body: JSON.stringify(sent), redirect: "manual", signal: AbortSignal.timeout(patience),
                headers: { "Content-Type": "application/json", Accept: "application/json", RequestVerificationToken: token },
            });
        } catch {
            return again("offline");
        }

        if (answer.ok) {
            const saved = await answer.json().catch(() => null);
            if (!saved)
                return again("offline");
            acknowledge(sent);
            wait = firstWait;
            tell(say("saved", new Date(saved.at).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" })));
            show(saved.findings);
            return true;
        }

        if (answer.type === "opaqueredirect" || answer.status === 401)
            return again("signed-out");
        if (answer.status >= 500 || answer.status === 429 || answer.status === 408)
            return again("offline");
        if (answer.status === 400)
            tell(say("expired"), "failed");
        else
            tell((await answer.json().catch(() => null))?.detail ?? say("expired"), "failed");
        return false;
    }

    function again(why) {
        tell(say(keeps ? why : "not-kept"), "waiting");
        timer = setTimeout(send, wait);
        wait = Math.min(wait * 2, longestWait);
        return false;
    }

    addEventListener("online", send);
    document.addEventListener("visibilitychange", send);
    // Nothing is lost by leaving; only where this machine keeps nothing one is asked.
    addEventListener("beforeunload", event => {
        if (count(pending) > 0 && !keeps)
            event.preventDefault();
    });

    // 3. Cells

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
        change("cells", cell.key, read(cell));
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
            change("explanations", event.target.name.slice(4), event.target.value.trim());
    });
    form.addEventListener("focusout", () => {
        if (count(pending) > 0 && said.dataset.state === "")
            send();
    });

    // 4. Sums of rows that one adds

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

    // 5. What the checks found

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

    const explained = key => form.elements[`why.${key}`]?.value.trim() || pending.explanations[key];

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

    // 6. Keys and pasting

    const rows = () => [...form.querySelectorAll("[data-grid] tbody tr:not([hidden])")].map(row => new Map([...row.querySelectorAll("[data-at]")].map(place => [+place.dataset.at, place.querySelector("[data-cell]")])));

    function move(from, step) {
        const grid = rows();
        const box = from.closest("[data-cell]");
        const at = grid.findIndex(row => [...row.values()].includes(box));
        const column = +box.parentElement.dataset.at;
        const table = box.closest("table");
        // Down its column to the end of the table, then to the next.
        for (let row = at + step; row >= 0 && row < grid.length; row += step) {
            const first = [...grid[row].values()][0];
            const next = grid[row].get(column) ?? (first?.closest("table") === table ? null : first);
            if (next) {
                const control = cells.get(next.dataset.cell).control;
                control.focus();
                control.select?.();
                return;
            }
        }
    }

    form.addEventListener("keydown", event => {
        if (event.key === "Enter" && event.ctrlKey) {
            event.preventDefault();
            form.requestSubmit(form.querySelector("[data-submit]"));
            return;
        }

        const cell = cellAt(event.target);
        if (event.key === "Escape" && event.target.closest("[data-more][open]")) {
            event.target.closest("[data-more]").open = false;
            cell.control.focus();
            return;
        }

        if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey)
            return;
        if (event.key === "Enter" && event.target.tagName === "INPUT")
            event.preventDefault();
        if (!cell || event.target !== cell.control)
            return;
        const isLine = cell.control.tagName === "INPUT";
        const step = (event.key === "Enter" && cell.control.tagName !== "TEXTAREA" && (event.shiftKey ? -1 : 1)) || (isLine && { ArrowDown: 1, ArrowUp: -1 }[event.key]);
        if (step) {
            event.preventDefault();
            move(cell.control, step);
        }
    });

    // A block as spreadsheets copy it: tabs between cells, quotes around what has lines.
    function blockOf(copied) {
        const block = [[""]];
        let isQuoted = false;
        for (let at = 0; at < copied.length; at++) {
            const letter = copied[at];
            const line = block.at(-1);
            if (letter === "\"" && (isQuoted || line.at(-1) === "")) {
                if (isQuoted && copied[at + 1] === "\"")
                    line[line.length - 1] += copied[at++];
                else
                    isQuoted = !isQuoted;
            } else if (letter === "\t" && !isQuoted)
                line.push("");
            else if (letter === "\n" && !isQuoted)
                block.push([""]);
            else if (letter !== "\r")
                line[line.length - 1] += letter;
        }

        if (block.length > 1 && block.at(-1).join("") === "")
            block.pop();
        return block;
    }

    const canHold = (cell, value) => cell.control.tagName !== "SELECT" || [...cell.control.options].some(option => option.value === value);

    function paste(from, block) {
        let [filled, left] = [0, []];
        const column = +from.box.parentElement.dataset.at;
        const table = from.box.closest("table");
        // A block for rows that one adds does not run on into the part below them.
        const within = () => table.closest("section").querySelector("[data-add]") ? rows().filter(row => [...row.values()].some(box => box.closest("table") === table)) : rows();
        let grid = within();
        let row = grid.findIndex(each => [...each.values()].includes(from.box));
        for (const line of block) {
            // Headings ask nothing; of rows that one adds there are more.
            while (grid[row]?.size === 0)
                row++;
            if (!grid[row] && reveal(table))
                grid = within();
            line.forEach((value, index) => {
                const single = block.every(each => each.length === 1) && grid[row]?.size === 1 ? [...grid[row].values()][0] : undefined;
                const box = grid[row]?.get(column + index) ?? single;
                const cell = box && cells.get(box.dataset.cell);
                if (value.trim() === "")
                    return;
                if (!cell || !canHold(cell, value.trim()))
                    left.push(value.trim());
                else {
                    write(cell, { ...read(cell), typed: value.trim() });
                    filled++;
                }
            });
            row++;
        }

        tell(left.length === 0 ? say("pasted", filled) : say("did-not-fit", filled, left.length, left.join(say("between"))));
    }

    form.addEventListener("paste", event => {
        const cell = cellAt(event.target);
        const copied = event.clipboardData?.getData("text/plain") ?? "";
        const block = blockOf(copied);
        if (!cell || event.target !== cell.control || (block.length === 1 && block[0].length === 1))
            return;
        event.preventDefault();
        paste(cell, block);
    });

    // 7. Sending the report: what is typed is saved first, and the form then carries nothing but what is to be done.
    form.addEventListener("submit", async event => {
        event.preventDefault();
        const what = event.submitter?.value ?? "save";
        if (!await send()) {
            if (said.dataset.state === "waiting" && what !== "save")
                tell(say("not-sent"), "waiting");
            return;
        }

        for (const field of form.querySelectorAll("[name^='typed.'], [name^='state.'], [name^='reason.'], [name^='note.'], [name^='flag.'], [name^='why.']"))
            field.disabled = true;
        const told = Object.assign(document.createElement("input"), { type: "hidden", name: "do", value: what });
        form.append(told);
        form.submit();
    });

    // 8. What was not saved the last time goes in again, and so does what the browser put in by itself.
    for (const cell of cells.values())
        acknowledged.set(`cells${cell.key}`, JSON.stringify(initial(cell)));
    for (const box of form.querySelectorAll("[name^='why.']"))
        acknowledged.set(`explanations${box.name.slice(4)}`, JSON.stringify(box.defaultValue.trim()));

    function initial(cell) {
        const first = field => field?.defaultValue.trim() || null;
        const typed = cell.control.tagName === "SELECT" ? [...cell.control.options].find(option => option.defaultSelected)?.value ?? "" : cell.control.defaultValue.trim();
        return { typed, reason: first(cell.reason), note: first(cell.note), flags: cell.flags.reduce((all, flag) => all | (flag.defaultChecked ? +flag.value : 0), 0) };
    }

    for (const cell of cells.values())
        if (JSON.stringify(read(cell)) !== acknowledged.get(`cells${cell.key}`))
            touch(cell);
    const left = stored();
    for (const [key, value] of Object.entries(left.cells)) {
        const cell = cells.get(key);
        if (!cell)
            continue;
        const row = cell.box.closest("tr");
        while (row.hidden)
            reveal(row.closest("table"));
        pending.cells[key] = value;
        write(cell, value);
    }

    for (const [key, value] of Object.entries(left.explanations)) {
        pending.explanations[key] = value;
        if (form.elements[`why.${key}`])
            form.elements[`why.${key}`].value = value;
    }

    form.querySelector("[data-keys]").hidden = !matchMedia("(hover: hover)").matches;
    if (count(left) > 0)
        tell(say("restored", count(left)));
    send();
}
