import type { Postgresql } from "../../../database/connection.ts";
import { runConsumer } from "../run_consumer.ts";
import { calculateNutritionConsumer } from "./calculate_nutrition_consumer.ts";

/**
 * Work out a recipe's nutrition, as the bus does when it is created, imported or updated.
 *
 * @param event The event's envelope, or {id} of an event in the archive.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(event: object, db?: Postgresql) {
  return runConsumer(db, calculateNutritionConsumer, event);
}
