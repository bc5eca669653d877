import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { putCloudEvents, putCloudEventsInput } from "../put_cloud_events.ts";

/** CloudEvents 1.0 (structured JSON) in, PutEvents' answer out, event by event. */
export async function main(events: object[], db?: Postgresql) {
  const input = parseInput(putCloudEventsInput, { events });
  return withDatabase(db, (database) => putCloudEvents(database, input.events));
}
