import React from "react";
import type { Format } from "../../format/create_format.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { MEAL, WEEK } from "../../texts/week.ts";
import { MACROS } from "./plan_of_week.ts";

export type Choice = Extract<Answer<"swap_meal">, { kind: "choices" }>["choices"][number];

/** What a recipe in a place does to everyone's day. */
export function ChoiceFacts({ choice }: { choice: Choice }) {
  const format = useFormat();
  return (
    <>
      <span className="mp-choice-head">
        <span className="mp-choice-name">{choice.name}</span>
        <span className={`mp-choice-points mp-points-${directionOf(choice)}`}>
          {pointsText(format, choice)}
        </span>
      </span>
      {choice.people.map((person) => (
        <span key={person.person_id} className="mp-choice-person">
          <span>
            {person.name} {format.portions(person.portion)}
          </span>
          <span className="mp-choice-changes">
            {MACROS.map((nutrient) => (
              <span key={nutrient} className={`mp-dot-${nutrient}`}>
                {WEEK.short[nutrient]} {signed(format, nutrient, person.change[nutrient])}
              </span>
            ))}
          </span>
          <span>{MEAL.goals(person.goals.filter((goal) => goal.met).length, person.goals.length)}</span>
        </span>
      ))}
    </>
  );
}

// Less than this is no difference to anybody.
const ALIKE = 0.005;

function directionOf({ objective_difference: difference }: Choice): "better" | "worse" | "same" {
  if (Math.abs(difference) < ALIKE) return "same";
  return difference < 0 ? "better" : "worse";
}

function pointsText(format: Format, choice: Choice): string {
  const points = format.number(Math.abs(choice.objective_difference), 2);
  switch (directionOf(choice)) {
    case "same":
      return MEAL.same;
    case "better":
      return MEAL.better(points);
    case "worse":
      return MEAL.worse(points);
  }
}

function signed(format: Format, nutrient: string, change: number | null): string {
  if (change === null) return WEEK.unknown;
  if (Math.abs(change) < 0.5) return "±0";
  return `${change > 0 ? "+" : "−"}${format.nutrient(nutrient, Math.abs(change))}`;
}
