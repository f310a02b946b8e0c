// How one moves through the cells of a report by the keyboard, and pastes a block that a spreadsheet copied.

/**
 * @param form The form.
 * @param cells The cells by their keys.
 * @param cellAt The cell that an element belongs to.
 * @param read What stands in a cell.
 * @param write Puts something into a cell.
 * @param reveal Shows the next row that can be added to a table.
 * @param note Says how a paste went, by a name of words and what stands in them.
 */
export function moveAndPaste({ form, cells, cellAt, read, write, reveal, note }) {
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

        if (left.length === 0)
            note("pasted", filled);
        else
            note("did-not-fit", filled, left.length, left);
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
}
