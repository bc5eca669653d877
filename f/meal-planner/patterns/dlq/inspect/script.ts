import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { inspectDeadLetter, inspectSchema } from "../dead_letter_views.ts";

/** All that is known of one dead letter: payload, every try, history, and what to do next. */
export async function main(dead_letter_id: string, db?: Postgresql) {
  const input = parseInput(inspectSchema, { dead_letter_id });
  return withDatabase(db, (database) => inspectDeadLetter(database, input.dead_letter_id));
}
