import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict } from "../../database/errors.ts";
import { openPlan, planTarget, saveChange } from "./change_plan.ts";
import { bestServing, dayPoints, restOfDay } from "./day_points.ts";
import { guestsOf, withGuests } from "./guests.ts";
import { type EffectOnPerson, effectOn } from "./meal_effect.ts";
import { placeObjection } from "./place_rules.ts";
import type { PlannedMeal } from "./plan.ts";
import { cellOf, changeableMeal, placeInput, requireCandidate } from "./plan_place.ts";
import { type Ranking, rankReplacements } from "./replacements.ts";
import { type Place, plannedRecipe, readWeek, servingsOf, type Week, weekGoalsBeside } from "./week.ts";

const CHOICES = 10;

export const swapMealInput = z
  .strictObject({
    ...planTarget,
    ...placeInput,
    version: planTarget.version.optional(),
    recipe_id: z.uuid().optional(),
    lock: z.boolean().default(true),
  })
  .refine(({ recipe_id, version }) => recipe_id === undefined || version !== undefined, {
    path: ["version"],
    message: "Needed to swap: the version of the plan that you saw.",
  });

/** A recipe in a place with everyone's portions, and what it does. */
export type Choice = {
  recipe_id: string;
  name: string;
  portions: Record<string, number>;
  /** Points of the plan's objective, mean over its days; below 0 is better than what is there. */
  objective_difference: number;
  people: EffectOnPerson[];
};

export type SwapAnswer =
  | {
      kind: "choices";
      plan_id: string;
      version: number;
      meal: PlannedMeal & { name: string };
      choices: Choice[];
      searched: Omit<Ranking, "best">;
    }
  | {
      kind: "swapped";
      plan_id: string;
      version: number;
      meal: PlannedMeal & { name: string };
      effect: Choice;
    };

/**
 * Without a recipe, answers the ten best for one place by the plan's objective, with what each does to everyone's day.
 * With one, puts it there with the best portions. All else stays as it is, and the rules of the table and of the plan are
 * kept. A meal chosen by hand is locked, unless `lock` is false.
 *
 * @throws InvalidInput for a day that isn't the plan's or has passed; NotFound for a meal or recipe that isn't there;
 *   Conflict where the plan has changed since `version`, the meal is settled, or a rule forbids the recipe.
 */
export async function swapMeal(tx: Tx, input: z.output<typeof swapMealInput>): Promise<SwapAnswer> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const { date, position, recipe_id, lock } = input;
  const place = { date, position };
  const meal = changeableMeal(open, place);
  const week = await readWeek(tx, open.household, open.plan, open.meals, date, {
    slot: meal.slot,
    recipe_id,
  });
  const named = { ...meal, name: week.names.get(meal.recipe_id) ?? "" };
  const { plan_id, version } = open.plan;
  if (recipe_id === undefined) {
    const { best, ...searched } = rankReplacements(
      week,
      { ...place, slot: meal.slot },
      { count: CHOICES, except: meal.recipe_id },
    );
    const choices = best.map((choice) => describeChoice(week, place, choice));
    return { kind: "choices", plan_id, version, meal: named, choices, searched };
  }
  const choice = chooseRecipe(week, { ...place, slot: meal.slot }, recipe_id);
  const after = { ...meal, recipe_id, portions: withGuests(choice.portions, guestsOf(meal)), locked: lock };
  const reason = `${meal.slot} on ${date}: ${choice.name} instead of ${named.name}`;
  const saved = await saveChange(tx, open, {
    reason,
    cause: "swap",
    cells: [{ ...place, before: cellOf(meal), after: cellOf(after) }],
  });
  return { kind: "swapped", plan_id, version: saved, meal: { ...after, name: choice.name }, effect: choice };
}

/**
 * A recipe for a place with the best portions beside the rest of the day.
 *
 * @throws NotFound for an unknown recipe; Conflict, in words, where a rule forbids it there.
 */
export function chooseRecipe(week: Week, place: Place & { slot: string }, recipeId: string): Choice {
  requireCandidate(week, recipeId);
  const name = week.names.get(recipeId) ?? "";
  const objection = placeObjection(week, recipeId, place);
  if (objection) {
    throw new Conflict(`${name} can't be the ${place.slot} on ${place.date}: ${objection}. Choose another.`, {
      recipe_id: recipeId,
      objection,
    });
  }
  const { people } = week.problem;
  const others = servingsOf(week, place.date, place);
  const recipe = plannedRecipe(week, recipeId);
  const { portions } = bestServing(restOfDay(people, others), recipe);
  const weekGoals = weekGoalsBeside(week, place);
  const before = dayPoints(people, servingsOf(week, place.date)).total + weekGoals.now;
  const after = dayPoints(people, [...others, { recipe, portions }]).total + weekGoals.withRecipe(recipe);
  const objective_difference = (after - before) / week.plan.days;
  return describeChoice(week, place, { recipe_id: recipeId, portions, objective_difference });
}

export function describeChoice(
  week: Week,
  place: Place,
  { recipe_id, portions, objective_difference }: Omit<Choice, "name" | "people">,
): Choice {
  return {
    recipe_id,
    name: week.names.get(recipe_id) ?? "",
    portions,
    objective_difference,
    people: effectOn(week, place, { recipe_id, portions }),
  };
}
