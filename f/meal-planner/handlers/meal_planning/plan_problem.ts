import type { Nutrients } from "../../foods/nutrients.ts";
import type { Person } from "../../households/person.ts";
import type { Goal } from "../nutrition/goal.ts";
import { dateAfter } from "./calendar.ts";
import { type Candidate, mentions } from "./candidates.ts";
import { type PantryWish, pantryShare } from "./pantry_stock.ts";
import type { Problem } from "./solver/problem.ts";
import { type Tastes, tastePoints } from "./taste.ts";
import { minutesAllowed, minutesOf, type TimeLimit } from "./time_limits.ts";
import { weekGoalsOf } from "./week_wishes.ts";

export type Eater = Person & {
  goals: Goal[];
  /** Their targets are a week's. */
  week_goals: Goal[];
};

export type Wishes = {
  slots: readonly string[];
  days: number;
  /** The last date before the week on which each recipe was planned, in days before its start. */
  daysSincePlanned: ReadonlyMap<string, number>;
  /** Null where the pantry isn't to be eaten first. */
  pantry: PantryWish | null;
  /** How long meals may take; `start` says which weekdays the days are. None where left out. */
  time?: { start: string; limits: readonly TimeLimit[] };
  /** What was learned from past plans. */
  tastes: Tastes;
  /** Left out, every meal is cooked. */
  leftovers?: LeftoverWish;
};

export type LeftoverWish = {
  /** Meals of the plan that may be leftovers. */
  meals: number;
  /** Whether each day is one on which they cook for later; null where any is. */
  cooksAhead: readonly boolean[] | null;
};

/** What may be given up where the recipes are too few, mildest first; each is told to the household. */
export type Relaxation = "none" | "repeats" | "main_ingredient";

/*
 * The weights, in points of the objective: 1 point is a goal of weight 1 missed by 1 percent beyond its
 * tolerance on the average day and person. So a disliked food is taken where it spares more than 3 percent.
 */
const POINTS = {
  /** Of each star below five; an unrated recipe counts as four. */
  starMissing: 0.15,
  disliked: 3,
  /** Planned in the week before; fades out over the days of `NOT_AGAIN_DAYS`. */
  notAgainSoon: 1.5,
  /** Where the pantry comes first: of a recipe that takes nothing from it, beside one that is all there. */
  notFromPantry: 6,
  /** Per hour of work and waiting. */
  hourOfCooking: 0.3,
  /** What a meal of leftovers is better by, beside its cooking, where leftovers are welcome: nothing to prepare or wash up. */
  welcomeLeftovers: 0.5,
  /** Per portion that isn't 1, by how far off: equal plates are easier to serve. */
  oddPortion: 0.2,
};
const NOT_AGAIN_DAYS = 14;
/** Later meals that one cooking is for: one, or with days of cooking ahead more, for these are few. */
const MEALS_OF_A_COOKING = 1;
const MEALS_OF_COOKING_AHEAD = 3;
const LIGHT_MEALS = new Set(["breakfast", "snack"]);

/** The planner's problem for a household's week. Days and slots count from 0. */
export function planProblem(
  candidates: readonly Candidate[],
  eaters: readonly Eater[],
  wishes: Wishes,
  relaxation: Relaxation,
): Problem {
  const scarcity = shortage(candidates, wishes);
  const { leftovers } = wishes;
  const ahead = leftovers?.cooksAhead ?? null;
  const weekGoals = weekGoalsOf(eaters, candidates, wishes);
  return {
    days: Array.from({ length: wishes.days }, (_, d) => ({
      slots: wishes.slots.map((name) => slotOf(wishes, d, name)),
      ...(ahead ? { cooks_ahead: ahead[d] ?? false } : {}),
    })),
    recipes: candidates.map((recipe) => ({
      id: recipe.recipe_id,
      suits: recipe.suits,
      nutrients: plannedNutrients(recipe.nutrition.per_serving),
      minutes: minutesOf(recipe),
      // Porridge on two mornings is fine; two chicken dinners in a row aren't.
      main: relaxation === "main_ingredient" || isLight(recipe) ? null : recipe.nutrition.main,
      max_uses: relaxation === "none" ? usesAllowed(recipe) : Math.max(usesAllowed(recipe), scarcity.uses),
      penalty: penalty(recipe, eaters, wishes),
      ...(leftovers ? keeping(recipe, eaters, wishes) : {}),
    })),
    people: eaters.map((eater) => ({
      id: eater.person_id,
      goals: eater.goals.map((goal) => ({
        nutrient: goal.nutrient,
        target: goal.target,
        tolerance_under: goal.tolerance_percent / 100,
        tolerance_over: goal.tolerance_percent / 100,
        weight_under: goal.kind === "at_most" ? 0 : goal.weight,
        weight_over: goal.kind === "at_least" ? 0 : goal.weight,
      })),
      portions: eater.portion_sizes.map((size) => ({
        size,
        penalty: portionPenalty(size),
      })),
    })),
    min_gap_days: relaxation === "none" ? 2 : scarcity.gapDays,
    locked: [],
    ...(weekGoals.length > 0 ? { week_goals: weekGoals } : {}),
    ...(leftovers
      ? {
          leftovers: {
            most: leftovers.meals,
            most_a_cooking: ahead ? MEALS_OF_COOKING_AHEAD : MEALS_OF_A_COOKING,
          },
        }
      : {}),
  };
}

