import type { Meal } from "./meal_fit.ts";

/** Kilocalories of a usual portion, by the meal. */
const USUAL_KCAL: Record<Meal, number> = { breakfast: 450, lunch: 600, dinner: 650, snack: 220 };

export type PortionCount = { servings: number; from: "stated" | "sized by energy" };

/**
 * How many portions a recipe makes: as stated; where its source doesn't say, as many as make a portion of usual
 * energy for its meal. What a portion then holds is right either way, because the whole is known.
 */
export function portionCount(
  stated: number | null,
  totalKcal: number | null,
  suits: readonly Meal[],
): PortionCount {
  if (stated !== null) return { servings: stated, from: "stated" };
  const meal = suits.includes("dinner") ? "dinner" : (suits[0] ?? "dinner");
  const portions = Math.round((totalKcal ?? 0) / USUAL_KCAL[meal]);
  return { servings: Math.max(1, portions), from: "sized by energy" };
}
