import type { Postgresql } from "../../../database/connection.ts";
import { reevaluatePlansConsumer } from "../reevaluate_plans.ts";
import { runConsumer } from "../run_consumer.ts";

/**
 * Judge the plans of a changed recipe, goal or person anew and propose a repair; it runs by itself on their events.
 *
 * @param event The event's envelope, or {id} of one in the archive.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(event: object, db?: Postgresql) {
  return runConsumer(db, reevaluatePlansConsumer, event);
}
