// <label data-select-all="name" hidden><input type="checkbox"></label> chooses all boxes of that name in its form. Without scripts
// it stays hidden, and each box is chosen by itself.

for (const label of document.querySelectorAll("[data-select-all]")) {
    const all = label.querySelector("input");
    const boxes = [...label.closest("form").querySelectorAll(`input[type=checkbox][name="${label.dataset.selectAll}"]`)];
    const show = () => {
        const chosen = boxes.filter(box => box.checked).length;
        all.checked = chosen === boxes.length;
        all.indeterminate = chosen > 0 && chosen < boxes.length;
    };
    all.addEventListener("change", () => boxes.forEach(box => { box.checked = all.checked; }));
    boxes.forEach(box => box.addEventListener("change", show));
    label.hidden = false;
    show();
}
