import React, { useId } from "react";
import type { Format } from "../../format/create_format.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { DIARY, GOAL_EDITOR } from "../../texts/goals.ts";
import { inUsualOrder, NUTRIENT_NAMES } from "../../texts/nutrients.ts";
import type { Person } from "./GoalsPage.tsx";
import { RepairAdvice } from "./RepairAdvice.tsx";

type DiaryDay = Answer<"get_diary">["people"][number];
const NUTRIENTS = Object.keys(NUTRIENT_NAMES) as (keyof DiaryDay["known"])[];
type Judgement = DiaryDay["goals"][number];

/** What is eaten against each goal, as bars up to the goal's mark. */
export function GoalBars({ person, date, day }: { person: Person; date: string; day: DiaryDay }) {
  const format = useFormat();
  const title = useId();
  return (
    <section className="mp-card" aria-labelledby={title}>
      <h3 id={title}>{DIARY.against}</h3>
      {day.goals.length === 0 ? (
        <p className="mp-muted">{DIARY.noGoals}</p>
      ) : (
        <>
          <p className="mp-muted mp-hint">{DIARY.verdicts[day.verdict]}</p>
          <ul className="mp-goal-bars">
            {inUsualOrder(day.goals).map((goal) => (
              <GoalBar key={goal.nutrient} goal={goal} format={format} />
            ))}
          </ul>
          {day.verdict === "missed" && <RepairAdvice key={date} person={person} date={date} />}
        </>
      )}
      {day.entries.length > 0 && <AllNutrients day={day} />}
    </section>
  );
}

/** Every nutrient of the day. What an entry doesn't know is said: the rest may be more than what is shown. */
function AllNutrients({ day }: { day: DiaryDay }) {
  const format = useFormat();
  return (
    <details className="mp-day-nutrients">
      <summary>{DIARY.allNutrients}</summary>
      <dl>
        {NUTRIENTS.map((nutrient) => {
          const unsure = day.actual[nutrient] === null;
          const known = format.nutrient(nutrient, day.known[nutrient]);
          return (
            <div key={nutrient}>
              <dt>{format.nutrientName(nutrient)}</dt>
              <dd>{unsure ? DIARY.atLeast(known) : known}</dd>
            </div>
          );
        })}
      </dl>
      {NUTRIENTS.some((nutrient) => day.actual[nutrient] === null) && (
        <p className="mp-muted mp-hint">{DIARY.atLeastHint}</p>
      )}
    </details>
  );
}

// The goal stands at four fifths of the bar, so that too much can be seen too.
const GOAL_AT = 0.8;

function GoalBar({ goal, format }: { goal: Judgement; format: Format }) {
  const eaten = goal.actual ?? goal.known;
  const share = Math.min(1, (eaten / goal.target) * GOAL_AT);
  const over = goal.most !== null && eaten > goal.most;
  return (
    <li>
      <div className="mp-goal-bar-text">
        <span>{format.nutrientName(goal.nutrient)}</span>
        <span className={over ? "mp-warning" : undefined}>
          {format.nutrient(goal.nutrient, eaten)}
          <span className="mp-muted">
            {" / "}
            {goal.kind === "about" ? "" : `${GOAL_EDITOR.kinds[goal.kind]} `}
            {format.nutrient(goal.nutrient, goal.target)}
            {goal.actual === null ? ` (${DIARY.partly})` : ""}
          </span>
        </span>
      </div>
      <div className="mp-bar">
        <div
          className={over ? "mp-bar-fill mp-bar-over" : "mp-bar-fill"}
          style={{ width: `${share * 100}%` }}
        />
        <div className="mp-bar-goal" />
      </div>
    </li>
  );
}
