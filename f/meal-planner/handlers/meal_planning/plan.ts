import type { MissedGoal } from "./missed_goals.ts";
import type { PlanLife } from "./plan_life.ts";
import type { Relaxation } from "./plan_problem.ts";
import type { TimeLimit } from "./time_limits.ts";

/** What became of a meal on its day; null until somebody says. */
export type MealMark = "eaten" | "skipped" | null;

export type PlannedMeal = {
  /** `YYYY-MM-DD`, a day in the household's time zone. */
  date: string;
  /** The place in the day, from 0. */
  position: number;
  slot: string;
  recipe_id: string;
  /** Servings of the recipe for each person, by person id, and those of guests all together as `guests`. */
  portions: Record<string, number>;
  /** Chosen by hand: planning again keeps it. */
  locked: boolean;
  mark: MealMark;
  /** Whether a skipped meal is so because they eat elsewhere: it is no evidence of taste. */
  eaten_out?: boolean;
  /** Whether the shopping list's room has it down as cooked; of leftovers, whether they have been. */
  cooked: boolean;
  /** Where it was cooked, if it is eaten from what was cooked before; it takes no shopping and no cooking of its own. */
  leftover_of?: { date: string; position: number } | null;
};

/** A recipe that was not considered, and why. */
export type LeftOut = { recipe_id: string; name: string; reason: string };

/** How a plan was made: enough to judge it, and to make the same one again. */
export type Generation = {
  seed: number;
  status: string;
  objective: number;
  lower_bound: number;
  gap: number;
  elapsed_ms: number;
  considered: number;
  /** At most `MOST_LEFT_OUT_TOLD` of them. */
  left_out: LeftOut[];
  /** How many more were left out. Plans made before it was kept lack it. */
  left_out_more?: number;
  /** Wishes that could not be met, in words. */
  unmet: string[];
  /** Goals that the week is poor in, the dearest first. Plans made before they were kept lack them. */
  missed_goals?: MissedGoal[];
  /** What variety was given up; later changes keep the rules that are left. Plans made before it was kept lack it. */
  relaxation?: Relaxation;
  min_coverage?: number;
  /** How long meals may take; later changes keep to it. Plans made before it was kept lack it. */
  max_minutes?: TimeLimit[];
  pantry_first?: boolean;
};

export type Plan = PlanLife & {
  plan_id: string;
  household_id: string;
  version: number;
  start_date: string;
  days: number;
  /** The meals of each day, in order. */
  slots: string[];
  generation: Generation | null;
};

/** A plan keeps why so many recipes were left out; of more, only how many. */
export const MOST_LEFT_OUT_TOLD = 200;

/** The slots of a day where none are chosen. */
export const USUAL_SLOTS = ["breakfast", "lunch", "snack", "dinner"] as const;

/** Share of a recipe's mass whose nutrition must be known for it to be planned, where nobody says. */
export const USUAL_MIN_COVERAGE = 0.9;
