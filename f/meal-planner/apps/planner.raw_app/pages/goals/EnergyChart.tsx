import React, { useId } from "react";
import { BarChart } from "../../design/bar_chart.ts";
import { tokenColour } from "../../design/theme.ts";
import { useDrawnScheme } from "../../design/use_drawn_scheme.ts";
import { useFormat } from "../../format/format.ts";
import { PROGRESS } from "../../texts/goals.ts";
import type { PersonProgress } from "./ProgressSection.tsx";

/** A person's energy day by day: green within the goal, warm outside of it. The days' figures are in the bars' tips. */
export function EnergyChart({ progress, note }: { progress: PersonProgress; note: string }) {
  const format = useFormat();
  const scheme = useDrawnScheme();
  const title = useId();
  const days = progress.days.map(({ date, entries, known, goals }) => {
    const goal = goals.find(({ nutrient }) => nutrient === "energy_kcal");
    return {
      date,
      energy: entries > 0 ? known.energy_kcal : null,
      met: goal?.met ?? null,
      target: goal?.target,
    };
  });
  const target = days.findLast((day) => day.target !== undefined)?.target;
  return (
    <section className="mp-card" aria-labelledby={title}>
      <h3 id={title}>{PROGRESS.energy}</h3>
      <p className="mp-muted mp-hint">{note}</p>
      <div className="mp-energy-chart">
        <BarChart
          key={scheme}
          role="img"
          aria-label={PROGRESS.energyChart(progress.name)}
          data={{
            labels: days.map(({ date }) => format.dayAndMonth(date)),
            datasets: [
              {
                data: days.map(({ energy }) => energy),
                backgroundColor: days.map(({ met }) => tokenColour(met === false ? "warm" : "accent")),
                borderRadius: 5,
                maxBarThickness: 36,
              },
            ],
          }}
          options={{
            maintainAspectRatio: false,
            animation: false,
            plugins: {
              tooltip: {
                callbacks: { label: ({ parsed }) => format.nutrient("energy_kcal", parsed.y ?? null) },
              },
            },
            scales: {
              x: {
                grid: { display: false },
                border: { display: false },
                ticks: { color: tokenColour("muted"), maxRotation: 0, autoSkipPadding: 12 },
              },
              y: {
                beginAtZero: true,
                suggestedMax: target === undefined ? undefined : target * 1.2,
                border: { display: false },
                grid: { color: tokenColour("line") },
                ticks: {
                  color: tokenColour("muted"),
                  callback: (value) => format.nutrient("energy_kcal", Number(value)),
                },
              },
            },
          }}
        />
      </div>
      {target !== undefined && (
        <p className="mp-muted mp-hint">
          {PROGRESS.goal}: {format.nutrient("energy_kcal", target)}
        </p>
      )}
    </section>
  );
}
