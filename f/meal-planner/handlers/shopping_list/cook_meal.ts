import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict, NotFound } from "../../database/errors.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { amountText } from "./amount_text.ts";
import { leftoverKey, withoutLeftovers } from "./at_home.ts";
import { composeList } from "./compose_list.ts";
import { lockHousehold } from "./list_store.ts";
import type { Meal } from "./need.ts";
import type { PantryLot } from "./pantry_lot.ts";
import { changeLots, type LotChange, lockLots, takeFromLots, upsertPantryFoods } from "./pantry_store.ts";
import { type PlannedMeal, plannedMeals } from "./planned_meals.ts";
import { needsOf, readIngredients } from "./read_needs.ts";
import type { ShoppingLine } from "./shopping_line.ts";

export const cookMealInput = z.strictObject({
  plan_id: z.uuid(),
  date: z.iso.date(),
  position: z.int().min(0).describe("The meal's place in its day, from 0."),
  extra_portions: z
    .number()
    .min(0, { message: "Must not be negative." })
    .max(100)
    .default(0)
    .describe("Portions cooked on top, which are kept as leftovers."),
  household_id: z.uuid().optional(),
});

export type CookedMeal = {
  recipe: string;
  already: boolean;
  /** What the pantry gave, and what it could not give. */
  taken: { name: string; amount: string }[];
  short: { name: string; amount: string }[];
};

/**
 * Cooks a planned meal: leftovers of its recipe are eaten first, the rest is taken from the pantry, what spoils first
 * going first, and never more than there is. Cooking it again takes nothing.
 *
 * @throws NotFound where the plan has no such meal; Conflict where it is leftovers of another.
 */
export async function cookMeal(tx: Tx, input: z.output<typeof cookMealInput>): Promise<CookedMeal> {
  const household = await resolveHousehold(tx, input.household_id);
  await lockHousehold(tx, household);
  const day = { plan_id: input.plan_id, from_date: input.date, to_date: input.date };
  const planned = (await plannedMeals(tx, household, day)).find(
    ({ meal }) => meal.position === input.position,
  );
  if (!planned) {
    await refuseLeftovers(tx, household, input);
    throw new NotFound("meal", `${input.date} #${input.position} of plan ${input.plan_id}`, "See get_plan.");
  }
  const { meal } = planned;
  const none = { recipe: meal.recipe, taken: [], short: [] };
  const { rowCount } = await tx.query(
    `insert into meal_planner.cooked_meals (plan_id, date, position, household_id)
     values ($1::uuid, $2::date, $3::integer, $4::uuid) on conflict do nothing`,
    [meal.plan_id, meal.date, meal.position, household.household_id],
  );
  if (rowCount === 0) return { ...none, already: true };

  const leftovers = await lockLots(tx, household, [leftoverKey(meal.recipe_id)]);
  const fresh = withoutLeftovers([planned], leftovers)[0] as PlannedMeal;
  const cooked = { ...fresh, portions: fresh.portions + input.extra_portions };
  const ingredients = await readIngredients(tx, [cooked]);
  const lines = composeList(needsOf([cooked], ingredients), { lots: [], always: new Set() });
  const lots = await lockLots(
    tx,
    household,
    lines.map((line) => line.key),
  );
  const takings = lines.map((line) => takingOf(line, lots));
  const eaten = takeFromLots(leftovers, planned.portions - fresh.portions).changes;
  await changeLots(tx, household, [...takings.flatMap(({ changes }) => changes), ...eaten], {
    reason: "cooked",
    meal,
  });
  const keepsDays = ingredients.recipes.get(meal.recipe_id)?.keeps_days ?? 0;
  await keepLeftovers(tx, household, meal, { portions: input.extra_portions, keepsDays });
  const short = takings.flatMap((taking) => (taking.short > 1e-6 ? [named(taking, taking.short)] : []));
  await tx.query(
    `update meal_planner.cooked_meals set short = $4::jsonb
     where plan_id = $1::uuid and date = $2::date and position = $3::integer`,
    [meal.plan_id, meal.date, meal.position, JSON.stringify(short)],
  );
  const taken = takings.flatMap((taking) =>
    taking.wanted > taking.short ? [named(taking, taking.wanted - taking.short)] : [],
  );
  return { recipe: meal.recipe, already: false, taken, short };
}

async function refuseLeftovers(
  tx: Tx,
  household: Household,
  { plan_id, date, position }: z.output<typeof cookMealInput>,
): Promise<void> {
  const { rows } = await tx.query<{ cooked_date: string }>(
    `select cooked_date from meal_planner.planned_leftovers join meal_planner.meal_plans using (plan_id)
     where household_id = $1::uuid and plan_id = $2::uuid and date = $3::date and position = $4::integer`,
    [household.household_id, plan_id, date, position],
  );
  if (!rows[0]) return;
  throw new Conflict(
    `This meal is eaten from what is cooked on ${rows[0].cooked_date}. Cook that one; mark this one as eaten.`,
  );
}

type Taking = { line: ShoppingLine; changes: LotChange[]; wanted: number; short: number };

function takingOf(line: ShoppingLine, lots: readonly PantryLot[]): Taking {
  const wanted = (line.key.startsWith("food:") ? line.grams : line.exact_amount) ?? 0;
  const own = lots.filter((lot) => lot.key === line.key);
  return { line, wanted, ...takeFromLots(own, wanted) };
}

function named({ line }: Taking, amount: number): { name: string; amount: string } {
  const inUnit = line.grams_each === null ? amount : amount / line.grams_each;
  return { name: line.name, amount: amountText(inUnit, line.unit) };
}

async function keepLeftovers(
  tx: Tx,
  household: Household,
  meal: Meal,
  { portions, keepsDays }: { portions: number; keepsDays: number },
): Promise<void> {
  if (portions <= 0) return;
  const key = leftoverKey(meal.recipe_id);
  const { rows } = await tx.query<{ best_before: string }>("select ($1::date + $2::integer) as best_before", [
    meal.date,
    keepsDays,
  ]);
  await upsertPantryFoods(tx, household, [{ key, name: meal.recipe, food_id: null, unit: "portion" }]);
  const bestBefore = rows[0]!.best_before;
  await changeLots(tx, household, [{ key, bestBefore, delta: portions }], { reason: "cooked", meal });
}
