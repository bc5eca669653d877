import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { queryEvents, queryEventsInput } from "../event_query.ts";

/** Events of the archive, oldest first, in pages. */
export async function main(
  detail_type?: string,
  source?: string,
  correlation_id?: string,
  event_pattern?: object,
  from?: string,
  to?: string,
  limit?: number,
  cursor?: string,
  db?: Postgresql,
) {
  const given = { detail_type, source, correlation_id, event_pattern, from, to, limit, cursor };
  const query = parseInput(queryEventsInput, given);
  return withDatabase(db, (database) => queryEvents(database, query));
}
