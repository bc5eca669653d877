import type { Tx } from "../../database/connection.ts";
import { Infeasible, InvalidInput } from "../../database/errors.ts";
import {
  type Household,
  householdToday,
  leftoverMeals,
  resolveHousehold,
} from "../../households/household.ts";
import {
  countRecipes,
  MOST_PLANNING_RECIPES,
  type PlanningRecipe,
  planningRecipes,
} from "../recipes/planning_recipes.ts";
import { comingMonday, datesFrom, type Weekday, weekdayOf } from "./calendar.ts";
import { type Candidate, chooseCandidates, hasChoice } from "./candidates.ts";
import { readEaters } from "./eaters.ts";
import { type Lock, type LockedWish, placeLocks } from "./locked_wishes.ts";
import { pantryWish, readPantryStock } from "./pantry_stock.ts";
import { type LeftOut, MOST_LEFT_OUT_TOLD, USUAL_SLOTS } from "./plan.ts";
import { requireNotPast } from "./plan_place.ts";
import type { Eater, LeftoverWish, Wishes } from "./plan_problem.ts";
import { daysSincePlanned } from "./plan_store.ts";
import { readTastes } from "./preferences.ts";
import type { TimeLimit } from "./time_limits.ts";
import { describeObstruction, obstructionOf } from "./wish_relief.ts";

export type Situation = {
  household: Household;
  start: string;
  eaters: Eater[];
  recipes: PlanningRecipe[];
  candidates: Candidate[];
  leftOut: LeftOut[];
  wishes: Wishes;
  locks: Lock[];
  /** Wishes that can't be met whatever is planned, in words. */
  unmet: string[];
};

export type WeekWishes = {
  start_date?: string | undefined;
  days: number;
  slots?: string[] | undefined;
  locked: LockedWish[];
  pantry_first: boolean;
  min_coverage: number;
  max_minutes: TimeLimit[];
  household_id?: string | undefined;
  /** Left out, as many as the household likes. */
  leftovers?: number | undefined;
  cook_ahead_on?: Weekday[] | undefined;
};

/** What the household's recipes, people and past plans ask of a week. @throws InvalidInput where it can't be planned. */
export async function readSituation(tx: Tx, input: WeekWishes): Promise<Situation> {
  const household = await resolveHousehold(tx, input.household_id);
  const today = await householdToday(tx, household);
  const start = input.start_date ?? comingMonday(today);
  requireNotPast(start, today, "start_date");
  const { days } = input;
  const eaters = await readEaters(tx, household, start);
  const recipes = await planningRecipes(tx, household);
  const { candidates, leftOut } = chooseCandidates(recipes, eaters, input.min_coverage);
  if (candidates.length === 0) throw nothingToPlan(household, recipes, leftOut, eaters, input);
  // Usual slots give way where no recipe suits them; slots that were asked for don't.
  const slots = input.slots ?? USUAL_SLOTS.filter((slot) => hasChoice(candidates, slot));
  const missing = input.slots ? [] : USUAL_SLOTS.filter((slot) => !hasChoice(candidates, slot));
  return {
    ...{ household, start, eaters, recipes, candidates, leftOut },
    locks: placeLocks(input.locked, { start, days, slots, candidates, leftOut }),
    wishes: {
      ...{ slots, days },
      daysSincePlanned: await daysSincePlanned(tx, household, start),
      tastes: await readTastes(tx, household, eaters.length),
      ...(input.max_minutes.length > 0 ? { time: { start, limits: input.max_minutes } } : {}),
      ...leftoverWish(input, start, input.leftovers ?? (await leftoverMeals(tx, household))),
      pantry: input.pantry_first
        ? pantryWish(candidates, await readPantryStock(tx, household, start, days), eaters.length)
        : null,
    },
    unmet: [
      ...eaters
        .filter((eater) => eater.goals.length === 0)
        .map((eater) => `${eater.name} has no goals: planned by taste and variety alone.`),
      ...(await unread(tx, household, recipes.length)),
      ...missing.map((slot) => `No recipe suits ${slot}: the days are planned without one.`),
    ],
  };
}

function leftoverWish(
  { days, cook_ahead_on }: WeekWishes,
  start: string,
  meals: number,
): { leftovers?: LeftoverWish } {
  if (meals === 0) return {};
  const dates = datesFrom(start, days);
  const cooksAhead = cook_ahead_on ? dates.map((date) => cook_ahead_on.includes(weekdayOf(date))) : null;
  return { leftovers: { meals, cooksAhead } };
}

async function unread(tx: Tx, household: Household, read: number): Promise<string[]> {
  if (read < MOST_PLANNING_RECIPES) return [];
  const all = await countRecipes(tx, household);
  if (all <= read) return [];
  return [`Of ${all} recipes ${read} were considered: the best rated, and a draw of the rest.`];
}

/** Where it is wishes that leave nothing, they are named; else what the recipes lack. */
function nothingToPlan(
  household: Household,
  recipes: readonly PlanningRecipe[],
  leftOut: LeftOut[],
  people: readonly Eater[],
  { slots = [...USUAL_SLOTS], min_coverage }: WeekWishes,
): InvalidInput | Infeasible {
  const relaxing = [...new Set(slots)]
    .map((slot) => obstructionOf(slot, recipes, { people, minCoverage: min_coverage }))
    .filter(({ suiting }) => suiting > 0);
  if (relaxing.length > 0) {
    const conflicts = relaxing.map(describeObstruction);
    return new Infeasible(
      `None of the ${leftOut.length} recipes can be planned: ${conflicts.join("; ")}. Give up one of these wishes or add recipes.`,
      { conflicts, relaxing, left_out: leftOut.slice(0, MOST_LEFT_OUT_TOLD) },
    );
  }
  const message =
    leftOut.length === 0
      ? `${household.name} has no recipes. Create or import some first.`
      : `None of the ${leftOut.length} recipes can be planned. The first: ${leftOut[0]?.name}: ${leftOut[0]?.reason}.`;
  return new InvalidInput([{ path: "household_id", message }]);
}
