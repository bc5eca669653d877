import type { Postgresql } from "../../../database/connection.ts";
import { requestPublishing } from "../request_publishing.ts";
import { runConsumer } from "../run_consumer.ts";

/**
 * Ask for the publication of a plan that was activated, changed or cancelled, where its household publishes by itself; it
 * runs by itself on the plan's and the list's events.
 *
 * @param event The event's envelope, or {id} of one in the archive.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(event: object, db?: Postgresql) {
  return runConsumer(db, requestPublishing, event);
}