function slotOf({ time }: Wishes, day: number, name: string): Problem["days"][number]["slots"][number] {
  const max_minutes = time ? minutesAllowed(time.limits, dateAfter(time.start, day), name) : null;
  return max_minutes === null ? { name } : { name, max_minutes };
}

/** What keeps may be eaten again: it takes no cooking then, nor anything from the pantry. */
function keeping(recipe: Candidate, eaters: readonly Eater[], wishes: Wishes) {
  const { cooking, pantry } = penaltyParts(recipe, eaters, wishes);
  return {
    keeps_days: recipe.keeps_days ?? 0,
    leftover_penalty: penalty(recipe, eaters, wishes) - cooking - pantry - POINTS.welcomeLeftovers,
  };
}

function isLight(recipe: Candidate): boolean {
  return recipe.suits.every((meal) => LIGHT_MEALS.has(meal));
}

function usesAllowed(recipe: Candidate): number {
  return isLight(recipe) ? 2 : 1;
}

/** How often a recipe must be allowed, and how soon again, for the scarcest kind of meal to fill its slots. */
function shortage(candidates: readonly Candidate[], wishes: Wishes): { uses: number; gapDays: number } {
  const choices = [...new Set(wishes.slots)].map((slot) => {
    const perDay = wishes.slots.filter((name) => name === slot).length;
    const suitable = candidates.filter((recipe) => recipe.suits.some((meal) => meal === slot)).length;
    return { suitable: Math.max(suitable, 1), needed: perDay * wishes.days, perDay };
  });
  return {
    // Twice the even share: recipes that suit several slots are claimed by all of them.
    uses: Math.max(...choices.map(({ suitable, needed }) => Math.ceil((2 * needed) / suitable))),
    gapDays: Math.min(
      2,
      ...choices.map(({ suitable, perDay }) => Math.max(1, Math.floor(suitable / perDay))),
    ),
  };
}

function plannedNutrients(perServing: Nutrients): Record<string, number | null> {
  return { ...perServing };
}

/** Points of a portion that isn't 1; none for who doesn't eat. */
export function portionPenalty(size: number): number {
  return size > 0 ? POINTS.oddPortion * Math.abs(Math.log2(size)) : 0;
}

/** What a recipe costs each time it is planned, whatever the goals: points of the objective, by reason. */
export type PenaltyParts = {
  rating: number;
  disliked: number;
  not_again_soon: number;
  cooking: number;
  pantry: number;
  learned: number;
};

export function penaltyParts(
  recipe: Candidate,
  eaters: readonly Eater[],
  { daysSincePlanned, pantry, tastes }: Pick<Wishes, "daysSincePlanned" | "pantry" | "tastes">,
): PenaltyParts {
  const stars = 5 - (recipe.rating ?? 4);
  const dislikers = eaters.filter((eater) => eater.disliked_foods.some((food) => mentions(recipe, food)));
  const daysAgo = daysSincePlanned.get(recipe.recipe_id) ?? Number.POSITIVE_INFINITY;
  const staleness = Math.max(0, 1 - daysAgo / NOT_AGAIN_DAYS);
  return {
    rating: stars * POINTS.starMissing,
    disliked: (POINTS.disliked * dislikers.length) / eaters.length,
    not_again_soon: POINTS.notAgainSoon * staleness,
    cooking: POINTS.hourOfCooking * (minutesOf(recipe) / 60),
    pantry: pantry
      ? POINTS.notFromPantry * (pantry.mostShare - pantryShare(recipe, pantry.stock, eaters.length))
      : 0,
    learned: tastePoints(recipe, tastes),
  };
}

function penalty(recipe: Candidate, eaters: readonly Eater[], wishes: Wishes): number {
  const parts = penaltyParts(recipe, eaters, wishes);
  return parts.rating + parts.disliked + parts.not_again_soon + parts.cooking + parts.pantry + parts.learned;
}
