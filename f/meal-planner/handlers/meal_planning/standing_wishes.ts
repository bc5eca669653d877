import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { type Household, leftoverMeals, resolveHousehold } from "../../households/household.ts";
import { WEEKDAYS, type Weekday } from "./calendar.ts";
import { type TimeLimit, timeLimitsInput } from "./time_limits.ts";

export const getPlanningWishesInput = z.strictObject({ household_id: z.uuid().optional() });

export const setPlanningWishesInput = z.strictObject({
  max_minutes: timeLimitsInput,
  cook_ahead_on: z.array(z.enum(WEEKDAYS)).max(WEEKDAYS.length).optional(),
  pantry_first: z.boolean().optional(),
  leftover_meals: z.int().min(0).max(28).optional().describe("Meals of a week that may be leftovers."),
  any_day_for_leftovers: z.boolean().default(false),
  household_id: z.uuid().optional(),
});

/** What a household wants of every week, where a planning doesn't say otherwise. */
export type StandingWishes = {
  max_minutes: TimeLimit[];
  /** Null where they cook for later on any day. */
  cook_ahead_on: Weekday[] | null;
  pantry_first: boolean;
};
export type PlanningWishes = StandingWishes & { leftover_meals: number };

/** Null where the household has never said. */
export async function standingWishes(tx: Tx, household: Household): Promise<StandingWishes | null> {
  const { rows } = await tx.query<StandingWishes>(
    `select max_minutes, cook_ahead_on, pantry_first from meal_planner.planning_wishes
     where household_id = $1::uuid`,
    [household.household_id],
  );
  return rows[0] ?? null;
}

export async function getPlanningWishes(
  tx: Tx,
  input: z.output<typeof getPlanningWishesInput>,
): Promise<PlanningWishes> {
  const household = await resolveHousehold(tx, input.household_id);
  const nothing: StandingWishes = { max_minutes: [], cook_ahead_on: null, pantry_first: false };
  const wishes = (await standingWishes(tx, household)) ?? nothing;
  return { ...wishes, leftover_meals: await leftoverMeals(tx, household) };
}

/** Keeps what is wanted of every week from now on; what is left out stays. Plans that are made already stay, too. */
export async function setPlanningWishes(
  tx: Tx,
  input: z.output<typeof setPlanningWishesInput>,
): Promise<PlanningWishes> {
  const household = await resolveHousehold(tx, input.household_id);
  await tx.query(
    `insert into meal_planner.planning_wishes as kept (household_id, max_minutes, cook_ahead_on, pantry_first)
     values ($1::uuid, coalesce($2::jsonb, '[]'), $3::text[], coalesce($4::boolean, false))
     on conflict (household_id) do update set max_minutes = coalesce($2::jsonb, kept.max_minutes),
       cook_ahead_on = case when $5::boolean then null else coalesce($3::text[], kept.cook_ahead_on) end,
       pantry_first = coalesce($4::boolean, kept.pantry_first), updated_at = now()`,
    [
      household.household_id,
      input.max_minutes ? JSON.stringify(input.max_minutes) : null,
      input.cook_ahead_on ?? null,
      input.pantry_first ?? null,
      input.any_day_for_leftovers,
    ],
  );
  await tx.query(
    `update meal_planner.households set leftover_meals = coalesce($2::integer, leftover_meals)
     where household_id = $1::uuid`,
    [household.household_id, input.leftover_meals ?? null],
  );
  return getPlanningWishes(tx, { household_id: household.household_id });
}
