import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import { plainText } from "../../database/plain_text.ts";
import { emit } from "../../events/producers/emit.ts";
import { householdToday, resolveHousehold } from "../../households/household.ts";
import { comingMonday } from "./calendar.ts";
import { type Plan, USUAL_SLOTS } from "./plan.ts";
import { requireNotPast } from "./plan_place.ts";
import { insertPlan, type StoredMeal } from "./plan_store.ts";

export const createPlanInput = z.strictObject({
  start_date: z.iso.date({ message: "A date such as 2026-03-02." }).optional(),
  days: z.int().min(1).max(28).default(7),
  slots: z
    .array(plainText(40))
    .min(1)
    .max(8)
    .default([...USUAL_SLOTS]),
  household_id: z.uuid().optional(),
});

export type Draft = Plan & { state: "draft"; meals: StoredMeal[] };

/**
 * Makes an empty plan, to be filled by hand or by planning its empty places. MealPlanCreated commits with it.
 *
 * @throws InvalidInput where its first day has passed.
 */
export async function createPlan(tx: Tx, input: z.output<typeof createPlanInput>): Promise<Draft> {
  const household = await resolveHousehold(tx, input.household_id);
  const today = await householdToday(tx, household);
  const start_date = input.start_date ?? comingMonday(today);
  requireNotPast(start_date, today, "start_date");
  const { days, slots } = input;
  return storeDraft(tx, household.household_id, { start_date, days, slots }, []);
}

/** Stores a plan made by hand, with MealPlanCreated. */
export async function storeDraft(
  tx: Tx,
  household_id: string,
  week: { start_date: string; days: number; slots: string[] },
  meals: StoredMeal[],
): Promise<Draft> {
  const plan = { plan_id: newId(), household_id, version: 1, ...week, generation: null };
  const draft = { ...plan, state: "draft" } as const;
  await insertPlan(tx, draft, meals);
  const { plan_id, version, start_date, days } = draft;
  await emit(tx, [{ type: "MealPlanCreated", detail: { household_id, plan_id, version, start_date, days } }]);
  return { ...draft, meals };
}
