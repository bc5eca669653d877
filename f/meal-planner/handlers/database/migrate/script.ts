import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { setUp } from "../set_up.ts";

/**
 * Bring the database up to date: tables, then the starter foods. Safe to run again, and twice at once.
 *
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(db?: Postgresql) {
  return withDatabase(db, setUp);
}
