import { z } from "zod";
import type { Database, Tx } from "../../database/connection.ts";
import { Conflict, Inconsistent, Infeasible } from "../../database/errors.ts";
import { leftoverMeals, resolveHousehold } from "../../households/household.ts";
import { datesFrom } from "./calendar.ts";
import { type OpenPlan, openPlan, planTarget, saveChange } from "./change_plan.ts";
import type { PlannedMeal } from "./plan.ts";
import type { CellChange } from "./plan_history.ts";
import { cellOf, isSettled, requireDay, requireNotPast } from "./plan_place.ts";
import { planProblem, type Relaxation } from "./plan_problem.ts";
import { findPlan, planMeals } from "./plan_store.ts";
import { type PlanningRun, runPlanning } from "./planning_run.ts";
import type { PlannedWeek } from "./planning_store.ts";
import { rankReplacements } from "./replacements.ts";
import { type FreePlace, freePlaces, replanProblem } from "./replan_problem.ts";
import { type Search, solveRelaxing } from "./solve_week.ts";
import type { Watch } from "./solver/solve_watched.ts";
import { goalDateOf, readWeek, type Week, weekObjective } from "./week.ts";

export const replanInput = z.strictObject({
  ...planTarget,
  from_date: z.iso.date({ message: "A date such as 2026-03-02." }).optional(),
  fill_empty: z.boolean().default(false),
  seed: z.int().min(0).default(1),
  time_limit_ms: z.int().min(100).max(120_000).default(5_000),
  gap_target: z.number().min(0).max(1).default(0.005),
});
type Input = z.output<typeof replanInput>;

export type Replanned = {
  plan_id: string;
  version: number;
  from_date: string;
  changed: { date: string; position: number; slot: string; was: string | null; now: string }[];
  /** Meals from that day on that were kept: locked, eaten, skipped or cooked. */
  kept: number;
  /** The plan's objective, mean over all its days. */
  objective_before: number;
  objective_after: number;
  unmet: string[];
  meals: PlannedMeal[];
};

/**
 * Plans what is left of a plan anew, from today on or a later day: whatever is locked, eaten, skipped or cooked stays with
 * its portions, and so do the days before. Places without a meal stay empty unless `fill_empty`. It is solved outside of
 * any transaction; where somebody changes the plan meanwhile, nothing is written.
 *
 * @throws InvalidInput for a day that has passed or isn't the plan's; Conflict where the plan has changed since `version`,
 *   is over, or nothing is left to plan; InProgress where this week is being planned already; Cancelled; Infeasible where the rules leave no recipe for a place.
 */
export async function replan(database: Database, input: Input): Promise<Replanned> {
  const week = await database.transaction((tx) => weekOf(tx, input));
  return runPlanning(database, week, input.time_limit_ms, (run) => replanAs(run, database, input));
}

async function weekOf(tx: Tx, { plan_id, household_id }: Input): Promise<PlannedWeek> {
  const household = await resolveHousehold(tx, household_id);
  const { start_date } = await findPlan(tx, household, plan_id);
  return { household_id: household.household_id, start_date, plan_id };
}

async function replanAs(run: PlanningRun, database: Database, input: Input): Promise<Replanned> {
  await run.enter("reading", "reading the plan, recipes and people");
  const { open, week, from } = await database.transaction((tx) => readRest(tx, input));
  const free = freePlaces(week, from, input.fill_empty);
  if (free.length === 0) throw nothingLeft(week, from, input.fill_empty);
  const seconds = input.time_limit_ms / 1_000;
  await run.enter("starting", `planning ${free.length} meals anew, for ${seconds} s at most`);
  const { rest, unmet } = await planRest(week, free, from, input, run).catch((thrown: unknown) => {
    throw run.explain(thrown);
  });
  await run.enter("storing", "storing the plan");
  const dates = datesFrom(week.plan.start_date, week.plan.days);
  const before = weekObjective(week, dates);
  // Who takes what there is by now doesn't want to be worse off by it.
  const stays = run.stopped() && free.every(({ now }) => now) && weekObjective(rest, dates) >= before;
  const after = stays ? week : rest;
  const cells = stays ? [] : free.map((place) => changeOf(place, rest));
  return database.transaction(async (tx) => {
    await run.finish(tx);
    const locked = await openPlan(tx, input, { kind: "edit" });
    const version = await saveChange(tx, locked, { reason: `planned again from ${from}`, cells });
    return {
      ...{ plan_id: open.plan.plan_id, version, from_date: from, unmet },
      changed: cells.flatMap((cell) => describeChange(week, cell)),
      kept: week.meals.filter((meal) => meal.date >= from).length - free.filter(({ now }) => now).length,
      objective_before: before,
      objective_after: weekObjective(after, dates),
      meals: await planMeals(tx, open.plan.plan_id),
    };
  });
}

async function readRest(tx: Tx, input: Input): Promise<{ open: OpenPlan; week: Week; from: string }> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const { plan, today } = open;
  const from = input.from_date ?? goalDateOf(plan, today);
  requireNotPast(from, today, "from_date");
  requireDay(plan, from, "from_date");
  const week = await readWeek(tx, open.household, plan, open.meals, from);
  return { open, from, week: withLeftovers(week, from, await leftoverMeals(tx, open.household)) };
}

