// Keeps what is typed into a report on this machine and saves it at the server. It leaves this machine when the server has said that it has
// it. Under its account and its report alone, so that nobody sends what another left; and with what it was typed over, so that what has
// come in since is not overwritten by it.

const quiet = 700;
const firstWait = 1000;
const longestWait = 30_000;
const patience = 15_000;
const mostOver = 50;

const parts = ["cells", "explanations"];
const empty = () => ({ cells: {}, explanations: {} });
const count = kept => parts.reduce((all, part) => all + Object.keys(kept[part]).length, 0);

/**
 * @param report Id of the report, or of what else is filled in.
 * @param address Where it is saved.
 * @param account Whose words these are.
 * @param token Against forged requests.
 * @param tell Says how saving goes: a name of words, a state, what stands in the words, or the words themselves.
 * @param saved Takes what the server found.
 */
export function keep({ report, address = `/reports/${report}/draft`, account, token, tell, saved }) {
    const place = `lianzhang-report-${account}-${report}`;
    const acknowledged = new Map();
    const pending = empty();
    let keeps = true;
    let isWaiting = false;
    let timer = 0;
    let sending = null;
    let wait = firstWait;

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

    /** Takes note of what the server had when the page was made. */
    function has(part, key, value) {
        acknowledged.set(part + key, JSON.stringify(value));
    }

    function change(part, key, value) {
        const now = JSON.stringify(value);
        const before = pending[part][key];
        if ((before === undefined ? acknowledged.get(part + key) : JSON.stringify(before)) === now)
            return;
        pending[part][key] = value;
        // What was on its way counts as typed over too: the server may have it although its answer was lost.
        store(kept => {
            const over = before === undefined ? [acknowledged.get(part + key) ?? null] : [...kept[part][key]?.over ?? [], JSON.stringify(before)];
            kept[part][key] = { value, over: over.slice(-mostOver) };
        });
        clearTimeout(timer);
        timer = setTimeout(send, quiet);
    }

    function acknowledge(sent) {
        for (const part of parts) {
            for (const [key, value] of Object.entries(sent[part])) {
                const text = JSON.stringify(value);
                acknowledged.set(part + key, text);
                if (JSON.stringify(pending[part][key]) === text)
                    delete pending[part][key];
                store(kept => {
                    if (JSON.stringify(kept[part][key]?.value) === text)
                        delete kept[part][key];
                });
            }
        }
    }

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
        return isKept && count(pending) > 0 ? send() : isKept;
    }

    async function post(sent) {
        if (!isWaiting)
            tell("saving");
        let answer;
        try {
            answer = await fetch(address, {
                method: "POST", body: JSON.stringify(sent), redirect: "manual", signal: AbortSignal.timeout(patience),
                headers: { "Content-Type": "application/json", Accept: "application/json", RequestVerificationToken: token },
            });
        } catch {
            return again("offline");
        }

        if (answer.ok) {
            const done = await answer.json().catch(() => null);
            if (!done)
                return again("offline");
            acknowledge(sent);
            [wait, isWaiting] = [firstWait, false];
            tell("saved", "", new Date(done.at).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" }));
            saved(done.findings);
            return true;
        }

        if (answer.type === "opaqueredirect" || answer.status === 401)
            return again("signed-out");
        if (answer.status >= 500 || answer.status === 429 || answer.status === 408)
            return again("offline");
        tell("expired", "failed", answer.status === 400 ? undefined : (await answer.json().catch(() => null))?.detail);
        return false;
    }

    function again(why) {
        isWaiting = true;
        tell(keeps ? why : "not-kept", "waiting");
        timer = setTimeout(send, wait);
        wait = Math.min(wait * 2, longestWait);
        return false;
    }

    /** Puts in again what was not saved the last time, and gives what it may not put over what has come in since. */
    function restore(put) {
        const kept = stored();
        const left = [];
        let restored = 0;
        for (const part of parts) {
            for (const [key, { value, over }] of Object.entries(kept[part])) {
                const there = acknowledged.get(part + key) ?? null;
                if (there === JSON.stringify(value))
                    store(now => delete now[part][key]);
                else if (!over.includes(there))
                    left.push({ part, key, value });
                else {
                    pending[part][key] = value;
                    put(part, key, value);
                    restored++;
                }
            }
        }

        return { restored, left };
    }

    addEventListener("online", send);
    document.addEventListener("visibilitychange", send);
    // Nothing is lost by leaving; only where this machine keeps nothing one is asked.
    addEventListener("beforeunload", event => {
        if (count(pending) > 0 && !keeps)
            event.preventDefault();
    });

    return {
        has, change, send, restore,
        pending: (part, key) => pending[part][key],
        isPending: () => count(pending) > 0,
        isWaiting: () => isWaiting,
        forget: () => localStorage.removeItem(place),
    };
}
