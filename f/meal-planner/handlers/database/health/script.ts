import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { health } from "../health.ts";

/**
 * Whether the database answers and has the tables that this code needs.
 *
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(db?: Postgresql) {
  return withDatabase(db, health);
}
