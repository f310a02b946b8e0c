// <lz-chart><script type="application/json">{ "unit": "万千瓦", "yearLabel": "{year}年", "option": { … } }</script></lz-chart>
// Draws an ECharts option. The library is a megabyte, so it is loaded by the first chart that comes into sight.
// With "map": { "name", "address" } the outlines are fetched from the address first; a datum with "href" leads there.

const still = window.matchMedia("(prefers-reduced-motion: reduce)");
const sheetWidth = 680;
const maps = new Map();
let library;

class LzChart extends HTMLElement {
    #chart;
    #seen;
    #resized;

    connectedCallback() {
        this.#seen = new IntersectionObserver(entries => {
            if (entries.some(entry => entry.isIntersecting)) {
                this.#seen.disconnect();
                this.#draw();
            }
        }, { rootMargin: "200px" });
        this.#seen.observe(this);
        window.addEventListener("beforeprint", this.#beforePrint);
        window.addEventListener("afterprint", this.#afterPrint);
    }

    disconnectedCallback() {
        this.#seen.disconnect();
        this.#resized?.disconnect();
        this.#chart?.dispose();
        this.#chart = undefined;
        window.removeEventListener("beforeprint", this.#beforePrint);
        window.removeEventListener("afterprint", this.#afterPrint);
    }

    async #draw() {
        if (this.#chart)
            return;
        try {
            const { option, unit, yearLabel, map } = this.#read();
            if (yearLabel)
                option.xAxis.axisLabel.formatter = year => yearLabel.replace("{year}", year);
            library ??= import("./lib/echarts.esm.min.js");
            const echarts = await library;
            if (map)
                await outline(echarts, map);
            if (!this.isConnected || this.#chart)
                return;
            const canvas = document.createElement("div");
            canvas.className = "lz-chart-canvas";
            this.append(canvas);
            this.#chart = echarts.init(canvas, null, { renderer: "canvas" });
            this.#chart.setOption({
                ...option,
                animation: !still.matches,
                textStyle: { fontFamily: getComputedStyle(this).fontFamily, ...option.textStyle },
                // Text drawn on the canvas: a tooltip of HTML would need style attributes, which the policy forbids.
                tooltip: { ...option.tooltip, renderMode: "richText", formatter: points => describe([points].flat(), unit) },
            });
            this.#chart.on("click", point => point.data?.href && location.assign(point.data.href));
            this.#resized = new ResizeObserver(() => this.#fit());
            this.#resized.observe(canvas);
            this.dataset.state = "drawn";
        } catch (error) {
            this.dataset.state = "failed";
            console.error("lz-chart", error);
        }
    }

    // Strings that start with two dashes name a token of the style sheet.
    #read() {
        const style = getComputedStyle(this);
        return JSON.parse(this.querySelector("script[type='application/json']").textContent, (_, value) =>
            typeof value === "string" && value.startsWith("--") ? style.getPropertyValue(value).trim() : value);
    }

    // At the width of a sheet, so that its words are read there.
    // Drawn at once, since printing does not wait for the next frame.
    #beforePrint = () => {
        this.#chart?.resize({ width: Math.min(this.clientWidth, sheetWidth), silent: true });
        this.#chart?.getZr().flush();
    };

    #afterPrint = () => this.#fit();

    // A chart that is hidden has no size, to which a map cannot be scaled.
    #fit() {
        if (this.clientWidth > 0 && this.clientHeight > 0)
            this.#chart?.resize({ width: "auto", silent: true });
    }
}

// Fetched once, however many charts draw it.
function outline(echarts, { name, address }) {
    if (!maps.has(address))
        maps.set(address, fetch(address).then(async answer => {
            if (!answer.ok)
                throw new Error(`${address}: ${answer.status}`);
            echarts.registerMap(name, await answer.json());
        }));
    return maps.get(address);
}

// A point is [place on the axis, amount] with the name of its period, or a plain amount on an axis of names.
// One with a title says all of it.
function describe(points, unit) {
    if (points[0]?.data?.title)
        return points[0].data.title;
    if (!points[0]?.data)
        return "";
    const head = points.find(point => point.data?.name)?.data.name ?? points[0]?.axisValueLabel ?? points[0]?.name ?? "";
    const lines = points.map(point => {
        const amount = Array.isArray(point.value) ? point.value[1] : point.value;
        return `${point.seriesName} ${amount ?? "—"}${amount == null ? "" : ` ${unit ?? ""}`}`.trimEnd();
    });
    return [head, ...new Set(lines)].join("\n");
}

customElements.define("lz-chart", LzChart);
