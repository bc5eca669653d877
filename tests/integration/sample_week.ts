import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import { dateAfter } from "../../f/meal-planner/handlers/meal_planning/calendar.ts";
import type { GeneratedPlan } from "../../f/meal-planner/handlers/meal_planning/generate_plan.ts";
import type { PlanView } from "../../f/meal-planner/handlers/meal_planning/get_plan.ts";
import { runScript } from "./run_script.ts";
import { readSolved, type SolvedPlan, writeSolved } from "./solved_plan.ts";
import type { TestDatabase } from "./test_database.ts";

/** A Monday that never passes while the tests live. */
export const START = "2099-03-02";
export const day = (index: number) => dateAfter(START, index);

/** The sample household of `useSampleDatabase`, to be called by its scripts as a person would. */
export function sampleWeek(db: TestDatabase) {
  const solved = new Map<string, Promise<SolvedPlan>>();
  const run = <T>(path: string, args: Record<string, unknown>) =>
    runScript<T>(`handlers/${path}`, args, db.resource);
  const planning = <T>(door: string, args: Record<string, unknown>) => run<T>(`meal_planning/${door}`, args);
  const generate = (args: Record<string, unknown> = {}) =>
    planning<GeneratedPlan>("generate_plan", { start_date: START, gap_target: 0.3, ...args });
  return {
    run,
    planning,
    deliver: () => dispatch(db.database, { maxSeconds: 60 }),
    generate,
    /**
     * A plan as `generate` leaves it, for tests that only need one: solved once for the same wishes, and then written down
     * again under an id of its own. Earlier ones of its start are cancelled, as generating does.
     */
    async generated(args: Record<string, unknown> = {}): Promise<GeneratedPlan> {
      const key = JSON.stringify(args);
      if (!solved.has(key))
        solved.set(
          key,
          generate(args).then((plan) => readSolved(db.database, plan)),
        );
      return writeSolved(db.database, (await solved.get(key))!);
    },
    view: (plan_id: string) => planning<PlanView>("get_plan", { plan_id }),
    async recipeId(name: string): Promise<string> {
      const { rows } = await db.database.query<{ recipe_id: string }>(
        "select recipe_id from meal_planner.recipes where name = $1::text",
        [name],
      );
      if (!rows[0]) throw new Error(`The sample has no recipe ${name}.`);
      return rows[0].recipe_id;
    },
    /** Moves a plan on the calendar, as if time had passed. */
    async moveTo(planId: string, start: string): Promise<void> {
      await db.database.query(
        `with moved as (
           select start_date as was from meal_planner.meal_plans where plan_id = $1::uuid
         ), meals as (
           update meal_planner.plan_meals set date = date - moved.was + $2::date from moved where plan_id = $1::uuid
         )
         update meal_planner.meal_plans set start_date = $2::date where plan_id = $1::uuid`,
        [planId, start],
      );
    },
    /** Today in the sample's time zone, by the database's clock. */
    async today(): Promise<string> {
      const { rows } = await db.database.query<{ today: string }>(
        "select (now() at time zone time_zone)::date as today from meal_planner.households where is_default",
      );
      return rows[0]!.today;
    },
    async events(planId: string): Promise<{ type: string; reason: string | null; version: number }[]> {
      const { rows } = await db.database.query<{ type: string; reason: string | null; version: number }>(
        `select detail_type as type, detail ->> 'reason' as reason, (detail ->> 'version')::integer as version
         from meal_planner.events where detail ->> 'plan_id' = $1::text and detail_type like 'MealPlan%' order by id`,
        [planId],
      );
      return rows;
    },
  };
}
