import { z } from "zod";
import { plainText } from "../../database/plain_text.ts";
import { WEEKDAYS, weekdayOf } from "./calendar.ts";

/** How long a meal may take to make: on some weekdays or all, of one slot or any. */
export const timeLimitsInput = z
  .array(
    z.strictObject({
      minutes: z.int().min(1).max(1_440),
      slot: plainText(40).optional(),
      weekdays: z.array(z.enum(WEEKDAYS)).min(1).max(WEEKDAYS.length).optional(),
    }),
  )
  .max(50)
  .optional();
export type TimeLimit = NonNullable<z.output<typeof timeLimitsInput>>[number];

/** What a recipe is reckoned to take where it says nothing. */
export const USUAL_MINUTES = 30;

export function minutesOf(recipe: { minutes: number | null }): number {
  return recipe.minutes ?? USUAL_MINUTES;
}

/** The shortest limit that holds for a meal; null where none does. */
export function minutesAllowed(limits: readonly TimeLimit[], date: string, slot: string): number | null {
  const holding = limits.filter(
    (limit) =>
      (limit.slot === undefined || limit.slot === slot) &&
      (limit.weekdays === undefined || limit.weekdays.includes(weekdayOf(date))),
  );
  return holding.length === 0 ? null : Math.min(...holding.map((limit) => limit.minutes));
}

/** The limits without any that holds for a slot: given up where no recipe keeps to them. */
export function withoutLimitsOf(
  limits: readonly TimeLimit[],
  slot: string,
  slots: readonly string[],
): TimeLimit[] {
  return limits.flatMap((limit) => {
    if (limit.slot === slot) return [];
    if (limit.slot !== undefined) return [limit];
    return [...new Set(slots)].filter((name) => name !== slot).map((name) => ({ ...limit, slot: name }));
  });
}
