import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict } from "../../database/errors.ts";
import { type OpenPlan, openPlan, planTarget, saveChange } from "./change_plan.ts";
import type { PlannedMeal } from "./plan.ts";
import { type CellChange, type CellMeal, lastChanges, markUndone, reverseOf } from "./plan_history.ts";
import { requireCandidate } from "./plan_place.ts";
import { planMeals } from "./plan_store.ts";
import { goalDateOf, readWeek } from "./week.ts";

export const undoChangeInput = z.strictObject({
  ...planTarget,
  count: z.int().min(1).max(50).default(1).describe("How many changes, the last first."),
});

export type UndoneChanges = {
  plan_id: string;
  version: number;
  /** What was taken back, the latest first. */
  undone: { version: number; reason: string }[];
  meals: PlannedMeal[];
};

/**
 * Takes back the last changes of a plan's meals (swaps, additions, removals, locks, marks, planning again), all of them or
 * none. Called again it goes further back; changes of state stay. What has happened since isn't rewritten.
 *
 * @throws Conflict where there is no change to take back, it would change a day that has passed or a meal that is cooked,
 *   bring back a recipe that is gone or may not be eaten any more, or the plan has changed since `version`.
 */
export async function undoChange(tx: Tx, input: z.output<typeof undoChangeInput>): Promise<UndoneChanges> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const changes = await lastChanges(tx, open.plan.plan_id, input.count);
  const oldest = changes.at(-1);
  if (!oldest) throw new Conflict("No change of this plan is left to take back.");
  const cells = reverseOf(changes);
  await requirePossible(tx, open, cells);
  const version = await saveChange(tx, open, {
    reason: `taken back: ${changes.map(({ reason }) => reason).join("; ")}`,
    cells,
    undid_from: oldest.version,
  });
  await markUndone(
    tx,
    open.plan.plan_id,
    changes.map((change) => change.version),
    version,
  );
  const undone = changes.map(({ version, reason }) => ({ version, reason }));
  return { plan_id: open.plan.plan_id, version, undone, meals: await planMeals(tx, open.plan.plan_id) };
}

/** A lock or a mark can always be taken back; what is on the plate only where it hasn't happened and may be eaten. */
async function requirePossible(tx: Tx, open: OpenPlan, cells: readonly CellChange[]): Promise<void> {
  const replated = cells.filter(({ before, after }) => !sameDish(before, after));
  const past = replated.find(({ date }) => date < open.today);
  if (past) {
    throw new Conflict(`This would change the meals of ${past.date}, which has passed.`, { cells });
  }
  const cooked = replated.find(
    ({ date, position }) =>
      open.meals.find((meal) => meal.date === date && meal.position === position)?.cooked,
  );
  if (cooked) {
    throw new Conflict(`This would change a meal of ${cooked.date} that is cooked already.`, { cells });
  }
  if (replated.every(({ after }) => after === null)) return;
  const week = await readWeek(tx, open.household, open.plan, open.meals, goalDateOf(open.plan, open.today));
  for (const { after } of replated) if (after) requireCandidate(week, after.recipe_id);
}

function sameDish(a: CellMeal | null, b: CellMeal | null): boolean {
  if (a === null || b === null) return a === b;
  return a.recipe_id === b.recipe_id && isDeepStrictEqual(a.portions, b.portions);
}
