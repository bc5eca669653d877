import type { Tx } from "../../database/connection.ts";
import { Inconsistent, NotFound } from "../../database/errors.ts";
import type { Household } from "../../households/household.ts";
import { daysApart } from "./calendar.ts";
import type { Generation, Plan, PlannedMeal } from "./plan.ts";
import type { PlanLife, PlanState } from "./plan_life.ts";

const COLUMNS = "plan_id, household_id, version, state, state_note, start_date, days, slots, generation";

type PlanRow = {
  plan_id: string;
  household_id: string;
  version: number;
  state: PlanState;
  state_note: string | null;
  start_date: string;
  days: number;
  slots: string[];
  generation: Generation | null;
};

/** A meal as stored or about to be; whether it was cooked is told elsewhere. */
export type StoredMeal = Omit<PlannedMeal, "cooked">;

export async function insertPlan(tx: Tx, plan: Plan, meals: readonly StoredMeal[]): Promise<void> {
  await tx.query(
    `insert into meal_planner.meal_plans (${COLUMNS})
     values ($1::uuid, $2::uuid, $3::integer, $4::text, $5::text, $6::date, $7::integer, $8::text[], $9::jsonb)`,
    [
      plan.plan_id,
      plan.household_id,
      plan.version,
      plan.state,
      noteOf(plan),
      plan.start_date,
      plan.days,
      plan.slots,
      plan.generation && JSON.stringify(plan.generation),
    ],
  );
  await writeMeals(tx, plan.plan_id, meals);
}

/** Puts meals into their places, over what is there. */
export async function writeMeals(tx: Tx, planId: string, meals: readonly StoredMeal[]): Promise<void> {
  await tx.query(
    `insert into meal_planner.plan_meals
       (plan_id, date, position, slot, recipe_id, portions, locked, mark, leftover_days, leftover_position, eaten_out)
     select $1::uuid, date, position, slot, recipe_id, portions::jsonb, locked, mark, leftover_days, leftover_position,
       eaten_out
     from unnest($2::date[], $3::integer[], $4::text[], $5::uuid[], $6::text[], $7::boolean[], $8::text[],
         $9::integer[], $10::integer[], $11::boolean[])
       as meal (date, position, slot, recipe_id, portions, locked, mark, leftover_days, leftover_position, eaten_out)
     on conflict (plan_id, date, position) do update set slot = excluded.slot, recipe_id = excluded.recipe_id,
       portions = excluded.portions, locked = excluded.locked, mark = excluded.mark,
       leftover_days = excluded.leftover_days, leftover_position = excluded.leftover_position,
       eaten_out = excluded.eaten_out`,
    [
      planId,
      meals.map((meal) => meal.date),
      meals.map((meal) => meal.position),
      meals.map((meal) => meal.slot),
      meals.map((meal) => meal.recipe_id),
      meals.map((meal) => JSON.stringify(meal.portions)),
      meals.map((meal) => meal.locked),
      meals.map((meal) => meal.mark),
      meals.map((meal) => sourceOf(meal)?.days ?? null),
      meals.map((meal) => sourceOf(meal)?.position ?? null),
      meals.map((meal) => meal.mark === "skipped" && (meal.eaten_out ?? false)),
    ],
  );
}

/** A meal that was moved before its own cooking isn't leftovers any more. */
function sourceOf({ date, leftover_of }: StoredMeal): { days: number; position: number } | null {
  if (!leftover_of || leftover_of.date >= date) return null;
  return { days: daysApart(date, leftover_of.date), position: leftover_of.position };
}

export async function deleteMeals(
  tx: Tx,
  planId: string,
  places: readonly { date: string; position: number }[],
): Promise<void> {
  await tx.query(
    `delete from meal_planner.plan_meals meal using unnest($2::date[], $3::integer[]) as gone (date, position)
     where meal.plan_id = $1::uuid and meal.date = gone.date and meal.position = gone.position`,
    [planId, places.map((place) => place.date), places.map((place) => place.position)],
  );
}

/** @throws NotFound where the household has no such plan. With `lock`, nobody else changes it until the end. */
export async function findPlan(
  tx: Tx,
  household: Household,
  planId: string,
  options: { lock?: boolean } = {},
): Promise<Plan> {
  const { rows } = await tx.query<PlanRow>(
    `select ${COLUMNS} from meal_planner.meal_plans
     where plan_id = $1::uuid and household_id = $2::uuid ${options.lock ? "for no key update" : ""}`,
    [planId, household.household_id],
  );
  if (rows[0]) return toPlan(rows[0]);
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
  const { rows } = await tx.query<PlanRow>(
    `select ${COLUMNS} from meal_planner.meal_plans
     where household_id = $1::uuid and state <> 'cancelled' and ($2::date is null or start_date = $2::date)
     order by start_date desc, (state = 'active') desc, created_at desc limit 1`,
    [household.household_id, startDate],
  );
  return rows[0] && toPlan(rows[0]);
}

export async function planMeals(tx: Tx, planId: string): Promise<PlannedMeal[]> {
  const { rows } = await tx.query<PlannedMeal & { cooked_date: string | null; cooked_position: number }>(
    `select meal.date, meal.position, meal.slot, meal.recipe_id, meal.portions, meal.locked, meal.mark,
       meal.eaten_out, cooked.plan_id is not null as cooked, leftover.cooked_date, leftover.cooked_position
     from meal_planner.plan_meals meal
     left join meal_planner.planned_leftovers leftover using (plan_id, date, position)
     left join meal_planner.cooked_meals cooked on cooked.plan_id = meal.plan_id
       and cooked.date = coalesce(leftover.cooked_date, meal.date)
       and cooked.position = coalesce(leftover.cooked_position, meal.position)
     where meal.plan_id = $1::uuid order by meal.date, meal.position`,
    [planId],
  );
  return rows.map(({ cooked_date: date, cooked_position: position, eaten_out, ...meal }) => ({
    ...meal,
    ...(eaten_out ? { eaten_out } : {}),
    ...(date === null ? {} : { leftover_of: { date, position } }),
  }));
}

/** Counts a change of a plan that the caller has locked, in the state that it is in from now on. */
export async function advancePlan(tx: Tx, planId: string, life: PlanLife): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    `update meal_planner.meal_plans
     set state = $2::text, state_note = $3::text, version = version + 1, updated_at = now()
     where plan_id = $1::uuid returning version`,
    [planId, life.state, noteOf(life)],
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
       and meal.date > $2::date - 28 and meal.mark is distinct from 'skipped'
     group by meal.recipe_id`,
    [household.household_id, start],
  );
  return new Map(rows.map((row) => [row.recipe_id, row.days]));
}

function toPlan({ state, state_note, ...plan }: PlanRow): Plan {
  return { ...plan, ...lifeOf(plan.plan_id, state, state_note) };
}

function lifeOf(planId: string, state: PlanState, note: string | null): PlanLife {
  switch (state) {
    case "draft":
    case "generated":
    case "active":
    case "done":
      return { state };
    case "approved":
      return { state, note };
    case "cancelled":
      return { state, reason: note ?? "cancelled" };
    default:
      throw new Inconsistent(`Plan ${planId} is in the unknown state ${state}.`);
  }
}

function noteOf(life: PlanLife): string | null {
  if (life.state === "approved") return life.note;
  return life.state === "cancelled" ? life.reason : null;
}
