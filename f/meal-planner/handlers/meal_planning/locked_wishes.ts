import { z } from "zod";
import { type InputProblem, InvalidInput } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { dateAfter, daysApart } from "./calendar.ts";
import type { Candidate } from "./candidates.ts";
import type { LeftOut } from "./plan.ts";

/** Meals that somebody wants in a plan, whatever the rest will be. */
export const lockedInput = z
  .array(
    z.strictObject({
      date: z.iso.date({ message: "A date such as 2026-03-02." }),
      slot: plainText(40),
      recipe_id: z.uuid(),
    }),
  )
  .max(200)
  .default([]);
export type LockedWish = z.output<typeof lockedInput>[number];

/** As the planner counts: days and slots from 0. */
export type Lock = { day: number; slot: number; recipe_id: string };

export type WeekToLock = {
  start: string;
  days: number;
  slots: readonly string[];
  candidates: readonly Candidate[];
  leftOut: readonly LeftOut[];
};

/**
 * The places of locked meals.
 *
 * @throws InvalidInput with one entry for each that can't be: outside of the days, a slot that the day doesn't have (left),
 *   a recipe that doesn't suit it, is unknown, or that somebody at the table may not eat.
 */
export function placeLocks(wanted: readonly LockedWish[], week: WeekToLock): Lock[] {
  const locks: Lock[] = [];
  const problems: InputProblem[] = [];
  wanted.forEach((wish, index) => {
    const day = wish.date < week.start ? -1 : daysApart(wish.date, week.start);
    const slot = week.slots.findIndex(
      (name, place) =>
        name === wish.slot && !locks.some((other) => other.day === day && other.slot === place),
    );
    const problem = problemOf(wish, week, day, slot);
    if (problem) problems.push({ ...problem, path: `locked[${index}].${problem.path}` });
    else locks.push({ day, slot, recipe_id: wish.recipe_id });
  });
  if (problems.length > 0) throw new InvalidInput(problems);
  return locks;
}

function problemOf(wish: LockedWish, week: WeekToLock, day: number, slot: number): InputProblem | undefined {
  if (day < 0 || day >= week.days) {
    const last = dateAfter(week.start, week.days - 1);
    return { path: "date", message: `The plan goes from ${week.start} to ${last}.` };
  }
  if (slot < 0) {
    return {
      path: "slot",
      message: `No ${wish.slot} is free on ${wish.date}; its meals: ${week.slots.join(", ")}.`,
    };
  }
  const out = week.leftOut.find((recipe) => recipe.recipe_id === wish.recipe_id);
  if (out) return { path: "recipe_id", message: `${out.name} can't be planned: ${out.reason}.` };
  const recipe = week.candidates.find((candidate) => candidate.recipe_id === wish.recipe_id);
  if (!recipe) return { path: "recipe_id", message: `There is no recipe ${wish.recipe_id} to plan.` };
  if (recipe.suits.some((meal) => meal === wish.slot)) return undefined;
  return { path: "slot", message: `${recipe.name} suits ${recipe.suits.join(" and ")}, not ${wish.slot}.` };
}
