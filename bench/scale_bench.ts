// What one household's weekly planning costs, for docs/planning/scale.md: many households planned in a row on one
// Postgres, with its own counters beside this process's CPU.
import { readFileSync } from "node:fs";
import pg from "pg";
import { Database } from "../f/meal-planner/database/connection.ts";
import { dispatch } from "../f/meal-planner/events/bus/dispatch.ts";
import { activatePlan } from "../f/meal-planner/handlers/meal_planning/activate_plan.ts";
import { dateAfter } from "../f/meal-planner/handlers/meal_planning/calendar.ts";
import { generatePlan, generatePlanInput } from "../f/meal-planner/handlers/meal_planning/generate_plan.ts";
import { type Household, householdToday } from "../f/meal-planner/households/household.ts";
import { simulateEvening } from "./evening_simulation.ts";
import { fillBox, livePast, loadSample, newHousehold, withBenchDatabase } from "./household_world.ts";

const SIZES = [
  { households: 50, recipes: 100 },
  { households: 10, recipes: 300 },
  { households: 3, recipes: 1_000 },
];
/** An evening of the first size's plannings. */
const EVENING = { households: 100_000, hours: 4 };
const WORKERS = [8, 16, 32, 64];
/** What Windmill's worker takes to begin a job and to end it, as far as it is known: docs/planning/scale.md. */
const JOB_SECONDS = 0.25;
const WEEKS = 12;
/** Clock ticks of /proc in a second: 100 on every Linux that Postgres runs on. */
const TICKS = 100;

let statements = 0;
const original = pg.Client.prototype.query;
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
  statements++;
  return Reflect.apply(original, this, args);
} as typeof original;

type Counters = {
  rows_read: number;
  rows_written: number;
  blocks: number;
  wal_bytes: number;
  stored_bytes: number;
};

async function counters(database: Database): Promise<Counters> {
  await database.query("select pg_stat_force_next_flush()");
  const { rows } = await database.query<Counters>(
    `select tup_returned + tup_fetched as rows_read, tup_inserted + tup_updated + tup_deleted as rows_written,
       blks_hit + blks_read as blocks, (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint as wal_bytes,
       pg_database_size(current_database()) as stored_bytes
     from pg_stat_database where datname = current_database()`,
  );
  return rows[0]!;
}

/** CPU of the one connection's server process, in ms; null where there is no /proc to ask. */
function serverCpuMs(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS;
  } catch {
    return null;
  }
}

const backendOf = async (database: Database): Promise<number> =>
  (await database.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]!.pid;

type Cost = { cpu_ms: number; server_cpu_ms: number | null; wall_ms: number; statements: number } & Counters;

async function costOf(database: Database, work: () => Promise<unknown>): Promise<Cost> {
  const pid = await backendOf(database);
  const [before, server, cpu] = [await counters(database), serverCpuMs(pid), process.cpuUsage()];
  const [asked, started] = [statements, performance.now()];
  await work();
  const wall_ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const done = statements - asked;
  const serverAfter = serverCpuMs(pid);
  const after = await counters(database);
  const differences = Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, value - before[name as keyof Counters]]),
  ) as Counters;
  return {
    ...{ cpu_ms: (user + system) / 1_000, wall_ms, statements: done, ...differences },
    server_cpu_ms: server === null || serverAfter === null ? null : serverAfter - server,
  };
}

function print(name: string, about: object, cost: Cost, households: number): void {
  const each = Object.fromEntries(
    Object.entries(cost).map(([figure, value]) => [
      figure,
      value === null ? null : Math.round((value / households) * 10) / 10,
    ]),
  );
  process.stdout.write(`${JSON.stringify({ bench: "scale", name, ...about, each })}\n`);
}

await withBenchDatabase("scale", async (many) => {
  await loadSample(many, () => dispatch(many, { maxSeconds: 120 }));
  // One connection, so that one server process has done it all.
  const database = new Database(many.resource, { maxConnections: 1 });
  const evening: number[] = [];
  try {
    for (const { households, recipes } of SIZES) {
      const made: Household[] = [];
      for (let index = 0; index < households; index++) {
        const household = await newHousehold(many, `Household ${recipes} ${index}`);
        await fillBox(many, household, recipes);
        made.push(household);
      }
      const today = await many.transaction((tx) => householdToday(tx, made[0]!));
      for (const household of made) await livePast(many, household, WEEKS, today);
      await many.query("analyze");
      await dispatch(many, { maxSeconds: 120 });
      const start_date = dateAfter(today, 1);
      const plans: { plan_id: string; household_id: string }[] = [];
      const gaps: number[] = [];
      const about = { households, recipes, people: 2, days: 7, slots: 4 };
      const planned = await costOf(database, async () => {
        for (const { household_id } of made) {
          const input = generatePlanInput.parse({ household_id, start_date });
          const before = process.cpuUsage();
          const { plan_id, generation } = await generatePlan(database, input);
          const { user, system } = process.cpuUsage(before);
          if (recipes === SIZES[0]!.recipes) evening.push((user + system) / 1e6 + JOB_SECONDS);
          plans.push({ plan_id, household_id });
          gaps.push(generation!.gap);
        }
      });
      const worst_gap = Math.round(Math.max(...gaps) * 10_000) / 10_000;
      print("generate_plan", { ...about, worst_gap }, planned, households);
      const activated = await costOf(database, async () => {
        for (const plan of plans) {
          await database.transaction((tx) => activatePlan(tx, { ...plan, replace: false }));
        }
        await dispatch(database, { maxSeconds: 300 });
      });
      print("activate_plan, and its events delivered: the shopping list", about, activated, households);
    }
    for (const workers of WORKERS) {
      const waits = simulateEvening({ ...EVENING, workers, serviceSeconds: evening });
      process.stdout.write(
        `${JSON.stringify({ bench: "scale", name: "an evening", ...EVENING, workers, ...waits })}\n`,
      );
    }
  } finally {
    await database.close();
  }
});
