import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { putEvents, putEventsInput } from "../put_events.ts";

/** PutEvents: entries in, EventBridge's answer out, entry by entry. */
export async function main(
  entries: {
    Source: string;
    DetailType: string;
    Detail: object;
    Resources?: string[];
    Time?: string;
    TraceHeader?: string;
    EventBusName?: string;
  }[],
  batch?: boolean,
  db?: Postgresql,
) {
  const input = parseInput(putEventsInput, { entries, batch });
  return withDatabase(db, (database) => putEvents(database, input.entries, input));
}
