import type { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { resolveHousehold } from "../../households/household.ts";
import { type Person, setPerson, type setPersonInput } from "../../households/person.ts";

export async function setPersonOf(tx: Tx, input: z.output<typeof setPersonInput>): Promise<Person> {
  return setPerson(tx, await resolveHousehold(tx, input.household_id), input);
}
