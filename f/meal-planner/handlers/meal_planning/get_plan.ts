import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import type { Nutrients } from "../../foods/nutrients.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { listPeople } from "../../households/person.ts";
import { goalsOn } from "../nutrition/goal_store.ts";
import { datesFrom } from "./calendar.ts";
import { type DayOfPerson, dayNutrition } from "./day_nutrition.ts";
import type { Plan, PlannedMeal } from "./plan.ts";
import { changesSince, lastChanges, type PlanChange } from "./plan_history.ts";
import { type Proposal, readProposal } from "./plan_proposal.ts";
import { currentPlan, findPlan, planMeals } from "./plan_store.ts";
import { type BalanceOfPerson, weekBalance } from "./week_balance.ts";

export const getPlanInput = z.strictObject({
  plan_id: z.uuid().optional(),
  start_date: z.iso.date().optional(),
  household_id: z.uuid().optional(),
});

type NamedMeal = PlannedMeal & {
  name: string;
  per_serving: Nutrients | null;
  /** Preparing and cooking together; null where the recipe says neither. */
  minutes: number | null;
  image_url: string | null;
};
export type PlanView = Plan & {
  meals: NamedMeal[];
  daily: DayOfPerson[];
  /** Each person's goals over all its days. */
  balance: BalanceOfPerson[];
  /** What would repair the plan, where its recipes or goals have changed under it. */
  proposal: Proposal | null;
  /** Whether the meals are still those that `generation` tells of: its objective and gap are of no others. */
  as_generated: boolean;
  /** What happened to it last, in order. */
  changes: PlanChange[];
};

const LAST_CHANGES = 50;

/** A plan with its meals and what each person eats a day; without an id, the household's current one. */
export async function getPlan(tx: Tx, input: z.output<typeof getPlanInput>): Promise<PlanView> {
  const household = await resolveHousehold(tx, input.household_id);
  const plan = input.plan_id
    ? await findPlan(tx, household, input.plan_id)
    : await currentPlan(tx, household, input.start_date ?? null);
  if (!plan) {
    throw new NotFound(
      "plan",
      input.start_date ? `from ${input.start_date}` : "yet",
      "Make one with f/meal-planner/handlers/meal_planning/generate_plan/script.",
    );
  }
  const meals = await nameMeals(tx, await planMeals(tx, plan.plan_id));
  const daily = await eatenDaily(tx, household, plan, meals);
  return {
    ...plan,
    meals,
    daily,
    balance: weekBalance(daily),
    proposal: await readProposal(tx, plan.plan_id),
    as_generated: plan.generation !== null && (await lastChanges(tx, plan.plan_id, 1)).length === 0,
    changes: await changesSince(tx, plan.plan_id, Math.max(0, plan.version - LAST_CHANGES)),
  };
}

/** Each day against the goals that hold on it. */
async function eatenDaily(
  tx: Tx,
  household: Household,
  plan: Plan,
  meals: readonly NamedMeal[],
): Promise<DayOfPerson[]> {
  const people = await listPeople(tx, household);
  const ids = people.map((person) => person.person_id);
  const dates = datesFrom(plan.start_date, plan.days);
  const perServing = new Map(
    meals.flatMap((meal) => (meal.per_serving ? [[meal.recipe_id, meal.per_serving]] : [])),
  );
  const daily: DayOfPerson[] = [];
  for (const period of await goalPeriods(tx, ids, dates)) {
    const goals = await goalsOn(tx, ids, period[0]!);
    const eaters = people.map((person) => ({ ...person, goals: goals.get(person.person_id) ?? [] }));
    daily.push(...dayNutrition(period, meals, perServing, eaters));
  }
  return daily;
}

/** The days, cut where somebody's goals change. */
async function goalPeriods(
  tx: Tx,
  personIds: readonly string[],
  dates: readonly string[],
): Promise<string[][]> {
  const { rows } = await tx.query<{ valid_from: string }>(
    `select distinct valid_from from meal_planner.nutrition_goals
     where person_id = any ($1::uuid[]) and valid_from = any ($2::date[])`,
    [personIds, dates.slice(1)],
  );
  const begins = new Set(rows.map((row) => row.valid_from));
  const periods: string[][] = [];
  for (const date of dates) {
    const current = periods.at(-1);
    if (!current || begins.has(date)) periods.push([date]);
    else current.push(date);
  }
  return periods;
}

type PlannedRecipe = Pick<NamedMeal, "recipe_id" | "name" | "per_serving" | "minutes" | "image_url">;

async function nameMeals(tx: Tx, meals: readonly PlannedMeal[]): Promise<NamedMeal[]> {
  const { rows } = await tx.query<PlannedRecipe>(
    `select r.recipe_id, r.name, n.per_serving, r.image_url,
       case when coalesce(r.prep_minutes, r.cook_minutes) is not null
         then coalesce(r.prep_minutes, 0) + coalesce(r.cook_minutes, 0) end as minutes
     from meal_planner.recipes r
     left join meal_planner.recipe_nutrition n using (recipe_id) where r.recipe_id = any ($1::uuid[])`,
    [meals.map((meal) => meal.recipe_id)],
  );
  const recipes = new Map(rows.map((row) => [row.recipe_id, row]));
  const unnamed = { name: "", per_serving: null, minutes: null, image_url: null };
  return meals.map((meal) => ({ ...meal, ...(recipes.get(meal.recipe_id) ?? unnamed) }));
}
