import React, { useId } from "react";
import { useFormat } from "../../format/format.ts";
import { GOAL_EDITOR, PROGRESS } from "../../texts/goals.ts";
import type { PersonProgress } from "./ProgressSection.tsx";

/** The weeks against the goals that are for a week, where there are any. */
export function WeekGoals({ weeks }: { weeks: PersonProgress["weeks"] }) {
  const format = useFormat();
  const title = useId();
  const judged = weeks.filter(({ goals }) => goals.length > 0);
  if (judged.length === 0) return null;
  return (
    <section className="mp-card" aria-labelledby={title}>
      <h3 id={title}>{PROGRESS.weeks}</h3>
      <ul className="mp-week-goals">
        {judged.map(({ from, to, goals }) => (
          <li key={from}>
            <strong>{format.days(from, to)}</strong>
            {goals.map(({ nutrient, kind, target, known, met }) => (
              <span key={nutrient}>
                {format.nutrientName(nutrient)}: {format.nutrient(nutrient, known)}{" "}
                <span className="mp-muted">
                  / {kind === "about" ? "" : `${GOAL_EDITOR.kinds[kind]} `}
                  {format.nutrient(nutrient, target)}
                </span>{" "}
                <span className={met === false ? "mp-warning" : "mp-muted"}>
                  {met === null ? PROGRESS.open : met ? PROGRESS.weekMet : PROGRESS.weekMissed}
                </span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
