import type { Tx } from "../database/connection.ts";
import { type Household, householdToday } from "./household.ts";
import type { Person } from "./person.ts";

/** Where a person's days begin and end: their own time zone, or the household's. */
export function timeZoneOf(household: Household, person: Pick<Person, "time_zone">): string {
  return person.time_zone ?? household.time_zone;
}

/** Today where a person is, as `YYYY-MM-DD`, by the database's clock; without a person, the household's today. */
export async function personToday(
  tx: Tx,
  household: Household,
  person?: Pick<Person, "time_zone">,
): Promise<string> {
  return householdToday(tx, person ? { ...household, time_zone: timeZoneOf(household, person) } : household);
}
