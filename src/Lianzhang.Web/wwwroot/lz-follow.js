// A page with <div data-follow> shows how far something is. It is asked again until it shows none: then all of the page is.
// Without scripts there is a link that does the same.

const wait = 1500;

function follow(shown) {
    setTimeout(async () => {
        try {
            const answer = await fetch(location.href);
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const now = answer.ok ? page.querySelector("[data-follow]") : shown;
            if (!now) {
                location.reload();
                return;
            }

            if (now !== shown)
                shown.replaceChildren(...now.childNodes);
        } catch {
            // The server cannot be reached for now: asked again.
        }

        follow(shown);
    }, wait);
}

const first = document.querySelector("[data-follow]");
if (first)
    follow(first);
