import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { exportRules, exportRulesInput } from "../eventbridge_export.ts";

/** The rules as requests of AWS EventBridge's PutRule and PutTargets. */
export async function main(account?: string, region?: string, event_bus_name?: string, db?: Postgresql) {
  const place = parseInput(exportRulesInput, { account, region, event_bus_name });
  return withDatabase(db, (database) => exportRules(database, place));
}
