import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Answered } from "../../states/Answered.tsx";
import { MEAL, slotName, WEEK } from "../../texts/week.ts";
import { Choices } from "./Choices.tsx";
import type { ChangePlan } from "./change_plan.ts";
import { moveMeal } from "./move_meal.ts";
import type { Meal, Plan } from "./plan_of_week.ts";

/** The days that a meal can go to, without dragging it, and why not to the others. */
export function MoveChoices({
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
  const { date, position } = meal;
  const answer = useAnswer("suggest_places", { plan_id: plan.plan_id, date, position }, { staleTime: 0 });
  return (
    <Answered query={answer} lines={4}>
      {({ places }) => (
        <Choices
          hint={MEAL.moveHint}
          choices={places.map((place) => ({
            key: place.date,
            why_not: place.objection && MEAL.notThere(place.objection),
            onChoose: () => {
              moveMeal(change, meal, place, format.weekday);
              onClose();
            },
            children: (
              <>
                <span className="mp-choice-name">{format.longDay(place.date)}</span>
                <span className="mp-muted">
                  {slotName(place.slot)}: {place.meal ?? WEEK.empty}
                </span>
              </>
            ),
          }))}
        />
      )}
    </Answered>
  );
}
