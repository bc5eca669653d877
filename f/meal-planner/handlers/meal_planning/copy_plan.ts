import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { type Household, householdToday, resolveHousehold } from "../../households/household.ts";
import { planningRecipes } from "../recipes/planning_recipes.ts";
import { comingMonday, dateAfter, daysApart } from "./calendar.ts";
import { chooseCandidates } from "./candidates.ts";
import { type Draft, storeDraft } from "./create_plan.ts";
import { readEaters } from "./eaters.ts";
import { type LeftOut, USUAL_MIN_COVERAGE } from "./plan.ts";
import { requireNotPast } from "./plan_place.ts";
import type { Eater } from "./plan_problem.ts";
import { findPlan, planMeals, type StoredMeal } from "./plan_store.ts";
import { findTemplate, type PlanTemplate, type TemplateMeal } from "./plan_template.ts";
import { usualSize } from "./set_eaters.ts";
import { usualSlots } from "./week.ts";

export const copyPlanInput = z
  .strictObject({
    plan_id: z.uuid().optional(),
    template: plainText(80).optional(),
    start_date: z.iso.date({ message: "A date such as 2026-03-02." }).optional(),
    household_id: z.uuid().optional(),
  })
  .refine(({ plan_id, template }) => (plan_id === undefined) !== (template === undefined), {
    path: ["plan_id"],
    message: "Name a plan_id or a template, and not both.",
  });

/** A copy, and the meals that could not come along: their places are empty. */
export type CopiedPlan = Draft & { left_out: (LeftOut & { date: string; slot: string })[] };

/**
 * Makes a draft with the meals of another plan or of a template, from another day on; skipped meals come along as meals.
 * Recipes that are gone or that somebody at the table may not eat (any more) are left out and named.
 *
 * @throws NotFound for an unknown plan or template; InvalidInput where the first day has passed.
 */
export async function copyPlan(tx: Tx, input: z.output<typeof copyPlanInput>): Promise<CopiedPlan> {
  const household = await resolveHousehold(tx, input.household_id);
  const today = await householdToday(tx, household);
  const start_date = input.start_date ?? comingMonday(today);
  requireNotPast(start_date, today, "start_date");
  const source =
    input.template === undefined
      ? await templateOfPlan(tx, household, input.plan_id ?? "")
      : await findTemplate(tx, household, input.template);
  const eaters = await readEaters(tx, household, start_date);
  const recipes = await planningRecipes(tx, household);
  const { candidates, leftOut } = chooseCandidates(recipes, eaters, USUAL_MIN_COVERAGE);
  const allowed = new Set(candidates.map((recipe) => recipe.recipe_id));
  const reasons = new Map(leftOut.map((recipe) => [recipe.recipe_id, recipe]));
  const kept = source.meals.filter((meal) => allowed.has(meal.recipe_id));
  const draft = await storeDraft(
    tx,
    household.household_id,
    { start_date, days: source.days, slots: source.slots },
    kept.map((meal) => mealFrom(meal, start_date, eaters)),
  );
  const left_out = source.meals
    .filter((meal) => !allowed.has(meal.recipe_id))
    .map(({ day, slot, recipe_id }) => ({
      ...(reasons.get(recipe_id) ?? { recipe_id, name: "", reason: "the recipe is gone" }),
      ...{ date: dateAfter(start_date, day), slot },
    }));
  return { ...draft, left_out };
}

/** A plan without its dates. */
export async function templateOfPlan(tx: Tx, household: Household, planId: string): Promise<PlanTemplate> {
  const plan = await findPlan(tx, household, planId);
  const meals = await planMeals(tx, planId);
  return {
    days: plan.days,
    slots: usualSlots(plan, meals),
    meals: meals.map(({ date, position, slot, recipe_id, portions, locked, leftover_of: of }) => ({
      day: daysApart(date, plan.start_date),
      ...{ position, slot, recipe_id, portions, locked },
      ...(of ? { leftover_of: { day: daysApart(of.date, plan.start_date), position: of.position } } : {}),
    })),
  };
}

function mealFrom(meal: TemplateMeal, start: string, eaters: readonly Eater[]): StoredMeal {
  const { day, position, slot, recipe_id, locked, leftover_of: of } = meal;
  // Guests were of that week.
  // Who has joined since gets the size nearest to one serving; who has left gets none.
  const portions = Object.fromEntries(
    eaters.map((eater) => [
      eater.person_id,
      meal.portions[eater.person_id] ?? usualSize(eater.portion_sizes),
    ]),
  );
  return {
    ...{ date: dateAfter(start, day), position, slot, recipe_id, portions, locked, mark: null },
    ...(of ? { leftover_of: { date: dateAfter(start, of.day), position: of.position } } : {}),
  };
}
