import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import {
  planningProgress,
  stopPlanning,
} from "../../f/meal-planner/handlers/meal_planning/follow_planning.ts";
import {
  generatePlan,
  generatePlanInput,
} from "../../f/meal-planner/handlers/meal_planning/generate_plan.ts";
import {
  dropPlanning,
  type RunningPlanning,
  takeWeek,
} from "../../f/meal-planner/handlers/meal_planning/planning_store.ts";
import { replan, replanInput } from "../../f/meal-planner/handlers/meal_planning/replan.ts";
import { resolveHousehold } from "../../f/meal-planner/households/household.ts";
import { killAt } from "./child_process.ts";
import { day, START, sampleWeek } from "./sample_week.ts";
import { useSampleDatabase } from "./test_database.ts";

const db = useSampleDatabase();
const { generate, view } = sampleWeek(db);

// Two weeks to the last digit are never done in time, so there is always something to stop.
const LONG = { days: 14, gap_target: 0, time_limit_ms: 60_000 };

// Not by the doors: all of this shares one process, where a new connection for each call would wait for the planner.
const start = (args: object) => generatePlan(db.database, generatePlanInput.parse({ ...LONG, ...args }));
const short = (start_date: string) =>
  generatePlan(db.database, generatePlanInput.parse({ start_date, days: 7, gap_target: 0.3 }));
const running = async (start_date?: string) =>
  (await db.database.transaction((tx) => planningProgress(tx, { start_date }))).running;

/** The planning of a week, once it has come so far. */
async function reached(start: string, far: (run: RunningPlanning) => boolean): Promise<RunningPlanning> {
  for (let tries = 0; tries < 1_000; tries++) {
    const [run] = await running(start);
    if (run && far(run)) return run;
    await pause(20);
  }
  throw new Error("The planning didn't come so far.");
}
const hasBound = ({ gap }: RunningPlanning) => gap !== null;
const stop = (run_id: string, keep: boolean) =>
  db.database.transaction((tx) => stopPlanning(tx, { run_id, keep }));
const householdOf = () => db.database.transaction((tx) => resolveHousehold(tx));
const plansFrom = async (start: string) => {
  const { rows } = await db.database.query<{ plan_id: string; state: string }>(
    "select plan_id, state from meal_planner.meal_plans where start_date = $1::date order by created_at",
    [start],
  );
  return rows;
};

