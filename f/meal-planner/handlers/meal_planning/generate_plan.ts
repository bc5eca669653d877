import { z } from "zod";
import type { Database, Tx } from "../../database/connection.ts";
import { Infeasible, InvalidInput } from "../../database/errors.ts";
import { newId } from "../../database/new_id.ts";
import { plainText } from "../../database/plain_text.ts";
import { emit } from "../../events/producers/emit.ts";
import { type Household, householdToday, resolveHousehold } from "../../households/household.ts";
import { listPeople } from "../../households/person.ts";
import { goalsOn } from "../nutrition/goal_store.ts";
import { planningRecipes } from "../recipes/planning_recipes.ts";
import { comingMonday, dateAfter } from "./calendar.ts";
import { type Candidate, chooseCandidates } from "./candidates.ts";
import { type LeftOut, type Plan, type PlannedMeal, USUAL_SLOTS } from "./plan.ts";
import { type Eater, planProblem, type Relaxation, type Wishes } from "./plan_problem.ts";
import { daysSincePlanned, insertPlan, setPlanState } from "./plan_store.ts";
import type { Solution } from "./solver/problem.ts";
import { solve } from "./solver/solve.ts";

export const generatePlanInput = z.strictObject({
  start_date: z.iso.date({ message: "A date such as 2026-03-02." }).optional(),
  days: z.int().min(1).max(28).default(7),
  slots: z.array(plainText(40)).min(1).max(8).optional(),
  seed: z.int().min(0).default(1),
  time_limit_ms: z.int().min(100).max(120_000).default(5_000),
  gap_target: z.number().min(0).max(1).default(0.005),
  min_coverage: z.number().min(0).max(1).default(0.9),
  household_id: z.uuid().optional(),
});
type Input = z.output<typeof generatePlanInput>;

type Situation = {
  household: Household;
  start: string;
  eaters: Eater[];
  candidates: Candidate[];
  leftOut: LeftOut[];
  wishes: Wishes;
};

export type GeneratedPlan = Plan & { meals: PlannedMeal[] };

/**
 * Composes a week for a household: reads what it needs, solves outside of any transaction, then stores the plan
 * and MealPlanGenerated in one. Earlier plans for the same start that nobody approved are cancelled.
 *
 * @throws InvalidInput where nobody eats or nothing can be planned; Infeasible with the wishes that conflict.
 */
export async function generatePlan(database: Database, input: Input): Promise<GeneratedPlan> {
  const situation = await database.transaction((tx) => readSituation(tx, input));
  const { solution, unmet } = solveRelaxing(situation, input);
  return database.transaction((tx) => storePlan(tx, situation, input, solution, unmet));
}

async function readSituation(tx: Tx, input: Input): Promise<Situation> {
  const household = await resolveHousehold(tx, input.household_id);
  const people = await listPeople(tx, household);
  if (people.length === 0) {
    throw new InvalidInput([
      {
        path: "household_id",
        message: `${household.name} has no people. Add one with f/meal-planner/handlers/households/set_person/script.`,
      },
    ]);
  }
  const start = input.start_date ?? comingMonday(await householdToday(tx, household));
  const ids = people.map((person) => person.person_id);
  const goals = await goalsOn(tx, ids, start);
  const recipes = await planningRecipes(tx, household);
  const { candidates, leftOut } = chooseCandidates(recipes, people, input.min_coverage);
  if (candidates.length === 0) throw nothingToPlan(household, leftOut);
  return {
    household,
    start,
    eaters: people.map((person) => ({ ...person, goals: goals.get(person.person_id) ?? [] })),
    candidates,
    leftOut,
    wishes: {
      slots: input.slots ?? USUAL_SLOTS.filter((slot) => hasChoice(candidates, slot)),
      days: input.days,
      daysSincePlanned: await daysSincePlanned(tx, household, start),
    },
  };
}

function nothingToPlan(household: Household, leftOut: LeftOut[]): InvalidInput {
  const message =
    leftOut.length === 0
      ? `${household.name} has no recipes. Create or import some first.`
      : `None of the ${leftOut.length} recipes can be planned. The first: ${leftOut[0]?.name}: ${leftOut[0]?.reason}.`;
  return new InvalidInput([{ path: "household_id", message }]);
}

