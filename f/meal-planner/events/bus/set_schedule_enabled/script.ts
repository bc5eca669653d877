import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setScheduleEnabled, setScheduleEnabledInput } from "../schedule_health.ts";

/** Switches a schedule of the runner on one machine (npm start) on or off; Windmill's are switched in Windmill. */
export async function main(path: string, enabled?: boolean, db?: Postgresql) {
  const input = parseInput(setScheduleEnabledInput, { path, enabled });
  return withDatabase(db, (database) => setScheduleEnabled(database, input));
}
