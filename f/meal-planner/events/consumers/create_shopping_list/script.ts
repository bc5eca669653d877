import type { Postgresql } from "../../../database/connection.ts";
import { createShoppingList } from "../create_shopping_list.ts";
import { runConsumer } from "../run_consumer.ts";

/**
 * Make the shopping list of an activated plan; it runs by itself on MealPlanActivated.
 *
 * @param event The event's envelope, or {id} of one in the archive.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(event: object, db?: Postgresql) {
  return runConsumer(db, createShoppingList, event);
}
