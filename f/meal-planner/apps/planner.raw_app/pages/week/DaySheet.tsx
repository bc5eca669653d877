import { Checkbox } from "@mantine/core";
import React from "react";
import { useFormat } from "../../format/format.ts";
import { Sheet } from "../../shell/Sheet.tsx";
import { DAY } from "../../texts/week.ts";
import type { ChangePlan } from "./change_plan.ts";
import { isChangeable, type Plan, placeKey } from "./plan_of_week.ts";

/** Who eats on a day: who is away gets nothing of its meals. */
export function DaySheet({
  plan,
  date,
  today,
  onClose,
  change,
}: {
  plan: Plan;
  date: string | null;
  today: string;
  onClose: () => void;
  change: ChangePlan;
}) {
  const format = useFormat();
  const meals = plan.meals.filter((meal) => meal.date === date && isChangeable(plan, meal, today));
  const isHere = (id: string) => meals.some((meal) => (meal.portions[id] ?? 0) > 0);
  const here = plan.balance.map(({ person_id }) => person_id).filter(isHere);
  const set = (id: string, eats: boolean) => {
    if (date === null) return;
    const person_ids = eats ? [...here, id] : here.filter((other) => other !== id);
    const name = plan.balance.find(({ person_id }) => person_id === id)?.name ?? "";
    change({
      id: "set_eaters",
      args: { date, person_ids },
      // Until the answer tells the usual portion.
      shown: (before) => ({
        ...before,
        meals: before.meals.map((meal) =>
          meals.some((other) => placeKey(other) === placeKey(meal))
            ? { ...meal, portions: { ...meal.portions, [id]: eats ? 1 : 0 }, locked: true }
            : meal,
        ),
      }),
      done: (eats ? DAY.back : DAY.away)(name, format.weekday(date)),
      undo: true,
    });
  };
  return (
    <Sheet
      title={date === null ? "" : DAY.title(format.longDay(date))}
      opened={date !== null}
      onClose={onClose}
    >
      {meals.length === 0 ? (
        <p className="mp-muted">{DAY.nothing}</p>
      ) : (
        <fieldset className="mp-field">
          <legend>{DAY.who}</legend>
          {plan.balance.map(({ person_id, name }) => (
            <Checkbox
              key={person_id}
              size="md"
              className="mp-option"
              label={name}
              checked={isHere(person_id)}
              // Where nobody is left, the meals are eaten out or taken out, one by one.
              disabled={here.length === 1 && here[0] === person_id}
              onChange={(event) => set(person_id, event.currentTarget.checked)}
            />
          ))}
          <p className="mp-muted mp-hint">{DAY.hint}</p>
        </fieldset>
      )}
    </Sheet>
  );
}
