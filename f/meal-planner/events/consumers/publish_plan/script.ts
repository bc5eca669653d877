import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { publishRequested, publishRequestedInput } from "../../../sagas/publish_requested.ts";
import { registeredSagas } from "../../../sagas/registered_sagas.ts";

/**
 * Publish the plan of a request; it runs by itself, as a job, on PlanPublishingRequested. A saga that waits for a system to
 * come back is carried on by tend_patterns.
 *
 * @param event The event's envelope, or {id} of one in the archive.
 * @param idempotency_key What the bus sends with it. The saga has a key of its own, by the plan's version.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(event: object, idempotency_key?: string, db?: Postgresql) {
  const request = parseInput(publishRequestedInput, { event, idempotency_key });
  return withDatabase(db, (database) => publishRequested(database, registeredSagas, request));
}
