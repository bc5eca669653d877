import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { sendAlerts, sendAlertsSchema } from "../send_alerts.ts";

/** Tells what is wrong, grouped (dead letters, stuck sagas, open circuits), and what has recovered. Run it every minute. */
export async function main(quiet_seconds?: number, db?: Postgresql) {
  const input = parseInput(sendAlertsSchema, { quiet_seconds });
  return withDatabase(db, (database) => sendAlerts(database, input));
}
