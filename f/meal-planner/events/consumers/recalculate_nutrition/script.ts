import type { Postgresql } from "../../../database/connection.ts";
import { runConsumer } from "../run_consumer.ts";
import { recalculateNutritionConsumer } from "./recalculate_nutrition_consumer.ts";

/**
 * Have the recipes follow what is known of foods, as the bus does when a food is confirmed or a data set comes in.
 *
 * @param event The event's envelope, or {id} of an event in the archive.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(event: object, db?: Postgresql) {
  return runConsumer(db, recalculateNutritionConsumer, event);
}
