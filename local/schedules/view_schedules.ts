import type { Database } from "../../f/meal-planner/database/connection.ts";
import type { WorkspaceValues } from "../jobs/workspace_values.ts";
import { isOn, readConnected, reasonFor } from "./default_choice.ts";
import { loadSchedules } from "./schedule_file.ts";
import { cronOf } from "./schedule_runner.ts";
import { type LastRun, ScheduleStore } from "./schedule_store.ts";

/** A schedule with how it stands on this machine. */
export type ScheduleView = {
  schedule: string;
  summary: string;
  on: boolean;
  why: string;
  cron: string;
  timezone: string;
  /** When it runs next, where something runs schedules then; null where it is off. */
  next_at: string | null;
  running: boolean;
  last_run: LastRun | null;
  failures: number;
};

/** Every schedule of the workspace with how it stands. */
export async function viewSchedules(
  database: Database,
  values: WorkspaceValues,
  root?: string,
): Promise<ScheduleView[]> {
  const files = loadSchedules(root);
  const store = new ScheduleStore(database);
  await store.takeOver(files);
  const { now, rows } = await store.read();
  const connected = await readConnected(database, values);
  return rows.flatMap((row) => {
    const file = files.find(({ path }) => path === row.path);
    if (!file) return [];
    const on = isOn(file, row.chosen, connected);
    return {
      ...{ schedule: row.path, summary: file.summary, on, why: reasonFor(file, row.chosen, connected) },
      ...{ cron: row.cron ?? file.schedule, timezone: row.timezone ?? file.timezone },
      next_at: on ? (row.next_at ?? cronOf(file, row).after(now).toISOString()) : null,
      ...{ running: row.run_id !== null, last_run: row.last_run, failures: row.failures },
    };
  });
}
