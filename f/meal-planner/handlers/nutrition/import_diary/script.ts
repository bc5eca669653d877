import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { importDiary, importDiaryInput } from "../import_diary.ts";

/**
 * Take over entries of another diary, each once by its id there. One that is a planned meal by its figures is linked to
 * it, and not counted twice.
 *
 * @param person The person's name or id.
 * @param origin Which diary, for example fatsecret.
 * @param entries Each with its id there, its day, its name and its nutrients as eaten (energy_kcal, protein_g, …).
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person: string,
  origin: string,
  entries: {
    origin_ref: string;
    date: string;
    name: string;
    slot?: string;
    grams?: number;
    nutrients: object;
  }[],
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(importDiaryInput, { person, origin, entries, household_id });
  return inTransaction(db, (tx) => importDiary(tx, input));
}
