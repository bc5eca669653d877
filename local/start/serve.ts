import type { Database } from "../../f/meal-planner/database/connection.ts";
import { runDispatcher } from "../../f/meal-planner/events/bus/run_dispatcher.ts";
import type { Week } from "./plan_step.ts";
import { serveStatus } from "./status_page.ts";
import { readWeek } from "./week_report.ts";

/** Shows the week on a page and keeps handling events, until the signal. */
export async function serve(
  database: Database,
  week: Week,
  port: number | undefined,
  signal: AbortSignal,
): Promise<void> {
  const page = await serveStatus(async () => {
    const { title, table, shopping } = await readWeek(database, week);
    const backlog = await countBacklog(database);
    return {
      title: week.household.name,
      sections: [
        { heading: title, text: table },
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
