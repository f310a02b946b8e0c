// A page with <… data-live="version"> shows what was computed from that version. As soon as there is another, its parts <… id data-live-part>
// are shown as they are now, and <… data-live-said="words"> says when. What else is on the page stays, with what one was doing there.

const retry = 5000;
const pause = wait => new Promise(resolve => setTimeout(resolve, wait));

// What nobody looks at need not be kept up to date.
const seen = () => document.hidden ? new Promise(resolve => document.addEventListener("visibilitychange", resolve, { once: true })) : null;

async function watch(version) {
    for (;;) {
        await seen();
        try {
            const answer = await fetch(`/api/v1/board/version?seen=${encodeURIComponent(version)}`, { headers: { Accept: "application/json" }, redirect: "manual" });
            // Signed out, or no longer one's own: the next page says so.
            if (answer.status === 401 || answer.status === 404 || answer.type === "opaqueredirect")
                return;
            const now = answer.ok ? (await answer.json()).version : null;
            if (now && now !== version && await show())
                version = now;
            else if (!now)
                await pause(retry);
        } catch {
            await pause(retry);
        }
    }
}

async function show() {
    const answer = await fetch(location.href);
    if (!answer.ok)
        return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live-part]")) {
        const now = page.getElementById(part.id);
        if (now && now.innerHTML !== part.innerHTML)
            replace(part, now);
    }

    const said = document.querySelector("[data-live-said]");
    said.textContent = said.dataset.liveSaid.replace("{0}", new Date().toLocaleTimeString("zh-CN"));
    return true;
}

// Who moves through the table by keyboard stays where he is, and a table that was scrolled stays so.
function replace(part, now) {
    const focus = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    const frame = part.querySelector(".table-frame");
    const before = new Map([...part.querySelectorAll("tbody tr")].map(row => [row.querySelector("a")?.getAttribute("href"), row.textContent]));
    const left = frame?.scrollLeft;
    part.replaceChildren(...now.childNodes);
    for (const row of part.querySelectorAll("tbody tr"))
        row.classList.toggle("changed", before.get(row.querySelector("a")?.getAttribute("href")) !== row.textContent);
    if (focus)
        part.querySelector(`a[href="${CSS.escape(focus)}"]`)?.focus();
    if (left)
        part.querySelector(".table-frame").scrollLeft = left;
}

const shown = document.querySelector("[data-live]");
if (shown)
    watch(shown.dataset.live);
