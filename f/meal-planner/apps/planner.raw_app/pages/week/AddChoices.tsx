import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { Answered } from "../../states/Answered.tsx";
import { MEAL } from "../../texts/week.ts";
import { ChoiceList } from "./ChoiceList.tsx";
import { type ChangePlan, withDay } from "./change_plan.ts";
import type { Cell, Plan } from "./plan_of_week.ts";

/** What could be in an empty place, the best first. */
export function AddChoices({
  plan,
  cell: { date, position, slot },
  today,
  change,
  onClose,
}: {
  plan: Plan;
  cell: Cell;
  today: string;
  change: ChangePlan;
  onClose: () => void;
}) {
  const place = { date, position };
  const passed = date < today;
  const answer = useAnswer("suggest_meals", { plan_id: plan.plan_id, ...place }, { enabled: !passed });
  if (passed) return <p className="mp-muted">{MEAL.passed}</p>;
  return (
    <Answered query={answer} lines={5}>
      {({ choices }) => (
        <>
          <p className="mp-muted mp-hint">{choices.length > 0 ? MEAL.swapHint : MEAL.noChoices}</p>
          <ChoiceList
            choices={choices}
            onChoose={({ recipe_id, name, portions, people }) => {
              const fresh = { locked: true, mark: null, cooked: false, per_serving: null, minutes: null };
              const meal = { ...place, slot, recipe_id, name, portions, ...fresh, image_url: null };
              const day = withDay(date, people);
              change({
                id: "add_meal",
                args: { date, slot, recipe_id },
                shown: (before) => day({ ...before, meals: [...before.meals, meal] }),
                done: MEAL.swapped(name),
                undo: true,
              });
              onClose();
            }}
          />
        </>
      )}
    </Answered>
  );
}
