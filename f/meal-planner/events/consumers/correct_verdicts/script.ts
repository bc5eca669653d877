import type { Postgresql } from "../../../database/connection.ts";
import { correctVerdictsConsumer } from "../correct_verdicts.ts";
import { runConsumer } from "../run_consumer.ts";

/**
 * Judge days anew whose goals or figures have changed since they were judged; it runs by itself on their events.
 *
 * @param event The event's envelope, or {id} of one in the archive.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(event: object, db?: Postgresql) {
  return runConsumer(db, correctVerdictsConsumer, event);
}
