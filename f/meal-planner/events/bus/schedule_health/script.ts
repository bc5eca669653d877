import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { scheduleHealth } from "../schedule_health.ts";

/** Whether each schedule's work is done, by what it leaves behind: late, well, or nothing to do. */
export async function main(db?: Postgresql) {
  return withDatabase(db, (database) => scheduleHealth(database));
}
