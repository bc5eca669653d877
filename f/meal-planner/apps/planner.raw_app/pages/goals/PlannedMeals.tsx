import { Button } from "@mantine/core";
import React, { useId } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { DIARY } from "../../texts/goals.ts";
import { slotName, WEEK } from "../../texts/week.ts";
import { dateAfter } from "../week/plan_of_week.ts";
import type { Entry } from "./DiaryEntries.tsx";
import { DIARY_ANSWERS } from "./diary_answers.ts";
import type { Person } from "./GoalsPage.tsx";

/** What the plan in use has for the person on a day, and isn't in the diary yet. */
export function PlannedMeals({
  person,
  date,
  today,
  entries,
}: {
  person: Person;
  date: string;
  today: string;
  entries: readonly Entry[];
}) {
  const format = useFormat();
  const notice = useNotice();
  const title = useId();
  const plans = useAnswer("list_plans", {});
  const followed = plans.data?.plans.find(
    ({ state, start_date, days }) =>
      (state === "active" || state === "done") && start_date <= date && date < dateAfter(start_date, days),
  );
  const plan = useAnswer("get_plan", { plan_id: followed?.plan_id }, { enabled: followed !== undefined });
  const log = useChange("log_food", {
    refreshes: DIARY_ANSWERS,
    onDone: ({ entries: logged }) =>
      notice({ text: DIARY.loggedOne(logged.map(({ name }) => name).join(", ")) }),
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  const meals = (followed ? (plan.data?.meals ?? []) : []).filter(
    (meal) =>
      meal.date === date &&
      (meal.portions[person.person_id] ?? 0) > 0 &&
      !entries.some((entry) => entry.plan_date === date && entry.plan_position === meal.position),
  );
  const eat = (slot?: string) =>
    log.mutate({ person: person.person_id, from_plan: true, date, ...(slot === undefined ? {} : { slot }) });
  return (
    <section className="mp-card" aria-labelledby={title}>
      <h3 id={title}>{DIARY.planned}</h3>
      {meals.length === 0 || date > today ? (
        <p className="mp-muted">{DIARY.nothingPlanned}</p>
      ) : (
        <>
          <p className="mp-muted mp-hint">{DIARY.plannedHint}</p>
          <ul className="mp-planned">
            {meals.map((meal) => (
              <li key={meal.position}>
                <span>
                  <span className="mp-muted">{slotName(meal.slot)}</span> {meal.name}{" "}
                  <span className="mp-muted">
                    {WEEK.portions(format.portions(meal.portions[person.person_id] ?? 0))}
                  </span>
                </span>
                <Button
                  variant="light"
                  leftSection={<Icon name="check" size={18} />}
                  aria-label={DIARY.eatenLabel(meal.name)}
                  disabled={log.isPending}
                  onClick={() => eat(meal.slot)}
                >
                  {DIARY.eaten}
                </Button>
              </li>
            ))}
          </ul>
          {meals.length > 1 && (
            <Button variant="subtle" disabled={log.isPending} onClick={() => eat()}>
              {DIARY.all}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
