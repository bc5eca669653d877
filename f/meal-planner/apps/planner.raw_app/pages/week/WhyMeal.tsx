import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Answered } from "../../states/Answered.tsx";
import { MEAL } from "../../texts/week.ts";
import type { Meal, Plan } from "./plan_of_week.ts";

/** Why a meal is where it is, in the planner's own words. */
export function WhyMeal({ plan, meal }: { plan: Plan; meal: Meal }) {
  const format = useFormat();
  const { date, position } = meal;
  const answer = useAnswer("explain_meal", { plan_id: plan.plan_id, date, position });
  return (
    <Answered query={answer} lines={4}>
      {({ why, near }) => (
        <>
          <ul className="mp-why">
            {why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {near.length > 0 && (
            <>
              <h3>{MEAL.near}</h3>
              <ul className="mp-near">
                {near.map(({ recipe_id, name, objective_difference: difference }) => (
                  <li key={recipe_id}>
                    <span>{name}</span>
                    <span className="mp-muted">
                      {(difference < 0 ? MEAL.better : MEAL.worse)(format.number(Math.abs(difference), 2))}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Answered>
  );
}
