import type { Database } from "../../f/meal-planner/database/connection.ts";
import { closeFlows, FLOWS } from "../flows/flow_runner.ts";
import { type JobContextOptions, openJobContext } from "../jobs/job_context.ts";
import { CronTime } from "./cron_time.ts";
import type { ScheduleFile } from "./schedule_file.ts";
import { ScheduleRunner } from "./schedule_runner.ts";
import { isOften, nameOf, ScheduleWords } from "./schedule_words.ts";
import { viewSchedules } from "./view_schedules.ts";

export type RunSchedulesOptions = {
  signal: AbortSignal;
  householdId?: string;
  print(line: string): void;
  /** Of tests. */
  context?: Pick<JobContextOptions, "root" | "values">;
};

/** Runs the schedules until the signal, telling in lines what they do. */
export async function runSchedules(database: Database, options: RunSchedulesOptions): Promise<void> {
  const { signal, householdId, print } = options;
  // What the jobs themselves print is theirs; how they ended is told.
  const context = openJobContext({
    database: async () => database.resource,
    log: () => undefined,
    onOutput: () => undefined,
    ...FLOWS,
    ...options.context,
  });
  const words = new ScheduleWords(print, comesOften);
  try {
    const runner = new ScheduleRunner(database, context, {
      signal,
      householdId,
      onEvent: (event) => words.tell(event),
    });
    await runner.takeOver();
    print(summary(await viewSchedules(database, context.values, context.root)));
    await runner.run();
  } finally {
    await context.close();
    await closeFlows(context);
  }
}

function comesOften(file: ScheduleFile): boolean {
  const cron = new CronTime(file.schedule, file.timezone);
  const first = cron.after(new Date());
  return isOften(first, cron.after(first));
}

function summary(schedules: Awaited<ReturnType<typeof viewSchedules>>): string {
  const names = (on: boolean) =>
    schedules
      .filter((one) => one.on === on)
      .map((one) => nameOf({ path: one.schedule }))
      .join(", ") || "none";
  return `Schedules on: ${names(true)}.\nOff: ${names(false)}. Look and switch with npm run schedules.`;
}
