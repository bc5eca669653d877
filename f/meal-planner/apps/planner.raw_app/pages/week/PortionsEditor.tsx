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
const MOST_GUESTS = 40;

/** How much of a meal each person gets, in quarters of a serving, and how many servings are for guests. */
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
  const [portions, setPortions] = useState(meal.portions);
  const place = { date: meal.date, position: meal.position };
  const save = () => {
    change({
      id: "set_portions",
      args: {
        ...place,
        portions: people.map(({ person_id }) => ({ person_id, portion: portions[person_id] ?? 0 })),
        guests: portions.guests ?? 0,
      },
      shown: withMeal(place, { portions: withoutNoGuests(portions), locked: true }),
      done: MEAL.portionsSaved,
      undo: true,
    });
    onClose();
  };
  return (
    <>
      <ul className="mp-portion-list">
        {people.map(({ person_id, name }) => (
          <Stepper
            key={person_id}
            name={name}
            none={WEEK.nobody}
            size={portions[person_id] ?? 0}
            by={QUARTER}
            most={LARGEST}
            onSize={(size) => setPortions((now) => ({ ...now, [person_id]: size }))}
          />
        ))}
        <Stepper
          name={MEAL.guests}
          none={MEAL.noGuests}
          size={portions.guests ?? 0}
          by={1}
          most={MOST_GUESTS}
          onSize={(guests) => setPortions((now) => ({ ...now, guests }))}
        />
      </ul>
      <Button fullWidth onClick={save} disabled={Object.values(portions).every((size) => size === 0)}>
        {MEAL.save}
      </Button>
    </>
  );
}

function Stepper({
  name,
  none,
  size,
  by,
  most,
  onSize,
}: {
  name: string;
  none: string;
  size: number;
  by: number;
  most: number;
  onSize: (size: number) => void;
}) {
  const format = useFormat();
  return (
    <li>
      <span>{name}</span>
      <ActionIcon
        variant="default"
        aria-label={MEAL.less(name)}
        disabled={size === 0}
        onClick={() => onSize(Math.max(0, size - by))}
      >
        <span aria-hidden="true">−</span>
      </ActionIcon>
      <output className="mp-portion-size" aria-live="polite">
        {size === 0 ? none : format.portions(size)}
      </output>
      <ActionIcon
        variant="default"
        aria-label={MEAL.moreFor(name)}
        disabled={size >= most}
        onClick={() => onSize(Math.min(most, size + by))}
      >
        <Icon name="plus" size={16} />
      </ActionIcon>
    </li>
  );
}

function withoutNoGuests({ guests, ...portions }: Record<string, number>): Record<string, number> {
  return guests ? { ...portions, guests } : portions;
}