/** As many meals may be leftovers as the household likes, or as the plan was made with; those that are kept count. */
function withLeftovers(week: Week, from: string, liked: number): Week {
  const leftovers = week.meals.filter((meal) => meal.leftover_of);
  const kept = leftovers.filter((meal) => meal.date < from || meal.locked || isSettled(meal));
  const meals = Math.max(liked, leftovers.length) - kept.length;
  if (meals <= 0) return week;
  return judgedBy({ ...week, wishes: { ...week.wishes, leftovers: { meals, cooksAhead: null } } });
}

/** The week by what its wishes make of it. */
function judgedBy(week: Week, relaxation: Relaxation = week.plan.generation?.relaxation ?? "none"): Week {
  const problem = planProblem([...week.candidates.values()], week.eaters, week.wishes, relaxation);
  const recipes = new Map([
    ...week.recipes,
    ...problem.recipes.map((recipe) => [recipe.id, recipe] as const),
  ]);
  return { ...week, problem, recipes };
}

function nothingLeft(week: Week, from: string, fillEmpty: boolean): Conflict {
  const rest = week.meals.filter((meal) => meal.date >= from).length;
  const why = rest === 0 ? "no meal is planned" : "every meal is locked, eaten, skipped or cooked";
  const hint = fillEmpty ? "" : " To plan empty places, pass fill_empty: true.";
  return new Conflict(`From ${from} on ${why}, so nothing is left to plan. Unlock some.${hint}`);
}

/** The week with its free places planned anew. @throws Infeasible */
async function planRest(
  week: Week,
  free: readonly FreePlace[],
  from: string,
  search: Search,
  watch: Watch,
): Promise<{ rest: Week; unmet: string[] }> {
  const unplannable = [...new Set(free.map(({ slot }) => slot))].filter(
    (slot) => !week.problem.recipes.some((recipe) => recipe.suits.includes(slot)),
  );
  if (unplannable.length > 0) {
    throw new Infeasible(`No recipe that can be planned suits ${unplannable.join(" or ")}. Add some.`, {
      conflicts: unplannable.map((slot) => `no recipe suits ${slot}`),
    });
  }
  const solved = await solveRelaxing((step) => replanProblem(week, free, from, step).problem, search, watch);
  if (solved.kind === "infeasible") {
    throw new Infeasible(
      `The rest can't be planned: ${solved.conflicts.join("; ")}. Unlock meals or add recipes.`,
      { conflicts: solved.conflicts },
    );
  }
  const { places, cells } = replanProblem(week, free, from, solved.relaxation);
  const planned = solved.solution.meals.flatMap(({ day, slot, recipe_id, portions, leftover_of: of }) => {
    const place = places[day]?.[slot];
    if (!place) return [];
    const { date, position } = place;
    const fresh = { locked: false, mark: null, cooked: false };
    const meal: PlannedMeal = { date, position, slot: place.slot, recipe_id, portions, ...fresh };
    const cooked = of && cells[of.day]?.[of.slot];
    return [cooked ? { ...meal, leftover_of: { date: cooked.date, position: cooked.position } } : meal];
  });
  return { rest: settleSharedDays(judgedBy(week, solved.relaxation), planned), unmet: solved.unmet };
}

// Each round makes the week better, so it ends by itself; this only keeps a worker from polishing the last digit.
const MOST_ROUNDS = 20;

/**
 * The planner chooses portions for all meals of a day, but those that are kept have theirs. On days with both, the new
 * meals are chosen once more beside what is really served, one at a time, until none can be bettered.
 */
function settleSharedDays(week: Week, planned: readonly PlannedMeal[]): Week {
  const isNew = (meal: PlannedMeal) =>
    planned.some(({ date, position }) => date === meal.date && position === meal.position);
  const kept = week.meals.filter((meal) => !isNew(meal));
  let rest: Week = { ...week, meals: [...kept, ...planned] };
  // Leftovers and what is cooked for them hang together, so they stay as the planner chose them.
  const isSource = (meal: PlannedMeal) =>
    planned.some(({ leftover_of: of }) => of && of.date === meal.date && of.position === meal.position);
  const shared = planned.filter(
    (meal) => kept.some(({ date }) => date === meal.date) && !meal.leftover_of && !isSource(meal),
  );
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let better = false;
    for (const place of shared) {
      const [best] = rankReplacements(rest, place, { count: 1 }).best;
      if (!best || best.objective_difference > -1e-9) continue;
      better = true;
      const meals = rest.meals.map((meal) =>
        meal.date === place.date && meal.position === place.position
          ? { ...meal, recipe_id: best.recipe_id, portions: best.portions }
          : meal,
      );
      rest = { ...rest, meals };
    }
    if (!better) break;
  }
  return rest;
}

function changeOf(place: FreePlace, rest: Week): CellChange {
  const { date, position, now } = place;
  const meal = rest.meals.find((other) => other.date === date && other.position === position);
  if (!meal) throw new Inconsistent(`The planner left ${place.slot} on ${date} without a meal.`);
  return { date, position, before: now && cellOf(now), after: cellOf(meal) };
}

function describeChange(week: Week, { date, position, before, after }: CellChange): Replanned["changed"] {
  if (!after || before?.recipe_id === after.recipe_id) return [];
  const nameOf = (id: string) => week.names.get(id) ?? "";
  const was = before && nameOf(before.recipe_id);
  return [{ date, position, slot: after.slot, was, now: nameOf(after.recipe_id) }];
}
