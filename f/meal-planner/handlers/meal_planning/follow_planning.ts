import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { resolveHousehold } from "../../households/household.ts";
import { type RunningPlanning, runningPlannings, type StopWish, wishStop } from "./planning_store.ts";

export const planningProgressInput = z.strictObject({
  start_date: z.iso.date({ message: "A date such as 2026-03-02." }).optional(),
  household_id: z.uuid().optional(),
});

export const stopPlanningInput = z.strictObject({
  run_id: z.uuid().describe("As planning_progress tells it."),
  keep: z
    .boolean()
    .default(false)
    .describe("Whether the best plan so far is taken, rather than nothing changed."),
  household_id: z.uuid().optional(),
});

/** How far the plannings of a household are that run right now: each week has one at most. */
export async function planningProgress(
  tx: Tx,
  input: z.output<typeof planningProgressInput>,
): Promise<{ running: RunningPlanning[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  return { running: await runningPlannings(tx, household.household_id, input.start_date ?? null) };
}

/**
 * Asks a running planning to end within a second or so: with the best plan so far, or without changing anything. One that has
 * ended by itself stays as it is: then `stopping` is null.
 */
export async function stopPlanning(
  tx: Tx,
  { run_id, keep, household_id }: z.output<typeof stopPlanningInput>,
): Promise<{ stopping: StopWish | null }> {
  const household = await resolveHousehold(tx, household_id);
  return { stopping: await wishStop(tx, household.household_id, run_id, keep ? "take" : "cancel") };
}
