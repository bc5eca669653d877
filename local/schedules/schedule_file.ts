import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";
import { REPOSITORY } from "../repository.ts";
import { CronTime } from "./cron_time.ts";

const SUFFIX = ".schedule.yaml";

// Loose: what Windmill's handlers and tags say means nothing here; `npm run check:workspace` is strict.
const Content = z.looseObject({
  summary: z.string(),
  schedule: z.string(),
  timezone: z.string(),
  cron_version: z.literal("v2", "must be v2: the other kind counts weekdays differently"),
  enabled: z.boolean(),
  script_path: z.string(),
  is_flow: z.boolean(),
  args: z.record(z.string(), z.unknown()).default({}),
});

/** A schedule as it lies in the workspace; `path` is what Windmill calls it. */
export type ScheduleFile = z.output<typeof Content> & { path: string };

/** Every schedule of the workspace, by path. @throws InvalidInput for one that can't be read, or that never comes. */
export function loadSchedules(root: string = REPOSITORY): ScheduleFile[] {
  return readdirSync(join(root, "f"), { recursive: true, encoding: "utf8" })
    .map((name) => `f/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(SUFFIX))
    .sort()
    .map((file) => readSchedule(file, root));
}

function readSchedule(file: string, root: string): ScheduleFile {
  const parsed = Content.safeParse(parse(readFileSync(join(root, file), "utf8")));
  if (!parsed.success) {
    throw new InvalidInput(
      parsed.error.issues.map(({ path, message }) => ({ path: `${file}: ${path.join(".")}`, message })),
    );
  }
  new CronTime(parsed.data.schedule, parsed.data.timezone);
  return { ...parsed.data, path: file.slice(0, -SUFFIX.length) };
}
