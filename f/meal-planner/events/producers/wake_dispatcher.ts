import type { Database } from "../../database/connection.ts";

const DISPATCH = "f/meal-planner/events/bus/dispatch/script";

/** The environment variable by which a runner says `no`: it sees to deliveries by itself. */
export const WAKE = "MEAL_PLANNER_WAKE";

// Long enough for a job to wait for a free worker. What comes meanwhile is delivered by that job too; should it never
// begin, the next emit after this time starts another.
const STARTS_WITHIN_SECONDS = 30;

/**
 * Starts a job that delivers what is due, unless a dispatcher is awake or has just been started: by one row, so that of
 * many emitters at once one starts it. Only within a Windmill job, and only for the workspace's own database, which is
 * the one that the started job takes. Where Windmill refuses, the emit stands, and the schedule delivers.
 */
export async function wakeDispatcher(database: Database): Promise<void> {
  if (!process.env.WM_TOKEN || process.env[WAKE] === "no" || !database.isWorkspaces) return;
  try {
    const { rowCount } = await database.query(
      `update meal_planner.dispatcher
       set token = null, awake_until = clock_timestamp() + $1::integer * interval '1 second'
       where awake_until <= clock_timestamp()`,
      [STARTS_WITHIN_SECONDS],
    );
    if (rowCount > 0) await startDispatcher(database);
  } catch (error) {
    console.warn(`No dispatcher was started: ${error instanceof Error ? error.message : error}`);
  }
}

async function startDispatcher(database: Database): Promise<void> {
  try {
    const { JobService, setClient } = await import("windmill-client");
    setClient();
    // By the plain call: as a child of this job it would end with it, and show in its flow.
    await JobService.runScriptByPath({
      workspace: process.env.WM_WORKSPACE ?? "",
      path: DISPATCH,
      requestBody: {},
    });
  } catch (error) {
    // Nobody is on the way, so that the next emit may try.
    await database.query(
      "update meal_planner.dispatcher set awake_until = '-infinity' where token is null",
      [],
    );
    throw error;
  }
}
