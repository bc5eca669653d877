import React from "react";
import { bodyMeasures } from "../../format/body_measures.ts";
import { useFormat } from "../../format/format.ts";
import { PROGRESS } from "../../texts/goals.ts";
import type { PersonProgress } from "./ProgressSection.tsx";

const WIDTH = 600;
const HEIGHT = 120;
const EDGE = 8;
const DAY_MS = 86_400_000;

/** Weighings as dots with their smoothed line, its ends named: a drawing of two figures needs no chart. */
export function WeightLine({
  weighings,
  name,
}: {
  weighings: PersonProgress["weight"]["weighings"];
  name: string;
}) {
  const format = useFormat();
  const measures = bodyMeasures(format.units);
  const days = weighings.map(({ date }) => Date.parse(date) / DAY_MS);
  const kilograms = weighings.flatMap(({ weight_kg, smoothed_kg }) => [weight_kg, smoothed_kg]);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const [least, most] = [Math.min(...kilograms), Math.max(...kilograms)];
  const x = (day: number) => EDGE + ((day - first) / Math.max(1, last - first)) * (WIDTH - 2 * EDGE);
  const y = (kg: number) => EDGE + ((most - kg) / Math.max(0.5, most - least)) * (HEIGHT - 2 * EDGE);
  const points = weighings.map(({ weight_kg, smoothed_kg }, at) => ({
    x: x(days[at] ?? 0),
    y: y(weight_kg),
    smoothed: y(smoothed_kg),
  }));
  const ends = [weighings[0], ...(weighings.length > 1 ? [weighings.at(-1)] : [])];
  return (
    <figure className="mp-weight">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={PROGRESS.weightChart(name)}>
        <polyline points={points.map((point) => `${point.x},${point.smoothed}`).join(" ")} />
        {points.map((point) => (
          <circle key={point.x} cx={point.x} cy={point.y} r={4} />
        ))}
      </svg>
      <figcaption>
        {ends.map(
          (end) =>
            end && (
              <span key={end.date}>
                {format.dayAndMonth(end.date)}: {format.number(measures.weightShown(end.weight_kg))}{" "}
                {measures.weightUnit}
              </span>
            ),
        )}
      </figcaption>
    </figure>
  );
}
