import type { Answer } from "../../runnables/runnables.ts";

type Limit = Answer<"planning_wishes">["max_minutes"][number];

const WORK = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const REST = ["saturday", "sunday"] as const;

/** The meals that a household limits the time of, as most do. */
export const TIMED_MEALS = [
  { id: "weekday_dinner", slot: "dinner", weekdays: WORK },
  { id: "weekend_dinner", slot: "dinner", weekdays: REST },
  { id: "lunch", slot: "lunch", weekdays: null },
  { id: "breakfast", slot: "breakfast", weekdays: null },
] as const;
export type TimedMeal = (typeof TIMED_MEALS)[number];

/** The minutes that a limit of exactly these meals allows; null where there is none. */
export function minutesOf(limits: readonly Limit[], meal: TimedMeal): number | null {
  return limits.find((limit) => isOf(limit, meal))?.minutes ?? null;
}

/** The limits with another one, or none, for these meals; those of any other shape stay. */
export function withMinutes(limits: readonly Limit[], meal: TimedMeal, minutes: number | null): Limit[] {
  const others = limits.filter((limit) => !isOf(limit, meal));
  if (minutes === null) return others;
  const { slot, weekdays } = meal;
  return [...others, { minutes, slot, ...(weekdays ? { weekdays: [...weekdays] } : {}) }];
}

function isOf({ slot, weekdays }: Limit, meal: TimedMeal): boolean {
  const days = meal.weekdays ?? [];
  return (
    slot === meal.slot &&
    (weekdays ?? []).length === days.length &&
    days.every((day) => weekdays?.includes(day))
  );
}
