import type { PlannedMeal } from "./plan.ts";

/** What stands for all guests together among a meal's portions. No person's id can be it. */
export const GUESTS = "guests";

/** Servings that guests get of a meal. */
export function guestsOf({ portions }: Pick<PlannedMeal, "portions">): number {
  return portions[GUESTS] ?? 0;
}

/** Portions with so much for guests: it is cooked and shopped for, and counts for nobody's goals. */
export function withGuests(portions: Record<string, number>, guests: number): Record<string, number> {
  const { [GUESTS]: _before, ...people } = portions;
  return guests > 0 ? { ...people, [GUESTS]: guests } : people;
}
