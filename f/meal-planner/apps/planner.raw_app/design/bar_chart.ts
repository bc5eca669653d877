import { later } from "../shell/later.tsx";

/** Bars, drawn when the charting library has come: it is a fifth of the page, and no page begins with a chart. */
export const BarChart = later(async () => (await import("./DrawnBars.tsx")).DrawnBars);
