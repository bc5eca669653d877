import { MEAL } from "../../texts/week.ts";
import { type ChangePlan, withExchanged } from "./change_plan.ts";
import type { Meal, Place } from "./plan_of_week.ts";

/** Moves a meal, shown at once: the two places are exchanged, then the answer brings portions and sums. */
export function moveMeal(change: ChangePlan, meal: Meal, to: Place, dayName: (date: string) => string): void {
  const from = { date: meal.date, position: meal.position };
  change({
    id: "move_meal",
    args: { ...from, to_date: to.date, to_position: to.position },
    shown: withExchanged(from, to),
    done: MEAL.moved(meal.name, dayName(to.date)),
    undo: true,
  });
}
