/** draft → generated → approved → active → done, or cancelled on the way. */
export type PlanState = "draft" | "generated" | "approved" | "active" | "done" | "cancelled";

export type PlannedMeal = {
  /** `YYYY-MM-DD`, a day in the household's time zone. */
  date: string;
  /** The place in the day, from 0. */
  position: number;
  slot: string;
  recipe_id: string;
  /** Servings of the recipe for each person, by person id. */
  portions: Record<string, number>;
  locked: boolean;
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
  left_out: LeftOut[];
  /** Wishes that could not be met, in words. */
  unmet: string[];
};

export type Plan = {
  plan_id: string;
  household_id: string;
  version: number;
  state: PlanState;
  start_date: string;
  days: number;
  generation: Generation | null;
};

/** The slots of a day where none are chosen. */
export const USUAL_SLOTS = ["breakfast", "lunch", "snack", "dinner"] as const;
