import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setHousehold, setHouseholdInput } from "../../../households/household.ts";

/**
 * Create or rename a household. Recipes, plans and lists belong to one.
 *
 * @param name What the household is called.
 * @param time_zone IANA name, for example Europe/Berlin. A plan's days are dates there.
 * @param make_default The household that calls mean which name none. The first one is, until another is chosen.
 * @param leftover_meals How many meals of a week may be leftovers of meals cooked before; left out, as it was, at first 0.
 * @param household_id The household to change; left out, a new one is made.
 * @param currency What prices are in, by its three letters, for example EUR; left out, as it was.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  name: string,
  time_zone: string,
  make_default: boolean = false,
  household_id?: string,
  leftover_meals?: number,
  currency?: string,
  db?: Postgresql,
) {
  const input = parseInput(setHouseholdInput, {
    name,
    time_zone,
    make_default,
    leftover_meals,
    household_id,
    currency,
  });
  return inTransaction(db, (tx) => setHousehold(tx, input));
}
