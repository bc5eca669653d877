import { ActionIcon, Button } from "@mantine/core";
import React, { useState } from "react";
import { useFormat } from "../../format/format.ts";
import { Icon } from "../../shell/Icon.tsx";
import { MEAL, WEEK } from "../../texts/week.ts";
import { type ChangePlan, withMeal } from "./change_plan.ts";
import type { People } from "./MealSheet.tsx";
import type { Meal } from "./plan_of_week.ts";

const QUARTER = 0.25;
const LARGEST = 4;

/** How much of a meal each person gets, in quarters of a serving. */
export function PortionsEditor({
  people,
  meal,
  change,
  onClose,
}: {
  people: People;
  meal: Meal;
  change: ChangePlan;
  onClose: () => void;
}) {
  const format = useFormat();
  const [portions, setPortions] = useState(meal.portions);
  const place = { date: meal.date, position: meal.position };
  const step = (personId: string, by: number) =>
    setPortions((now) => ({
      ...now,
      [personId]: Math.min(LARGEST, Math.max(0, (now[personId] ?? 0) + by)),
    }));
  const save = () => {
    change({
      id: "set_portions",
      args: {
        ...place,
        portions: Object.entries(portions).map(([person_id, portion]) => ({ person_id, portion })),
      },
      shown: withMeal(place, { portions, locked: true }),
      done: MEAL.portionsSaved,
      undo: true,
    });
    onClose();
  };
  return (
    <>
      <ul className="mp-portion-list">
        {people.map(({ person_id, name }) => {
          const size = portions[person_id] ?? 0;
          return (
            <li key={person_id}>
              <span>{name}</span>
              <ActionIcon
                variant="default"
                aria-label={MEAL.less(name)}
                disabled={size === 0}
                onClick={() => step(person_id, -QUARTER)}
              >
                <span aria-hidden="true">−</span>
              </ActionIcon>
              <output className="mp-portion-size" aria-live="polite">
                {size === 0 ? WEEK.nobody : format.portions(size)}
              </output>
              <ActionIcon
                variant="default"
                aria-label={MEAL.moreFor(name)}
                disabled={size === LARGEST}
                onClick={() => step(person_id, QUARTER)}
              >
                <Icon name="plus" size={16} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <Button fullWidth onClick={save} disabled={Object.values(portions).every((size) => size === 0)}>
        {MEAL.save}
      </Button>
    </>
  );
}
