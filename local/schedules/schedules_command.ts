// npm run schedules: what runs when, and switching it. `npm start` carries them out.
import { parseArgs } from "node:util";
import { type Database, withDatabase } from "../../f/meal-planner/database/connection.ts";
import { InvalidInput, NotFound } from "../../f/meal-planner/database/errors.ts";
import { printJson } from "../jobs/command_line.ts";
import { errorReport, failed } from "../jobs/job_outcome.ts";
import { localDatabase } from "../jobs/local_database.ts";
import { localValues, type WorkspaceValues } from "../jobs/workspace_values.ts";
import { CronTime } from "./cron_time.ts";
import { loadSchedules, type ScheduleFile } from "./schedule_file.ts";
import { ScheduleStore } from "./schedule_store.ts";
import { localTime, nameOf } from "./schedule_words.ts";
import { type ScheduleView, viewSchedules } from "./view_schedules.ts";

const USAGE = `What runs when on this machine, while npm start runs.

  npm run schedules                              each schedule, on or off, with its next run and its last one
  npm run schedules -- on NAME                   switch one on
  npm run schedules -- off NAME                  switch one off; a run under way goes on
  npm run schedules -- reset NAME                as it comes: neither switched nor set
  npm run schedules -- set NAME [--cron "0 0 8 * * 6"] [--zone Europe/Berlin]

NAME is a schedule's name or path. A cron pattern has six fields, seconds first. Out of a terminal, and after a change,
the answer is JSON.
`;

async function carryOut(
  args: string[],
  database: Database,
  values: WorkspaceValues,
): Promise<ScheduleView[]> {
  const { values: given, positionals } = commandLine(args);
  const [command, name, ...more] = positionals;
  if (more.length > 0 || (command !== undefined && name === undefined)) throw wrong(USAGE);
  if (command === undefined) return viewSchedules(database, values);
  const file = findSchedule(name ?? "");
  const store = new ScheduleStore(database);
  await store.takeOver(loadSchedules());
  switch (command) {
    case "on":
    case "off":
      await store.choose(file.path, { chosen: command === "on" });
      break;
    case "reset":
      await store.choose(file.path, { chosen: null, cron: null, timezone: null });
      break;
    case "set": {
      const { cron, zone: timezone } = given;
      if (cron === undefined && timezone === undefined) throw wrong("Give --cron, --zone or both.");
      new CronTime(cron ?? file.schedule, timezone ?? file.timezone);
      await store.choose(file.path, { ...(cron && { cron }), ...(timezone && { timezone }) });
      break;
    }
    default:
      throw wrong(USAGE);
  }
  return (await viewSchedules(database, values)).filter(({ schedule }) => schedule === file.path);
}

function commandLine(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { cron: { type: "string" }, zone: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function findSchedule(name: string): ScheduleFile {
  const files = loadSchedules();
  const found = files.find((file) => file.path === name || nameOf(file) === name);
  if (found) return found;
  throw new NotFound("schedule", name, `There are: ${files.map(nameOf).join(", ")}.`);
}

function wrong(message: string): InvalidInput {
  return new InvalidInput([{ path: "command line", message }]);
}

/** Two lines a schedule: how it stands, then what it does. */
function table(schedules: readonly ScheduleView[]): string {
  const blocks = schedules.map((one) => {
    const when =
      one.next_at === null ? `off (${one.why})` : `next ${localTime(new Date(one.next_at))} (${one.why})`;
    const last = one.last_run;
    const ended =
      last === null
        ? ""
        : last.success
          ? `; last ${localTime(new Date(last.started_at))}, well`
          : `; failed ${localTime(new Date(last.started_at))}${one.failures > 1 ? `, ${one.failures} times running` : ""}: ${last.error?.message}`;
    const now = one.running ? "running now; " : "";
    return `${one.on ? "●" : "○"} ${nameOf({ path: one.schedule }).padEnd(20)} ${now}${when}${ended}\n  ${"".padEnd(20)} ${one.summary}`;
  });
  return `${blocks.join("\n")}\n`;
}

async function main(args: string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) {
    process.stderr.write(USAGE);
    return;
  }
  const local = localDatabase();
  try {
    const schedules = await withDatabase(await local.get(), (database) =>
      carryOut(args, database, localValues({ database: local.get })),
    );
    if (process.stdout.isTTY && args.length === 0) process.stdout.write(table(schedules));
    else await printJson(args.length === 0 ? { schedules } : schedules[0]);
  } finally {
    await local.release();
  }
}

await main(process.argv.slice(2)).catch(async (thrown: unknown) => {
  const outcome = failed(thrown);
  await printJson(outcome.success ? null : { error: errorReport(outcome.error) });
  process.exitCode = 1;
});
