import type { Database } from "../../f/meal-planner/database/connection.ts";
import { runDispatcher } from "../../f/meal-planner/events/bus/run_dispatcher.ts";
import { runSchedules } from "../schedules/run_schedules.ts";
import { serveWeb } from "../web/web_server.ts";
import type { StartOptions } from "./options.ts";
import type { Week } from "./plan_step.ts";

/** Serves the page, keeps handling events and runs the schedules, until the signal. */
export async function serve(
  database: Database,
  week: Week,
  { port, share }: StartOptions,
  signal: AbortSignal,
): Promise<void> {
  const page = await serveWeb({ database, householdId: week.household.household_id, port, share });
  if (page.shareAddress) process.stdout.write(`\nShared lists open at ${page.shareAddress}/s/…`);
  process.stdout.write(`\nServing ${page.address} and handling events. Ctrl-C ends it.\n`);
  const print = (line: string) => process.stdout.write(`${line}\n`);
  try {
    await Promise.all([
      runDispatcher(database, { signal }),
      runSchedules(database, { signal, householdId: week.household.household_id, print }),
    ]);
  } finally {
    await page.close();
  }
}
