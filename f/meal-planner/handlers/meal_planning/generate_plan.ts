import { z } from "zod";
import type { Database, Tx } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import { plainText } from "../../database/plain_text.ts";
import { emit } from "../../events/producers/emit.ts";
import { type Household, householdToday, resolveHousehold } from "../../households/household.ts";
import { comingMonday, dateAfter, WEEKDAYS } from "./calendar.ts";
import { lockedInput } from "./locked_wishes.ts";
import { movePlan } from "./move_plan.ts";
import { MOST_LEFT_OUT_TOLD, type Plan, type PlannedMeal, USUAL_MIN_COVERAGE } from "./plan.ts";
import { jobProgress, type PlanProgress } from "./plan_progress.ts";
import { findPlan, insertPlan } from "./plan_store.ts";
import { type PlanningRun, runPlanning } from "./planning_run.ts";
import { readSituation } from "./situation.ts";
import { standingWishes } from "./standing_wishes.ts";
import { timeLimitsInput } from "./time_limits.ts";
import { planWithin, type SolvedSituation } from "./unmet_wishes.ts";

export const generatePlanInput = z.strictObject({
  start_date: z.iso.date({ message: "A date such as 2026-03-02." }).optional(),
  days: z.int().min(1).max(28).default(7),
  slots: z.array(plainText(40)).min(1).max(8).optional(),
  locked: lockedInput,
  max_minutes: timeLimitsInput,
  pantry_first: z.boolean().optional(),
  plan_the_rest: z.boolean().default(false),
  leftovers: z.int().min(0).max(100).optional(),
  cook_ahead_on: z.array(z.enum(WEEKDAYS)).max(WEEKDAYS.length).optional(),
  seed: z.int().min(0).default(1),
  time_limit_ms: z.int().min(100).max(120_000).default(5_000),
  gap_target: z.number().min(0).max(1).default(0.005),
  min_coverage: z.number().min(0).max(1).default(USUAL_MIN_COVERAGE),
  household_id: z.uuid().optional(),
});
type Input = z.output<typeof generatePlanInput>;

export type GeneratedPlan = Plan & { meals: PlannedMeal[] };

/**
 * Composes a week for a household: reads what it needs, solves outside of any transaction, then stores the plan
 * and MealPlanGenerated in one. Whoever looks on follows it and may stop it (`planning_progress`, `stop_planning`);
 * `progress` is the bar of the job that it runs in. Earlier plans for the same start that nobody approved or changed are cancelled.
 *
 * @throws InvalidInput where nobody eats, nothing can be planned, the first day has passed or a locked meal can't be;
 *   Infeasible with the wishes that conflict and what relaxing each would give; InProgress where this week is being planned already; Cancelled where somebody stopped it.
 */
export async function generatePlan(
  database: Database,
  input: Input,
  progress: PlanProgress = jobProgress(),
): Promise<GeneratedPlan> {
  const { week, wanted } = await database.transaction((tx) => readRequest(tx, input));
  const plan = async (run: PlanningRun) => {
    await run.enter("reading", "reading recipes, people and past plans");
    const situation = await database.transaction((tx) => readSituation(tx, { ...input, ...week, ...wanted }));
    const seconds = input.time_limit_ms / 1_000;
    await run.enter(
      "starting",
      `planning from ${situation.candidates.length} recipes, for ${seconds} s at most`,
    );
    const solved = await planWithin(situation, input, run).catch((thrown: unknown) => {
      throw run.explain(thrown);
    });
    const near = (solved.solution.gap * 100).toFixed(1);
    await run.enter("storing", `storing a plan proven within ${near} % of the best`);
    return database.transaction(async (tx) => {
      await run.finish(tx);
      return storePlan(tx, situation.household, input, solved);
    });
  };
  return runPlanning(database, week, input.time_limit_ms, plan, progress);
}

/** Which week is meant, and what is wanted of it: what isn't said is as the household wants every week. */
async function readRequest(tx: Tx, input: Input) {
  const household = await resolveHousehold(tx, input.household_id);
  const start_date = input.start_date ?? comingMonday(await householdToday(tx, household));
  const standing = await standingWishes(tx, household);
  const cook_ahead_on = input.cook_ahead_on ?? standing?.cook_ahead_on ?? undefined;
  return {
    week: { household_id: household.household_id, start_date },
    wanted: {
      max_minutes: input.max_minutes ?? standing?.max_minutes ?? [],
      pantry_first: input.pantry_first ?? standing?.pantry_first ?? false,
      ...(cook_ahead_on ? { cook_ahead_on } : {}),
    },
  };
}

async function storePlan(
  tx: Tx,
  household: Household,
  input: Input,
  { situation, solution, relaxation, unmet, missedGoals }: SolvedSituation,
): Promise<GeneratedPlan> {
  const { household_id } = household;
  const { start, candidates, leftOut, wishes, locks } = situation;
  const { status, objective, lower_bound, gap, elapsed_ms } = solution;
  const figures = { status, objective, lower_bound, gap };
  const plan: Plan = {
    plan_id: newId(),
    household_id,
    version: 1,
    state: "generated",
    start_date: start,
    days: input.days,
    slots: [...wishes.slots],
    generation: {
      seed: input.seed,
      ...figures,
      elapsed_ms,
      considered: candidates.length,
      left_out: leftOut.slice(0, MOST_LEFT_OUT_TOLD),
      left_out_more: Math.max(0, leftOut.length - MOST_LEFT_OUT_TOLD),
      unmet,
      missed_goals: missedGoals,
      relaxation,
      min_coverage: input.min_coverage,
      max_minutes: [...(wishes.time?.limits ?? [])],
      pantry_first: wishes.pantry !== null,
    },
  };
  const meals: PlannedMeal[] = solution.meals.map((meal) => ({
    date: dateAfter(start, meal.day),
    position: meal.slot,
    slot: wishes.slots[meal.slot] ?? "",
    recipe_id: meal.recipe_id,
    portions: meal.portions,
    locked: locks.some((lock) => lock.day === meal.day && lock.slot === meal.slot),
    mark: null,
    cooked: false,
    ...(meal.leftover_of
      ? { leftover_of: { date: dateAfter(start, meal.leftover_of.day), position: meal.leftover_of.slot } }
      : {}),
  }));
  await cancelSuperseded(tx, household, start);
  await insertPlan(tx, plan, meals);
  const { plan_id, version, days } = plan;
  await emit(tx, [
    {
      type: "MealPlanGenerated",
      detail: { household_id, plan_id, version, start_date: start, days, ...figures },
    },
  ]);
  return { ...plan, meals };
}

async function cancelSuperseded(tx: Tx, household: Household, start: string): Promise<void> {
  const { rows } = await tx.query<{ plan_id: string }>(
    `select plan_id from meal_planner.meal_plans
     where household_id = $1::uuid and start_date = $2::date and state = 'generated'
       and not exists (
         select 1 from meal_planner.plan_changes change
         where change.plan_id = meal_plans.plan_id and change.cells <> '[]'::jsonb)
     for no key update`,
    [household.household_id, start],
  );
  const reason = "superseded by a newly generated plan";
  for (const { plan_id } of rows) {
    await movePlan(tx, await findPlan(tx, household, plan_id), { kind: "cancel", reason }, reason);
  }
}
