import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { latestEventsInput, queryEvents } from "../event_query.ts";

/** Events of the archive, the last ones first, in pages. */
export async function main(
  detail_type?: string,
  source?: string,
  limit?: number,
  cursor?: string,
  db?: Postgresql,
) {
  const query = parseInput(latestEventsInput, { detail_type, source, limit, cursor });
  return withDatabase(db, (database) => queryEvents(database, { ...query, newest_first: true }));
}
