import { UnstyledButton } from "@mantine/core";
import React from "react";
import { useFormat } from "../../format/format.ts";
import { MEAL, slotName, WEEK } from "../../texts/week.ts";
import type { ChangePlan } from "./change_plan.ts";
import { cellsOf, datesOf, isChangeable, type Meal, type Plan } from "./plan_of_week.ts";
import { moveMeal } from "./WeekGrid.tsx";

/** The days that a meal can go to, without dragging it: its own place on each of them. */
export function MoveChoices({
  plan,
  meal,
  today,
  change,
  onClose,
}: {
  plan: Plan;
  meal: Meal;
  today: string;
  change: ChangePlan;
  onClose: () => void;
}) {
  const format = useFormat();
  const places = datesOf(plan)
    .filter((date) => date >= today && date !== meal.date)
    .flatMap((date) => cellsOf(plan, date).filter(({ position }) => position === meal.position))
    .filter((cell) => !cell.meal || isChangeable(plan, cell.meal, today));
  return (
    <>
      <p className="mp-muted mp-hint">{MEAL.moveHint}</p>
      <ul className="mp-choices">
        {places.map((cell) => (
          <li key={cell.date}>
            <UnstyledButton
              className="mp-choice"
              onClick={() => {
                moveMeal(change, meal, cell, format.weekday);
                onClose();
              }}
            >
              <span className="mp-choice-name">{format.longDay(cell.date)}</span>
              <span className="mp-muted">
                {slotName(cell.slot)}: {cell.meal?.name ?? WEEK.empty}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
}
