// npm start: the whole main job on one machine. See USAGE in start/options.ts.
import { Database } from "../f/meal-planner/database/connection.ts";
import { MealPlannerError } from "../f/meal-planner/database/errors.ts";
import { setUp } from "../f/meal-planner/handlers/database/set_up.ts";
import { untilInterrupted } from "./jobs/command_line.ts";
import { ensurePostgres } from "./postgres.ts";
import { handleEvents } from "./start/handle_events.ts";
import { prepareHousehold } from "./start/household_step.ts";
import { readOptions, type StartOptions } from "./start/options.ts";
import { planWeek } from "./start/plan_step.ts";
import { Progress } from "./start/progress.ts";
import { serve } from "./start/serve.ts";
import { weekReport } from "./start/week_report.ts";

async function start(options: StartOptions, signal: AbortSignal): Promise<void> {
  const progress = new Progress();
  const postgres = await progress.step("Postgres", ensurePostgres, ({ resource }) => {
    const kind = process.env.DATABASE_URL ? "from DATABASE_URL" : "embedded, data in .local/";
    return `${kind}, on ${resource.host}:${resource.port}`;
  });
  const database = new Database(postgres.resource);
  try {
    await progress.step(
      "Tables and starter foods",
      () => setUp(database),
      ({ migrations, foods }) =>
        migrations.applied.length > 0 ? `version ${migrations.version}, ${foods} foods` : "up to date",
    );
    const household = await prepareHousehold(database, options, progress, signal);
    const week = await planWeek(database, household, progress, signal);
    await handleEvents(database, signal);
    process.stdout.write(`\n${await weekReport(database, week)}\n`);
    if (!options.once) await serve(database, week, options, signal);
  } finally {
    await database.close();
    await postgres.release();
  }
}

try {
  await start(readOptions(process.argv.slice(2)), untilInterrupted());
} catch (error) {
  // Only what is ours is told in a line; anything else is a defect and shows where it happened.
  const told =
    error instanceof MealPlannerError ? error.message : error instanceof Error ? error.stack : error;
  process.stderr.write(`\n${told}\n`);
  process.exitCode = 1;
}
