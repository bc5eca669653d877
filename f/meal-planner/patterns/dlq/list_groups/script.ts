import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { deadLetterGroups, listGroupsInput } from "../dead_letter_groups.ts";

/** What waits in the dead-letter queue, grouped by where it was going and why it died, with what to do about it. */
export async function main(limit?: number, db?: Postgresql) {
  const input = parseInput(listGroupsInput, { limit });
  return withDatabase(db, (database) => deadLetterGroups(database, input));
}
