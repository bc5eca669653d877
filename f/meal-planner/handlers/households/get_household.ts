import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { listPeople, type Person } from "../../households/person.ts";

export const getHouseholdInput = z.strictObject({ household_id: z.uuid().optional() });

export async function getHousehold(
  tx: Tx,
  input: z.output<typeof getHouseholdInput>,
): Promise<Household & { people: Person[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  return { ...household, people: await listPeople(tx, household) };
}
