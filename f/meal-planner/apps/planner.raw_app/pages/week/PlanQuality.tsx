import React from "react";
import { useFormat } from "../../format/format.ts";
import { Hint } from "../../shell/Hint.tsx";
import { QUALITY } from "../../texts/week.ts";
import type { Plan } from "./plan_of_week.ts";

/** How near to the best possible week it is proven to be, and what that means. */
export function PlanQuality({ plan }: { plan: Plan }) {
  const format = useFormat();
  if (!plan.generation) return null;
  const { gap, objective, lower_bound } = plan.generation;
  const best = gap < 0.00005;
  const percent = format.percent(gap, gap < 0.1 ? 1 : 0);
  const points = format.number(objective, 2);
  const meaning = best
    ? QUALITY.meansBest(points)
    : QUALITY.means(percent, points, format.number(lower_bound, 2));
  const text = best ? QUALITY.best : QUALITY.within(percent);
  return <Hint text={meaning}>{plan.as_generated ? text : QUALITY.was(text)}</Hint>;
}
