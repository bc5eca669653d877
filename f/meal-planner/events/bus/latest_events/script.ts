import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { queryEvents, queryEventsInput } from "../event_query.ts";

/** Events of the archive, the last ones first, in pages. */
export async function main(
  detail_type?: string,
  source?: string,
  limit?: number,
  cursor?: string,
  db?: Postgresql,
) {
  const given = { detail_type, source, limit, cursor, newest_first: true };
  const query = parseInput(queryEventsInput, given);
  return withDatabase(db, (database) => queryEvents(database, query));
}
