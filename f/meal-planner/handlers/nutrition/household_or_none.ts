import type { Tx } from "../../database/connection.ts";
import { resolveHousehold } from "../../households/household.ts";

/**
 * The household that a question about foods is asked for: the given one, else the default one, else none, for foods
 * can be asked about before any household is set up.
 *
 * @throws NotFound where the given one doesn't exist.
 */
export async function householdOrNone(tx: Tx, householdId?: string): Promise<string | null> {
  if (householdId) return (await resolveHousehold(tx, householdId)).household_id;
  const { rows } = await tx.query<{ household_id: string }>(
    "select household_id from meal_planner.households where is_default",
  );
  return rows[0]?.household_id ?? null;
}
