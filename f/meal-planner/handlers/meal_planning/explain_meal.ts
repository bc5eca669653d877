import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { resolveHousehold } from "../../households/household.ts";
import { datesFrom } from "./calendar.ts";
import { type DayPoints, dayPoints } from "./day_points.ts";
import { explainInWords } from "./explanation_words.ts";
import { mealAt, placeInput } from "./plan_place.ts";
import { type PenaltyParts, penaltyParts } from "./plan_problem.ts";
import { findPlan, planMeals } from "./plan_store.ts";
import { rankReplacements } from "./replacements.ts";
import { type Choice, describeChoice } from "./swap_meal.ts";
import { type Preference, tastesOf } from "./taste.ts";
import { type Place, plannedRecipe, readWeek, servingsOf, type Week, weekObjective } from "./week.ts";

const NEAR = 5;

export const explainMealInput = z.strictObject({
  plan_id: z.uuid(),
  ...placeInput,
  household_id: z.uuid().optional(),
});

/** What a meal gives to one goal of one person. Points are of the plan's objective; below 0 helps. */
export type GoalShare = {
  person_id: string;
  name: string;
  nutrient: string;
  target: number;
  /** Null where it isn't known for the recipe. */
  gives: number | null;
  day_total: number;
  points: number;
};

export type MealExplanation = {
  plan_id: string;
  version: number;
  date: string;
  position: number;
  slot: string;
  recipe_id: string;
  name: string;
  locked: boolean;
  portions: Record<string, number>;
  /** The plan's objective, mean over its days, and what it would be with this place empty. */
  objective: number;
  objective_without: number;
  /** What the meal costs by itself, whatever the goals; null for a recipe that isn't a candidate any more. */
  penalties: (PenaltyParts & { portions: number }) | null;
  goals: GoalShare[];
  /** The best of what else could be there. */
  near: Choice[];
  searched: { allowed: number; refused: number; better: number };
  /** What was learned of the household's taste for it, its main ingredient and its cuisine. */
  tastes: Preference[];
  why: string[];
};

/**
 * Why a meal is where it is: what it gives to everyone's goals and costs, what the plan would be without it, and what else
 * was near, all in points of the plan's objective as its meals are now.
 *
 * @throws InvalidInput for a day that isn't the plan's; NotFound for a plan or meal that isn't there.
 */
export async function explainMeal(
  tx: Tx,
  input: z.output<typeof explainMealInput>,
): Promise<MealExplanation> {
  const household = await resolveHousehold(tx, input.household_id);
  const plan = await findPlan(tx, household, input.plan_id);
  const meals = await planMeals(tx, plan.plan_id);
  const { date, position } = input;
  const meal = mealAt({ plan, meals }, { date, position });
  const week = await readWeek(tx, household, plan, meals, date, meal);
  return { plan_id: plan.plan_id, version: plan.version, ...explain(week, meal) };
}

/** The explanation of one meal of a week; pure. */
export function explain(
  week: Week,
  meal: Week["meals"][number],
): Omit<MealExplanation, "plan_id" | "version"> {
  const { date, position, slot, recipe_id, portions, locked } = meal;
  const place = { date, position };
  const dates = datesFrom(week.plan.start_date, week.plan.days);
  const objective = weekObjective(week, dates);
  const { people } = week.problem;
  const withIt = dayPoints(people, servingsOf(week, date));
  const without = dayPoints(people, servingsOf(week, date, place));
  const ranking = rankReplacements(week, { ...place, slot }, { count: NEAR, except: recipe_id });
  const candidate = week.candidates.get(recipe_id);
  const share = (points: number) => points / week.plan.days;
  const facts = {
    ...{ date, position, slot, recipe_id, locked, portions, objective },
    name: week.names.get(recipe_id) ?? "",
    objective_without: objective + share(without.total - withIt.total),
    penalties: candidate
      ? scaled(
          {
            ...penaltyParts(candidate, week.eaters, week.wishes),
            portions: withIt.portions - without.portions,
          },
          share,
        )
      : null,
    goals: goalShares(week, meal, withIt, without, share),
    near: ranking.best.map((choice) => describeChoice(week, place, choice)),
    searched: { allowed: ranking.allowed, refused: ranking.refused, better: ranking.better },
    tastes: candidate ? tastesOf(candidate, week.wishes.tastes) : [],
  };
  return { ...facts, why: explainInWords(facts) };
}

function goalShares(
  week: Week,
  meal: Place & Pick<Week["meals"][number], "recipe_id" | "portions">,
  withIt: DayPoints,
  without: DayPoints,
  share: (points: number) => number,
): GoalShare[] {
  const recipe = plannedRecipe(week, meal.recipe_id);
  const servings = servingsOf(week, meal.date);
  let index = 0;
  return week.problem.people.flatMap((person) =>
    person.goals.map(({ nutrient, target }) => {
      const amount = recipe.nutrients[nutrient] ?? null;
      const points = share(withIt.goals[index]!.points - without.goals[index]!.points);
      index++;
      const eaten = servings.map(
        (serving) => (serving.portions[person.id] ?? 0) * (serving.recipe.nutrients[nutrient] ?? 0),
      );
      return {
        person_id: person.id,
        name: week.eaters.find((eater) => eater.person_id === person.id)?.name ?? "",
        ...{ nutrient, target, points },
        gives: amount === null ? null : rounded(amount * (meal.portions[person.id] ?? 0)),
        day_total: rounded(eaten.reduce((sum, part) => sum + part, 0)),
      };
    }),
  );
}

function scaled<T extends Record<string, number>>(parts: T, share: (points: number) => number): T {
  return Object.fromEntries(Object.entries(parts).map(([name, points]) => [name, share(points)])) as T;
}

function rounded(amount: number): number {
  return Math.round(amount * 10) / 10;
}
