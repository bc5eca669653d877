import type { Postgresql } from "../../../database/connection.ts";
import { runConsumer } from "../run_consumer.ts";
import { updateShoppingList } from "../update_shopping_list.ts";

/**
 * Bring the open lists of a changed plan or recipe up to date; it runs by itself on their events.
 *
 * @param event The event's envelope, or {id} of one in the archive.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(event: object, db?: Postgresql) {
  return runConsumer(db, updateShoppingList, event);
}
