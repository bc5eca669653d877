import { z } from "zod";
import type { WindmillApi } from "./windmill_api.ts";

/** What people set on a schedule in Windmill: whether it runs, and when. */
const Settings = z.looseObject({
  path: z.string(),
  enabled: z.boolean(),
  schedule: z.string(),
  timezone: z.string(),
});
export type ScheduleSettings = z.infer<typeof Settings>;

const OURS = "f/meal-planner/";

/** The workspace's schedules of ours, as they are set now. */
export async function readSchedules(api: WindmillApi): Promise<ScheduleSettings[]> {
  const text = await api.inWorkspace("GET", `/schedules/list?per_page=1000&path_start=${OURS}`);
  return z
    .array(Settings)
    .parse(JSON.parse(text))
    .filter(({ path }) => path.startsWith(OURS));
}

/**
 * Gives schedules back what was set on them before a push: the files come switched off and in UTC, and a push makes the
 * workspace's so. One that was deleted stays so. Returns what was set back.
 */
export async function restoreSchedules(
  api: WindmillApi,
  before: readonly ScheduleSettings[],
): Promise<string[]> {
  const now = new Map((await readSchedules(api)).map((one) => [one.path, one]));
  const restored: string[] = [];
  for (const { path, enabled, schedule, timezone } of before) {
    const pushed = now.get(path);
    if (!pushed) continue;
    if (pushed.schedule !== schedule || pushed.timezone !== timezone) {
      const whole = JSON.parse(await api.inWorkspace("GET", `/schedules/get/${path}`));
      await api.inWorkspace("POST", `/schedules/update/${path}`, { ...whole, schedule, timezone });
      restored.push(`${path}: ${schedule} (${timezone})`);
    }
    if (pushed.enabled === enabled) continue;
    await api.inWorkspace("POST", `/schedules/setenabled/${path}`, { enabled });
    restored.push(`${path}: switched ${enabled ? "on" : "off"}`);
  }
  return restored;
}
