import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { resolveHousehold } from "../../households/household.ts";
import type { PlanState } from "./plan_life.ts";

export const listPlansInput = z.strictObject({
  limit: z.int().min(1).max(200).default(20),
  household_id: z.uuid().optional(),
});

export type PlanSummary = {
  plan_id: string;
  version: number;
  state: PlanState;
  start_date: string;
  days: number;
  gap: number | null;
};

/** The household's plans, the latest week first. */
export async function listPlans(
  tx: Tx,
  input: z.output<typeof listPlansInput>,
): Promise<{ plans: PlanSummary[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  const { rows } = await tx.query<PlanSummary>(
    `select plan_id, version, state, start_date, days, (generation ->> 'gap')::double precision as gap
     from meal_planner.meal_plans where household_id = $1::uuid
     order by start_date desc, created_at desc limit $2::integer`,
    [household.household_id, input.limit],
  );
  return { plans: rows };
}
