import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { emit } from "../../events/producers/emit.ts";
import type { EventEnvelope } from "../../events/schemas/envelope.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { readAtHome, withoutLeftovers } from "./at_home.ts";
import { composeList } from "./compose_list.ts";
import { insertItems, readItems, retireItems, rewriteItems } from "./item_store.ts";
import { countChange, findListOf, insertList, type ListScope, lockHousehold } from "./list_store.ts";
import { type PlannedMeal, plannedMeals, scopeDays } from "./planned_meals.ts";
import { digestNeeds, type Ingredients, needsOf, readIngredients } from "./read_needs.ts";
import { reconcileItems } from "./reconcile_items.ts";
import { dueItems } from "./recurring_items.ts";
import type { ShoppingLine } from "./shopping_line.ts";
import type { StoredList } from "./stored_list.ts";

export const generateListInput = z
  .strictObject({
    plan_id: z.uuid().optional().describe("The plan to shop for; left out, the active plans of the days."),
    from_date: z.iso.date().optional().describe("The first day to shop for; left out, the plan's first."),
    to_date: z.iso.date().optional().describe("The last day to shop for; left out, the plan's last."),
    household_id: z.uuid().optional().describe("May be left out where there is only one household."),
  })
  .refine((input) => input.plan_id || (input.from_date && input.to_date), {
    path: ["plan_id"],
    message: "Name a plan_id, or both from_date and to_date.",
  })
  .refine((input) => !input.from_date || !input.to_date || input.from_date <= input.to_date, {
    path: ["to_date"],
    message: "Must not be before from_date.",
  });

export type GeneratedList = {
  list_id: string;
  state: "open" | "completed";
  version: number;
  created: boolean;
  added: number;
  changed: number;
  removed: number;
};

type Cause = Pick<EventEnvelope, "id" | "detail">;

/**
 * Makes the shopping list of a plan, of some of its days, or of the active plans of some days; or brings it up to
 * date, where there is an open one. Ticks, notes and lines written by hand stay. Doing it twice changes nothing and tells
 * nobody. Where the list is completed, and the meals have changed since, what is missing now goes on a new list.
 *
 * ShoppingListCreated or ShoppingListUpdated commits with it.
 *
 * @throws NotFound where the household has no such plan; Conflict where it is cancelled; InvalidInput where no plan covers the days.
 */
export async function generateList(
  tx: Tx,
  input: { planId?: string; fromDate?: string; toDate?: string; householdId?: string; cause?: Cause },
): Promise<GeneratedList> {
  const household = await resolveHousehold(tx, input.householdId);
  await lockHousehold(tx, household);
  const scope: ListScope = {
    plan_id: input.planId ?? null,
    from_date: input.fromDate ?? null,
    to_date: input.toDate ?? null,
  };
  const known = await findListOf(tx, household, scope);
  if (known?.state === "open") return updateList(tx, household, known, input.cause);
  const days = await scopeDays(tx, household, scope);
  const meals = await plannedMeals(tx, household, scope);
  const ingredients = await readIngredients(tx, meals);
  const digest = digestNeeds(needsOf(meals, ingredients));
  if (known && known.needs_digest === digest) return unchanged(known);
  const fresh = meals.filter((meal) => meal.cookedAt === null);
  const lines = await composeFor(tx, household, fresh, ingredients, null);
  // Nothing that isn't at home: the completed list still answers.
  if (known && lines.every((line) => line.amount === 0 || line.check !== null)) return unchanged(known);
  const list = await insertList(tx, household, scope, { name: nameOf(days), needsDigest: digest });
  const items = [
    ...lines.map((line) => ({ line, origin: "plan" as const, baselineAmount: line.amount })),
    ...(await dueItems(tx, household, days.to)),
  ];
  const ids = await insertItems(tx, list.list_id, items);
  const { list_id, household_id, plan_id, version, state } = list;
  const detail = { household_id, list_id, version, plan_id, items: ids.length };
  await emit(tx, [{ type: "ShoppingListCreated", detail }], input.cause);
  return { list_id, state, version, created: true, added: ids.length, changed: 0, removed: 0 };
}

/** Brings an open list in step with its meals and the pantry. Lists without meals behind them stay as they are. */
export async function updateList(
  tx: Tx,
  household: Household,
  list: StoredList,
  cause?: Cause,
): Promise<GeneratedList> {
  if (list.plan_id === null && list.from_date === null) return unchanged(list);
  const meals = await plannedMeals(tx, household, list);
  const pending = meals.filter(({ cookedAt }) => cookedAt === null || cookedAt >= list.created_at);
  const ingredients = await readIngredients(tx, meals);
  const lines = await composeFor(tx, household, pending, ingredients, list.list_id);
  const stored = (await readItems(tx, list.list_id)).filter((item) => item.origin === "plan");
  const { added, changed, retired } = reconcileItems(stored, lines);
  if (added.length + changed.length + retired.length === 0) return unchanged(list);
  // A later line is news: its whole amount is shown as a change.
  const late = added.map((line) => ({ line, origin: "plan" as const, baselineAmount: 0 }));
  const version = await countChange(tx, list.list_id, digestNeeds(needsOf(meals, ingredients)));
  await insertItems(tx, list.list_id, late);
  await rewriteItems(tx, changed, version);
  await retireItems(tx, retired, version);
  const counts = { added: added.length, changed: changed.length, removed: retired.length };
  const { list_id, household_id, state } = list;
  const detail = { household_id, list_id, version, ...counts };
  await emit(tx, [{ type: "ShoppingListUpdated", detail }], cause);
  return { list_id, state, version, created: false, ...counts };
}

async function composeFor(
  tx: Tx,
  household: Household,
  meals: readonly PlannedMeal[],
  ingredients: Ingredients,
  ownListId: string | null,
): Promise<ShoppingLine[]> {
  const atHome = await readAtHome(tx, household, meals, ownListId);
  return composeList(needsOf(withoutLeftovers(meals, atHome.lots), ingredients), atHome);
}

function unchanged({ list_id, state, version }: StoredList): GeneratedList {
  return { list_id, state, version, created: false, added: 0, changed: 0, removed: 0 };
}

function nameOf({ from, to }: { from: string; to: string }): string {
  return from === to ? `Shopping for ${from}` : `Shopping for ${from} to ${to}`;
}
