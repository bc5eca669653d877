import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Answered } from "../../states/Answered.tsx";
import { MEAL, slotName, WEEK } from "../../texts/week.ts";
import { Choices } from "./Choices.tsx";
import { type ChangePlan, withLeftovers } from "./change_plan.ts";
import type { Meal, Plan } from "./plan_of_week.ts";

/** The later meals that a meal can be cooked for, too, and why not the others. */
export function AgainChoices({
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
  const from = { date: meal.date, position: meal.position };
  const answer = useAnswer("cook_twice", { plan_id: plan.plan_id, ...from }, { staleTime: 0 });
  return (
    <Answered query={answer} lines={4}>
      {(asked) =>
        asked.kind === "places" && (
          <Choices
            hint={asked.places.length > 0 ? MEAL.againHint : MEAL.keepsNot(asked.keeps_days)}
            choices={asked.places.map((place) => ({
              key: `${place.date} ${place.position}`,
              why_not: place.objection && MEAL.notThere(place.objection),
              onChoose: () => {
                change({
                  id: "cook_twice",
                  args: { ...from, to_date: place.date, to_position: place.position },
                  shown: withLeftovers(meal, place),
                  done: MEAL.again(meal.name, format.weekday(place.date)),
                  undo: true,
                });
                onClose();
              },
              children: (
                <>
                  <span className="mp-choice-name">
                    {slotName(place.slot)}, {format.longDay(place.date)}
                  </span>
                  <span className="mp-muted">{place.meal ? MEAL.insteadOf(place.meal) : WEEK.empty}</span>
                </>
              ),
            }))}
          />
        )
      }
    </Answered>
  );
}