describe("while a week is planned", () => {
  test("others see how near to the best it is, and take what it has", async () => {
    const week = day(28);
    const made = start({ start_date: week });
    const seen = await reached(week, hasBound);
    expect(seen).toMatchObject({ start_date: week, plan_id: null, time_limit_ms: 60_000, stopping: null });
    expect(["improving", "proving"]).toContain(seen.stage);
    expect(seen.gap).toBeGreaterThan(0);
    expect(seen.elapsed_ms).toBeLessThan(60_000);
    expect(await stop(seen.run_id, true)).toEqual({ stopping: "take" });
    const plan = await made;
    expect(plan.meals).toHaveLength(14 * 4);
    expect(plan.generation?.status).toBe("feasible");
    expect(plan.generation!.lower_bound).toBeLessThan(plan.generation!.objective);
    expect(plan.generation!.elapsed_ms).toBeLessThan(60_000);
    expect(await running()).toEqual([]);
  });

  test("it can be cancelled: no plan is there, none was put away, and the week can be planned anew", async () => {
    const week = day(63);
    const first = await short(week);
    const made = start({ start_date: week });
    const ended = expect(made).rejects.toMatchObject({ code: "CANCELLED", retryable: false });
    const { run_id } = await reached(week, hasBound);
    expect(await stop(run_id, false)).toEqual({ stopping: "cancel" });
    // Who has cancelled doesn't get a plan because somebody else would have taken it.
    expect(await stop(run_id, true)).toEqual({ stopping: "cancel" });
    await ended;
    expect(await plansFrom(week)).toEqual([{ plan_id: first.plan_id, state: "generated" }]);
    expect(await stop(run_id, false)).toEqual({ stopping: null });
    await short(week);
  });

  test("the same week isn't planned a second time meanwhile", async () => {
    const week = day(98);
    const made = start({ start_date: week });
    const { run_id } = await reached(week, hasBound);
    await expect(short(week)).rejects.toMatchObject({
      code: "IN_PROGRESS",
      retryable: true,
      message: expect.stringContaining(`The week of ${week} is being planned already`),
    });
    expect((await running()).map((run) => run.run_id)).toEqual([run_id]);
    await stop(run_id, true);
    await made;
    expect(await plansFrom(week)).toHaveLength(1);
  });

  test("of many who plan one week at once one does, and the others are told so", async () => {
    const week = day(140);
    const all = await Promise.allSettled(Array.from({ length: 4 }, () => short(week)));
    const made = all.filter(({ status }) => status === "fulfilled");
    expect(made).toHaveLength((await plansFrom(week)).length);
    for (const one of all) {
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "IN_PROGRESS" });
    }
  });

  test.each([
    { point: "searching", week: day(154), more: LONG },
    { point: "storing", week: day(161), more: { days: 7, gap_target: 0.3 } },
  ])(
    "a process killed while $point leaves nothing half written, and the week to others after its lease",
    async ({ point, week, more }) => {
      const events = async () => (await db.database.query("select 1 from meal_planner.events")).rows.length;
      const before = await events();
      await killAt("planning_worker", db.resource, { plan: { ...more, start_date: week } }, point);
      expect(await plansFrom(week)).toEqual([]);
      expect(await events()).toBe(before);
      await expect(short(week)).rejects.toMatchObject({ code: "IN_PROGRESS" });
      // As if the lease's seconds had gone by: nobody renews it any more.
      await db.database.query(
        `update meal_planner.planning_runs set lease_until = lease_until - interval '20 seconds'
       where start_date = $1::date`,
        [week],
      );
      const next = await short(week);
      expect(next.meals).toHaveLength(7 * 4);
      expect(await plansFrom(week)).toEqual([{ plan_id: next.plan_id, state: "generated" }]);
      expect(await running(week)).toEqual([]);
    },
  );

  test("who has died leaves the week to others, and stores nothing if it comes back", async () => {
    const week = day(147);
    const made = start({ start_date: week });
    const ended = expect(made).rejects.toMatchObject({ code: "CANCELLED" });
    await reached(week, hasBound);
    // As if it hadn't been heard of for long; another takes the week before it tells of itself again.
    const other = randomUUID();
    const household = { household_id: (await householdOf()).household_id, start_date: week };
    await db.database.transaction(async (tx) => {
      await tx.query("update meal_planner.planning_runs set lease_until = now() - interval '1 second'");
      expect(await takeWeek(tx, other, household, 1_000)).toBe("taken");
    });
    await ended;
    expect(await plansFrom(week)).toEqual([]);
    expect((await running(week)).map((run) => run.run_id)).toEqual([other]);
    await dropPlanning(db.database, other);
    const next = await short(week);
    expect(await plansFrom(week)).toEqual([{ plan_id: next.plan_id, state: "generated" }]);
  });
});

describe("while the rest of a plan is planned again", () => {
  test("it is cancelled with every meal as it was, or ends with the best so far", async () => {
    const { plan_id } = await generate({ days: 14 });
    const before = await view(plan_id);
    const again = () =>
      replan(
        db.database,
        replanInput.parse({ plan_id, version: 1, gap_target: 0, time_limit_ms: 60_000, seed: 5 }),
      );
    const first = again();
    const ended = expect(first).rejects.toMatchObject({ code: "CANCELLED" });
    const run = await reached(START, hasBound);
    expect(run).toMatchObject({ plan_id });
    await stop(run.run_id, false);
    await ended;
    expect(await view(plan_id)).toEqual(before);

    const second = again();
    await stop((await reached(START, hasBound)).run_id, true);
    // What it has by then may be worse than what is there: then all stays.
    const { objective_after, objective_before, changed } = await second;
    expect(objective_after).toBeLessThanOrEqual(objective_before);
    if (changed.length === 0) expect((await view(plan_id)).meals).toEqual(before.meals);
  });
});
