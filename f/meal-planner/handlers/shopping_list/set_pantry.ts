import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { resolveHousehold } from "../../households/household.ts";
import { leftoverKey } from "./at_home.ts";
import { eachFood } from "./each_food.ts";
import { handText, readHandLines } from "./hand_line.ts";
import { lockHousehold } from "./list_store.ts";
import { changeLots, lockLots, type PantryFood, upsertPantryFoods } from "./pantry_store.ts";
import type { ShoppingLine } from "./shopping_line.ts";

const pantryItem = z
  .strictObject({
    line: handText.optional().describe('What is there and how much: "500 g rice". 0 empties it: "0 g rice".'),
    recipe_id: z
      .uuid()
      .optional()
      .describe("A cooked recipe of which portions are left, in place of a line."),
    portions: z.number().min(0, { message: "Must not be negative." }).max(1000).optional(),
    best_before: z.iso.date().optional(),
    always_have: z
      .boolean()
      .optional()
      .describe("True: it is always at home, so that lists only say to check."),
  })
  .refine((item) => (item.line === undefined) !== (item.recipe_id === undefined), {
    message: "Give either a line or a recipe_id.",
  })
  .refine((item) => (item.recipe_id === undefined) === (item.portions === undefined), {
    path: ["portions"],
    message: "Goes with recipe_id: how many portions are left.",
  });

export const setPantryInput = z.strictObject({
  items: z
    .array(pantryItem)
    .min(1, { message: "Name at least one food." })
    .max(500, { message: "At most 500 at once." }),
  household_id: z.uuid().optional(),
});

type PantryItem = z.output<typeof pantryItem>;
type Setting = { food: PantryFood; amount: number | null; item: PantryItem };

/**
 * Says what is at home: for each food (and best-before date) the amount that is there now, which replaces the one known
 * before. A line of several foods ("salt and pepper") sets each. Every change is written to the ledger; saying the same again changes nothing.
 *
 * @throws InvalidInput for an amount that can't be weighed, one that several foods share, or a line without an amount that isn't `always_have` either;
 *   NotFound for an unknown recipe. Nothing is changed then.
 */
export async function setPantry(
  tx: Tx,
  input: z.output<typeof setPantryInput>,
): Promise<{ changed: number }> {
  const household = await resolveHousehold(tx, input.household_id);
  await lockHousehold(tx, household);
  const named = await eachFood(
    tx,
    household,
    input.items.map((item) => item.line ?? "leftovers"),
  );
  const single = named.flatMap(({ texts, shared }, index) =>
    texts.map((text) => ({ text, shared, index, item: input.items[index] as PantryItem })),
  );
  const lines = await readHandLines(
    tx,
    household,
    single.map(({ text }) => text),
  );
  const recipes = await recipeNames(tx, household.household_id, input.items);
  const problems: { path: string; message: string }[] = [];
  const settings = single.flatMap(({ item, shared, index }, at): Setting[] => {
    const line = shared ? SEVERAL : lineSetting(item, lines[at] as ShoppingLine);
    const read = item.recipe_id ? leftoverSetting(item, recipes) : line;
    if (typeof read !== "string") return [read];
    problems.push({ path: `items[${index}].${item.recipe_id ? "recipe_id" : "line"}`, message: read });
    return [];
  });
  if (problems.length > 0) throw new InvalidInput(problems);
  await upsertPantryFoods(
    tx,
    household,
    settings.map(({ food, item }) => ({ ...food, alwaysHave: item.always_have })),
  );
  const keys = settings.map(({ food }) => food.key);
  const there = new Map(
    (await lockLots(tx, household, keys)).map((lot) => [lotName(lot.key, lot.bestBefore), lot.amount]),
  );
  const wanted = new Map<string, { key: string; bestBefore: string | null; amount: number }>();
  for (const { food, amount, item } of settings) {
    if (amount === null) continue;
    const bestBefore = item.best_before ?? null;
    wanted.set(lotName(food.key, bestBefore), { key: food.key, bestBefore, amount });
  }
  const changes = [...wanted].map(([lot, { key, bestBefore, amount }]) => ({
    key,
    bestBefore,
    delta: amount - (there.get(lot) ?? 0),
  }));
  await changeLots(tx, household, changes, { reason: "set" });
  return { changed: changes.filter((change) => change.delta !== 0).length };
}

const lotName = (key: string, bestBefore: string | null) => JSON.stringify([key, bestBefore]);

const SEVERAL =
  'Names several foods with one amount. Give each a line of its own: "200 g salt", "50 g pepper"';

/** What a line sets, or what is wrong with it. */
function lineSetting(item: PantryItem, line: ShoppingLine): Setting | string {
  const known = line.key.startsWith("food:");
  const food = { key: line.key, name: line.name, food_id: line.food_id, unit: known ? "gram" : line.unit };
  const amount = known ? line.grams : line.amount;
  if (amount !== null) return { food, amount, item };
  if (line.amount !== null) return `Nobody knows what that weighs. Say it in grams: "200 g ${line.name}"`;
  if (item.always_have !== undefined) return { food, amount: null, item };
  return `Say how much: "500 g ${line.name}", or that it is always_have`;
}

function leftoverSetting(item: PantryItem, recipes: ReadonlyMap<string, string>): Setting | string {
  const name = recipes.get(item.recipe_id ?? "");
  if (!item.recipe_id || name === undefined) return "Isn't a recipe of this household";
  const food = { key: leftoverKey(item.recipe_id), name, food_id: null, unit: "portion" };
  return { food, amount: item.portions ?? null, item };
}

async function recipeNames(
  tx: Tx,
  householdId: string,
  items: readonly PantryItem[],
): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ recipe_id: string; name: string }>(
    `select recipe_id, name from meal_planner.recipes
     where household_id = $1::uuid and recipe_id = any($2::uuid[])`,
    [householdId, items.flatMap((item) => item.recipe_id ?? [])],
  );
  return new Map(rows.map((row) => [row.recipe_id, row.name]));
}
