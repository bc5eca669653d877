import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";
import React from "react";
import { Bar } from "react-chartjs-2";
import { DRAWN_FONT } from "./theme.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);
Chart.defaults.font.family = DRAWN_FONT;
Chart.defaults.font.size = 13;

type Props = React.ComponentProps<typeof Bar>;

export function DrawnBars(props: Props) {
  return <Bar {...props} />;
}