const RELAXATIONS: { step: Relaxation; told: string | undefined }[] = [
  { step: "none", told: undefined },
  {
    step: "repeats",
    told: "Too few recipes for a different one each time: some come back more often or sooner.",
  },
  {
    step: "main_ingredient",
    told: "Too few recipes to vary the main ingredient from day to day: it may come twice in a row.",
  },
];

function hasChoice(candidates: readonly Candidate[], slot: string): boolean {
  return candidates.some((recipe) => recipe.suits.some((meal) => meal === slot));
}

/** @throws Infeasible where a slot that was asked for has no recipe at all, however much is relaxed. */
function requireChoices({ candidates, wishes, leftOut }: Situation): void {
  const conflicts = [...new Set(wishes.slots)]
    .filter((slot) => !hasChoice(candidates, slot))
    .map((slot) => `none of the ${candidates.length} recipes that can be planned suits ${slot}`);
  if (conflicts.length === 0) return;
  throw new Infeasible(
    `There is no plan: ${conflicts.join("; ")}. Add recipes for it, set their suits, or leave the slot out.`,
    { conflicts, left_out: leftOut },
  );
}

/** Gives up what only makes a week varied, a step at a time, before it gives up the week. */
function solveRelaxing(situation: Situation, input: Input): { solution: Solution; unmet: string[] } {
  requireChoices(situation);
  const { candidates, eaters, wishes } = situation;
  const unmet = unmetFromTheStart(situation, input);
  let conflicts: string[] = [];
  for (const { step, told } of RELAXATIONS) {
    const problem = planProblem(candidates, eaters, wishes, step);
    const solution = solve(problem, {
      timeLimitMs: input.time_limit_ms,
      gapTarget: input.gap_target,
      seed: input.seed,
    });
    if (solution.status !== "infeasible" && solution.objective !== null) {
      return { solution, unmet: told ? [...unmet, told] : unmet };
    }
    conflicts = solution.conflicts ?? [];
  }
  throw new Infeasible(
    `There is no plan: ${conflicts.join("; ") || "the wishes conflict"}. Relax one of them or add recipes.`,
    { conflicts, left_out: situation.leftOut },
  );
}

function unmetFromTheStart({ eaters, wishes }: Situation, input: Input): string[] {
  const withoutGoals = eaters
    .filter((eater) => eater.goals.length === 0)
    .map((eater) => `${eater.name} has no goals: planned by taste and variety alone.`);
  // Usual slots give way where no recipe suits them; slots that were asked for don't.
  const missing = input.slots ? [] : USUAL_SLOTS.filter((slot) => !wishes.slots.includes(slot));
  return [
    ...withoutGoals,
    ...missing.map((slot) => `No recipe suits ${slot}: the days are planned without one.`),
  ];
}

async function storePlan(
  tx: Tx,
  { household, start, candidates, leftOut, wishes }: Situation,
  input: Input,
  solution: Solution,
  unmet: string[],
): Promise<GeneratedPlan> {
  const { household_id } = household;
  const figures = {
    status: solution.status,
    objective: solution.objective ?? 0,
    lower_bound: solution.lower_bound ?? 0,
    gap: solution.gap ?? 0,
  };
  const plan: Plan = {
    plan_id: newId(),
    household_id,
    version: 1,
    state: "generated",
    start_date: start,
    days: input.days,
    generation: {
      seed: input.seed,
      ...figures,
      elapsed_ms: solution.elapsed_ms,
      considered: candidates.length,
      left_out: leftOut,
      unmet,
    },
  };
  const meals: PlannedMeal[] = solution.meals.map((meal) => ({
    date: dateAfter(start, meal.day),
    position: meal.slot,
    slot: wishes.slots[meal.slot] ?? "",
    recipe_id: meal.recipe_id,
    portions: meal.portions,
    locked: false,
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
     where household_id = $1::uuid and start_date = $2::date and state = 'generated' for update`,
    [household.household_id, start],
  );
  for (const { plan_id } of rows) {
    const version = await setPlanState(tx, plan_id, "cancelled");
    const { household_id } = household;
    await emit(tx, [
      {
        type: "MealPlanUpdated",
        detail: { household_id, plan_id, version, reason: "superseded by a newly generated plan", meals: [] },
      },
    ]);
  }
}
