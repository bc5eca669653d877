import type { Tx } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import type { Household } from "../../households/household.ts";
import type { Plan, PlannedMeal, PlanState } from "./plan.ts";

const COLUMNS = "plan_id, household_id, version, state, start_date, days, generation";

export async function insertPlan(tx: Tx, plan: Plan, meals: readonly PlannedMeal[]): Promise<void> {
  await tx.query(
    `insert into meal_planner.meal_plans (${COLUMNS})
     values ($1::uuid, $2::uuid, $3::integer, $4::text, $5::date, $6::integer, $7::jsonb)`,
    [
      plan.plan_id,
      plan.household_id,
      plan.version,
      plan.state,
      plan.start_date,
      plan.days,
      plan.generation && JSON.stringify(plan.generation),
    ],
  );
  await tx.query(
    `insert into meal_planner.plan_meals (plan_id, date, position, slot, recipe_id, portions, locked)
     select $1::uuid, date, position, slot, recipe_id, portions::jsonb, locked
     from unnest($2::date[], $3::integer[], $4::text[], $5::uuid[], $6::text[], $7::boolean[])
       as meal (date, position, slot, recipe_id, portions, locked)`,
    [
      plan.plan_id,
      meals.map((meal) => meal.date),
      meals.map((meal) => meal.position),
      meals.map((meal) => meal.slot),
      meals.map((meal) => meal.recipe_id),
      meals.map((meal) => JSON.stringify(meal.portions)),
      meals.map((meal) => meal.locked),
    ],
  );
}

/** @throws NotFound where the household has no such plan. With `lock`, nobody else changes it until the end. */
export async function findPlan(
  tx: Tx,
  household: Household,
  planId: string,
  options: { lock?: boolean } = {},
): Promise<Plan> {
  const { rows } = await tx.query<Plan>(
    `select ${COLUMNS} from meal_planner.meal_plans
     where plan_id = $1::uuid and household_id = $2::uuid ${options.lock ? "for update" : ""}`,
    [planId, household.household_id],
  );
  if (rows[0]) return rows[0];
  throw new NotFound(
    "plan",
    planId,
    "List them with f/meal-planner/handlers/meal_planning/list_plans/script.",
  );
}

/** The household's plan for the week of a start: the active one, else the newest that isn't cancelled. */
export async function currentPlan(
  tx: Tx,
  household: Household,
  startDate: string | null,
): Promise<Plan | undefined> {
  const { rows } = await tx.query<Plan>(
    `select ${COLUMNS} from meal_planner.meal_plans
     where household_id = $1::uuid and state <> 'cancelled' and ($2::date is null or start_date = $2::date)
     order by start_date desc, (state = 'active') desc, created_at desc limit 1`,
    [household.household_id, startDate],
  );
  return rows[0];
}

export async function planMeals(tx: Tx, planId: string): Promise<PlannedMeal[]> {
  const { rows } = await tx.query<PlannedMeal>(
    `select date, position, slot, recipe_id, portions, locked from meal_planner.plan_meals
     where plan_id = $1::uuid order by date, position`,
    [planId],
  );
  return rows;
}

/** Moves a plan on; its version counts the change. */
export async function setPlanState(tx: Tx, planId: string, state: PlanState): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    `update meal_planner.meal_plans set state = $2::text, version = version + 1, updated_at = now()
     where plan_id = $1::uuid returning version`,
    [planId, state],
  );
  return rows[0]!.version;
}

/** For each recipe, how many days before `start` it was last on a plan that was followed. */
export async function daysSincePlanned(
  tx: Tx,
  household: Household,
  start: string,
): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ recipe_id: string; days: number }>(
    `select meal.recipe_id, min($2::date - meal.date) as days
     from meal_planner.plan_meals meal join meal_planner.meal_plans plan using (plan_id)
     where plan.household_id = $1::uuid and plan.state in ('active', 'done') and meal.date < $2::date
       and meal.date > $2::date - 28
     group by meal.recipe_id`,
    [household.household_id, start],
  );
  return new Map(rows.map((row) => [row.recipe_id, row.days]));
}
