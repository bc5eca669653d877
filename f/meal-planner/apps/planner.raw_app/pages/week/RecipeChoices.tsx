import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Answered } from "../../states/Answered.tsx";
import { MEAL } from "../../texts/week.ts";
import { type Choice, ChoiceFacts } from "./ChoiceFacts.tsx";
import { Choices } from "./Choices.tsx";
import { type ChangePlan, withDay, withMeal } from "./change_plan.ts";
import type { Cell, Meal, Place, Plan } from "./plan_of_week.ts";

type Props = { plan: Plan; change: ChangePlan; onClose: () => void };

/** What else could be in a meal's place, the best first; a choice is in the plan at once. */
export function SwapChoices({ plan, meal, change, onClose }: Props & { meal: Meal }) {
  const format = useFormat();
  const place = { date: meal.date, position: meal.position };
  const answer = useAnswer("swap_meal", { plan_id: plan.plan_id, ...place, version: plan.version });
  const choose = (choice: Choice) => {
    const chosen = withMeal(place, { ...mealOf(choice), leftover_of: null });
    const day = withDay(place.date, choice.people);
    change({
      id: "swap_meal",
      args: { ...place, recipe_id: choice.recipe_id },
      shown: (before) => day(chosen(before)),
      done: MEAL.swapped(choice.name),
      undo: true,
    });
    onClose();
  };
  return (
    <Answered query={answer} lines={5}>
      {(swap) =>
        swap.kind === "choices" && (
          <>
            <Recipes choices={swap.choices} onChoose={choose} />
            <p className="mp-muted mp-hint">
              {MEAL.searched(format.number(swap.searched.allowed), format.number(swap.searched.refused))}
            </p>
          </>
        )
      }
    </Answered>
  );
}

/** The same for a place without a meal. */
export function AddChoices({
  plan,
  cell: { date, position, slot },
  today,
  change,
  onClose,
}: Props & { cell: Cell; today: string }) {
  const place: Place = { date, position };
  const passed = date < today;
  const answer = useAnswer("suggest_meals", { plan_id: plan.plan_id, ...place }, { enabled: !passed });
  if (passed) return <p className="mp-muted">{MEAL.passed}</p>;
  const choose = (choice: Choice) => {
    const meal: Meal = { ...place, slot, mark: null, cooked: false, image_url: null, ...mealOf(choice) };
    const day = withDay(date, choice.people);
    change({
      id: "add_meal",
      args: { date, slot, recipe_id: choice.recipe_id },
      shown: (before) => day({ ...before, meals: [...before.meals, meal] }),
      done: MEAL.swapped(choice.name),
      undo: true,
    });
    onClose();
  };
  return (
    <Answered query={answer} lines={5}>
      {({ choices }) => <Recipes choices={choices} onChoose={choose} />}
    </Answered>
  );
}

function Recipes({ choices, onChoose }: { choices: readonly Choice[]; onChoose: (choice: Choice) => void }) {
  return (
    <Choices
      hint={choices.length > 0 ? MEAL.swapHint : MEAL.noChoices}
      choices={choices.map((choice) => ({
        key: choice.recipe_id,
        children: <ChoiceFacts choice={choice} />,
        onChoose: () => onChoose(choice),
      }))}
    />
  );
}

/** The meal as it is shown until the answer tells the rest. */
function mealOf({ recipe_id, name, portions }: Choice) {
  return { recipe_id, name, portions, locked: true, per_serving: null, minutes: null };
}
