import { randomUUID } from "node:crypto";
import { beforeEach } from "vitest";
import type { Database } from "../../f/meal-planner/database/connection.ts";
import { updateItems } from "../../f/meal-planner/handlers/shopping_list/update_items.ts";
import {
  type TandoorAccount,
  tandoorAccount,
} from "../../f/meal-planner/handlers/tandoor/tandoor_account.ts";
import type { Household } from "../../f/meal-planner/households/household.ts";
import { setPublishing } from "../../f/meal-planner/households/publishing_settings.ts";
import { openKitchen, writePlan, writeRecipe } from "./shopping_kitchen.ts";
import { type TandoorWorld, useTandoor } from "./tandoor_world.ts";
import { useTestDatabase } from "./test_database.ts";

/** Days that Tandoor's own window (360 days) doesn't reach. */
export const FIRST = "2098-03-03";
export const SECOND = "2098-03-04";
export const THIRD = "2098-03-05";

export type Kitchen = {
  household: Household;
  household_id: string;
  plan_id: string;
  soup: string;
  salad: string;
};

/** An empty Tandoor and, for each test anew, a household of `publishingKitchen`: `kitchen`, unless the test sets its own. */
export function usePublishingKitchen(chosen: object = {}) {
  const db = useTestDatabase();
  const tandoor = useTandoor();
  let kitchen: Kitchen | undefined;
  beforeEach(async () => {
    await tandoor.reset();
    kitchen = await publishingKitchen(db.database, chosen);
  });
  return {
    db,
    tandoor,
    get kitchen(): Kitchen {
      if (!kitchen) throw new Error("There is a kitchen only while a test runs.");
      return kitchen;
    },
    set kitchen(own: Kitchen) {
      kitchen = own;
    },
  };
}

/** A household that follows a plan of two dinners: soup on the first day, salad on the second. */
export async function publishingKitchen(database: Database, chosen: object = {}): Promise<Kitchen> {
  return database.transaction(async (tx) => {
    const household = await openKitchen(tx);
    const { household_id } = household;
    const soup = await writeRecipe(tx, household, {
      name: "Onion soup",
      servings: 2,
      lines: ["4 onions", "500 g potatoes"],
    });
    const salad = await writeRecipe(tx, household, { name: "Salad", servings: 2, lines: ["2 cucumbers"] });
    const plan_id = await writePlan(
      tx,
      household,
      [
        { date: FIRST, recipeId: soup, portions: 2 },
        { date: SECOND, recipeId: salad, portions: 1.5 },
      ],
      { start: FIRST, days: 3 },
    );
    await setPublishing(tx, { household_id, tandoor_meal_plan: true, tandoor_shopping: true, ...chosen });
    return { household, household_id, plan_id, soup, salad };
  });
}

/** Puts meals in place of the plan's, or another state of it, as a new version. */
export async function changePlan(
  database: Database,
  kitchen: Kitchen,
  meals: { date: string; recipeId: string; portions: number }[],
  state = "active",
): Promise<void> {
  const { household, plan_id: planId } = kitchen;
  await database.transaction((tx) => writePlan(tx, household, meals, { planId, state, start: FIRST }));
}

/** Ticks lines of the plan's list here, or takes the ticks off. */
export async function tickHere(
  database: Database,
  { plan_id, household_id }: Kitchen,
  names: string[],
  ticked = true,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { rows } = await tx.query<{ list_id: string; version: number; item_id: string }>(
      `select list.list_id, list.version, item.item_id from meal_planner.shopping_lists list
       join meal_planner.shopping_items item using (list_id)
       where list.plan_id = $1::uuid and item.name = any ($2::text[])`,
      [plan_id, names],
    );
    const { list_id, version } = rows[0]!;
    const items = rows.map(({ item_id }) => ({ item_id, ticked }));
    await updateItems(tx, { list_id, version, items, household_id });
  });
}

export type ShownEntry = {
  id: number;
  title: string;
  recipe: { id: number; name: string } | null;
  servings: number;
  note: string;
  from_date: string;
  meal_type: { id: number; name: string };
};
export type ShownLine = {
  id: number;
  food: { name: string };
  unit: { name: string } | null;
  amount: number;
  checked: boolean;
};

/** What is in Tandoor, as a person would look at it. */
export async function lookIntoTandoor(tandoor: Pick<TandoorWorld, "api">) {
  type Page<T> = { results: T[] };
  const span = "from_date=2098-01-01&to_date=2098-12-31&page_size=200";
  const entries = await tandoor.api<Page<ShownEntry>>("GET", `/api/meal-plan/?${span}`);
  const lines = await tandoor.api<Page<ShownLine>>("GET", "/api/shopping-list-entry/?page_size=200");
  return {
    entries: entries.results,
    lines: lines.results,
    plan: entries.results.map(
      (entry) =>
        `${entry.from_date.slice(0, 10)} ${entry.meal_type.name} ${entry.recipe?.name ?? entry.title} ${entry.servings}`,
    ),
    shopping: lines.results
      .map((line) => `${line.checked ? "✓ " : ""}${line.amount} ${line.unit?.name ?? "-"} ${line.food.name}`)
      .sort(),
  };
}

/** The account of a token of its own: failing calls of one test don't open the circuit of another. */
export async function freshAccount(tandoor: TandoorWorld): Promise<TandoorAccount> {
  const token = `tda_${randomUUID()}`;
  const own = { user: { id: 1, name: "anna" }, space: 1, group: "user", expires: "2099-01-01" } as const;
  await tandoor.settings({
    tokens: [tandoor.token, token].map((one) => ({ ...own, token: one, scope: "read write" })),
  });
  return tandoorAccount({ base_url: tandoor.address, token });
}
