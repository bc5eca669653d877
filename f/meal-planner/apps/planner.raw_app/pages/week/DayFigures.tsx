import React from "react";
import { useFormat } from "../../format/format.ts";
import { goalWords, WEEK } from "../../texts/week.ts";
import { type Day, type Figure, figuresOf, type Shown } from "./plan_of_week.ts";

/** What a day gives: one person's energy and macros against their goals, or everyone's energy at a glance. */
export function DayFigures({ days, shown }: { days: readonly Day[]; shown: Shown }) {
  const one = days.length === 1 ? days[0] : days.find(({ person_id }) => person_id === shown);
  if (one) {
    return (
      <div className="mp-figures">
        {figuresOf(one).map((figure) => (
          <FigureBar key={figure.nutrient} label={WEEK.short[figure.nutrient] ?? ""} figure={figure} />
        ))}
      </div>
    );
  }
  return (
    <div className="mp-figures">
      {days.map((day) => {
        const [energy] = figuresOf(day);
        const met = day.goals.filter((goal) => goal.met).length;
        return (
          energy && (
            <FigureBar
              key={day.person_id}
              label={day.name}
              figure={energy}
              note={day.goals.length > 0 ? WEEK.goalsMet(met, day.goals.length) : undefined}
            />
          )
        );
      })}
    </div>
  );
}

// The goal stands at four fifths of the bar, so that too much can be seen too.
const GOAL_AT = 0.8;

/** An amount as a bar, with a mark where the goal is. */
export function FigureBar({
  label,
  figure: { nutrient, actual, goal },
  note,
}: {
  label: string;
  figure: Figure;
  note?: string | undefined;
}) {
  const format = useFormat();
  const share = goal && actual !== null ? Math.min(1, (actual / goal.target) * GOAL_AT) : 0;
  const amount = format.nutrient(nutrient, actual);
  const words = goal ? goalWords(format, goal) : WEEK.noGoal;
  const missed = goal !== undefined && !goal.met;
  const target = goal ? `, ${WEEK.ofGoal(amount, format.nutrient(nutrient, goal.target))}` : "";
  return (
    <div className="mp-figure" title={`${label}${target}: ${words}`}>
      <div className="mp-figure-text">
        <span>{label}</span>
        <span className={missed ? "mp-figure-missed" : undefined}>{amount}</span>
      </div>
      {goal && (
        <div className="mp-bar">
          <div className={`mp-bar-fill mp-fill-${nutrient}`} style={{ width: `${share * 100}%` }} />
          <div className="mp-bar-goal" />
        </div>
      )}
      {(missed || note) && <div className="mp-figure-note">{note ?? words}</div>}
    </div>
  );
}
