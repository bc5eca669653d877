import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Answered } from "../../states/Answered.tsx";
import { MEAL } from "../../texts/week.ts";
import { type Choice, ChoiceList } from "./ChoiceList.tsx";
import { type ChangePlan, withDay, withMeal } from "./change_plan.ts";
import type { Meal, Plan } from "./plan_of_week.ts";

/** What else could be here, the best first; a choice is in the plan at once. */
export function SwapChoices({
  plan,
  meal,
  change,
  onClose,
}: {
  plan: Plan;
  meal: Meal;
  change: ChangePlan;
  onClose: () => void;
}) {
  const format = useFormat();
  const place = { date: meal.date, position: meal.position };
  const answer = useAnswer("swap_meal", { plan_id: plan.plan_id, ...place, version: plan.version });
  const choose = ({ recipe_id, name, portions, people }: Choice) => {
    const chosen = withMeal(place, {
      recipe_id,
      name,
      portions,
      locked: true,
      per_serving: null,
      minutes: null,
    });
    const day = withDay(place.date, people);
    change({
      id: "swap_meal",
      args: { ...place, recipe_id },
      shown: (before) => day(chosen(before)),
      done: MEAL.swapped(name),
      undo: true,
    });
    onClose();
  };
  return (
    <Answered query={answer} lines={5}>
      {(swap) =>
        swap.kind === "choices" && (
          <>
            <p className="mp-muted mp-hint">{swap.choices.length > 0 ? MEAL.swapHint : MEAL.noChoices}</p>
            <ChoiceList choices={swap.choices} onChoose={choose} />
            <p className="mp-muted mp-hint">
              {MEAL.searched(format.number(swap.searched.allowed), format.number(swap.searched.refused))}
            </p>
          </>
        )
      }
    </Answered>
  );
}
