import type { Database } from "../../f/meal-planner/database/connection.ts";
import { runDispatcher } from "../../f/meal-planner/events/bus/run_dispatcher.ts";
import type { Household } from "../../f/meal-planner/households/household.ts";
import { serveStatus } from "./status_page.ts";
import { readWeek } from "./week_report.ts";

/** Shows the week on a page and keeps handling events, until the signal. */
export async function serve(
  database: Database,
  household: Household,
  port: number | undefined,
  signal: AbortSignal,
): Promise<void> {
  const page = await serveStatus(async () => {
    const { title, week, shopping } = await readWeek(database, household);
    const backlog = await countBacklog(database);
    return {
      title: household.name,
      sections: [
        { heading: title, text: week },
        { heading: "Shopping list", text: shopping },
        { heading: "Events", text: `${backlog.events} kept, ${backlog.deliveries} still to be handled` },
      ],
    };
  }, port);
  process.stdout.write(`\nServing ${page.address} and handling events. Ctrl-C ends it.\n`);
  try {
    await runDispatcher(database, { signal });
  } finally {
    await page.close();
  }
}

async function countBacklog(database: Database): Promise<{ events: number; deliveries: number }> {
  const { rows } = await database.query<{ events: number; deliveries: number }>(
    `select (select count(*) from meal_planner.events) as events,
       (select count(*) from meal_planner.deliveries) as deliveries`,
  );
  return rows[0]!;
}
