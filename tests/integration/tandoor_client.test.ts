import { beforeEach, describe, expect, test } from "vitest";
import { reportError } from "../../f/meal-planner/database/errors.ts";
import {
  createMealPlan,
  createMealType,
  deleteMealPlan,
  mealPlans,
  mealTypes,
} from "../../f/meal-planner/handlers/tandoor/meal_plan_api.ts";
import {
  createTandoorRecipe,
  deleteTandoorRecipe,
  findTandoorRecipe,
  patchTandoorRecipe,
  recipePages,
} from "../../f/meal-planner/handlers/tandoor/recipe_api.ts";
import {
  addShoppingEntries,
  createShoppingEntry,
  createShoppingRecipe,
  deleteShoppingEntry,
  patchShoppingEntry,
  shoppingEntries,
} from "../../f/meal-planner/handlers/tandoor/shopping_api.ts";
import { tandoorAccount } from "../../f/meal-planner/handlers/tandoor/tandoor_account.ts";
import { type TandoorApi, withTandoor } from "../../f/meal-planner/handlers/tandoor/tandoor_api.ts";
import type { Fault } from "../servers/tandoor/faults.ts";
import { useTandoor } from "./tandoor_world.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const tandoor = useTandoor();

beforeEach(() => tandoor.reset());

/** Each under a token of its own where its circuit shouldn't be the others'. */
async function use<T>(work: (api: TandoorApi) => Promise<T>, resource = tandoor.resource): Promise<T> {
  return withTandoor(db.database, await tandoorAccount(resource), work);
}

const soup = (name = "Soup") => ({
  name,
  servings: 4,
  internal: true,
  steps: [
    {
      instruction: "Boil.",
      ingredients: [
        { food: { name: "Onion" }, unit: { name: "g" }, amount: 200, note: "diced", order: 0 },
        { food: { name: "salt" }, unit: null, amount: 0, no_amount: true, order: 1 },
      ],
    },
  ],
});

async function all<T>(items: AsyncGenerator<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe("recipes", () => {
  test("are made with their rows; foods are found by name whatever the case", async () => {
    await use(async (api) => {
      const one = await createTandoorRecipe(api, soup());
      const other = await createTandoorRecipe(api, soup());
      expect(other.id).not.toBe(one.id);
      expect(one.steps[0]?.ingredients.map((row) => [row.food?.name, row.unit?.name, row.amount])).toEqual([
        ["Onion", "g", 200],
        ["salt", undefined, 0],
      ]);
      const third = await createTandoorRecipe(api, {
        ...soup(),
        steps: [{ instruction: "", ingredients: [{ food: { name: "ONION" }, unit: null, amount: 1 }] }],
      });
      expect(third.steps[0]?.ingredients[0]?.food?.id).toBe(one.steps[0]?.ingredients[0]?.food?.id);
    });
  });

  test("keep the rows that are sent with their ids, and lose those that are left out", async () => {
    await use(async (api) => {
      const made = await createTandoorRecipe(api, soup());
      const step = made.steps[0];
      const kept = step?.ingredients[0];
      const changed = await patchTandoorRecipe(api, made.id, {
        steps: [{ id: step?.id, instruction: "Boil long.", ingredients: [{ ...kept, amount: 300 }] }],
      });
      expect(changed.steps).toMatchObject([
        { id: step?.id, instruction: "Boil long.", ingredients: [{ id: kept?.id, amount: 300 }] },
      ]);
      expect(changed.updated_at > made.updated_at).toBe(true);
    });
  });

  test("come in pages, each page when it is asked for", async () => {
    await use(async (api) => {
      for (let i = 0; i < 130; i++) await tandoor.api("POST", "/api/recipe/", soup(`Soup ${i}`));
      await tandoor.forget();
      const sizes: number[] = [];
      for await (const page of recipePages(api)) {
        sizes.push(page.items.length);
        expect(await tandoor.calls()).toHaveLength(sizes.length);
      }
      expect(sizes).toEqual([100, 30]);
    });
  });

  test("that are gone are told as gone", async () => {
    await use(async (api) => {
      const { id } = await createTandoorRecipe(api, soup());
      expect(await deleteTandoorRecipe(api, id)).toBe(true);
      expect(await deleteTandoorRecipe(api, id)).toBe(false);
      expect(await findTandoorRecipe(api, id)).toBeUndefined();
    });
  });
});

describe("meal plans and shopping", () => {
  test("a meal keeps its day, and takes its type's time for a midnight", async () => {
    await use(async (api) => {
      const recipe = await createTandoorRecipe(api, soup());
      const type = await createMealType(api, { name: "Dinner", time: "18:30:00" });
      expect(await createMealType(api, { name: "dinner" })).toMatchObject({ id: type.id });
      expect(await all(mealTypes(api))).toHaveLength(1);
      const plan = await createMealPlan(api, {
        title: "",
        recipe: { id: recipe.id, name: recipe.name },
        servings: 3,
        note: "",
        from_date: "2026-11-23T00:00:00+01:00",
        to_date: "2026-11-23T00:00:00+01:00",
        meal_type: { id: type.id, name: type.name },
      });
      expect(plan.from_date).toBe("2026-11-23T18:30:00+01:00");
      const span = { from_date: "2026-11-23", to_date: "2026-11-23" };
      expect(await all(mealPlans(api, span))).toMatchObject([{ id: plan.id, servings: 3 }]);
      expect(await all(mealPlans(api, { from_date: "2026-11-24", to_date: "2026-11-25" }))).toEqual([]);
      expect(await deleteMealPlan(api, plan.id)).toBe(true);
    });
  });

  test("entries are added one by one or to a list, changed and removed", async () => {
    await use(async (api) => {
      const entry = await createShoppingEntry(api, {
        food: { name: "Milk" },
        unit: { name: "l" },
        amount: 1.5,
      });
      const list = await createShoppingRecipe(api, {
        name: "Week",
        recipe: null,
        mealplan: null,
        servings: 1,
      });
      const food_id = entry.food?.id ?? null;
      const more = [{ amount: 2, unit_id: null, food_id, ingredient_id: null }];
      // A list with nothing on it is shown to nobody, and takes none at once.
      await expect(addShoppingEntries(api, list.id, more)).rejects.toMatchObject({ code: "NOT_FOUND" });
      const salt = { food: { name: "Salt" }, unit: null, amount: 0, list_recipe: list.id };
      await createShoppingEntry(api, salt);
      await addShoppingEntries(api, list.id, more);
      const entries = await all(shoppingEntries(api));
      expect(entries.map((one) => [one.food?.name, one.amount, one.list_recipe])).toEqual([
        ["Milk", 1.5, null],
        ["Salt", 0, list.id],
        ["Milk", 2, list.id],
      ]);
      expect(await patchShoppingEntry(api, entry.id, { amount: 2, checked: true })).toMatchObject({
        amount: 2,
        checked: true,
      });
      expect(await deleteShoppingEntry(api, entry.id)).toBe(true);
      expect(await all(shoppingEntries(api))).toHaveLength(2);
    });
  });
});

describe("faults", () => {
  const READ: [string, Fault][] = [
    ["a broken connection", { kind: "cut_before" }],
    ["an error of the server", { kind: "status", status: 500 }],
    ["a page of a proxy", { kind: "html", status: 502 }],
    ["JSON that breaks off", { kind: "malformed" }],
    ["HTML that says 200", { kind: "html_after" }],
    ["too many calls, to come back in seconds", { kind: "status", status: 429, retry_after: 1 }],
    [
      "too many calls, to come back at a time",
      { kind: "status", status: 429, retry_after: 1, retry_after_form: "date" },
    ],
  ];
  test.each(READ)("a read is repeated after %s", async (_, fault) => {
    const { id } = await tandoor.api<{ id: number }>("POST", "/api/recipe/", soup());
    await tandoor.forget();
    await tandoor.faults(fault);
    expect(await use((api) => findTandoorRecipe(api, id))).toMatchObject({ name: "Soup" });
    expect(await tandoor.calls()).toHaveLength(2);
  });

  test("a create whose answer is lost isn't repeated, and the error says that it may be done", async () => {
    await tandoor.faults({ kind: "cut_after", method: "POST" });
    const error = await use((api) => createTandoorRecipe(api, soup())).catch(reportError);
    expect(error).toMatchObject({ code: "UPSTREAM_UNAVAILABLE", details: { effect: "unknown" } });
    expect(await tandoor.writes()).toHaveLength(1);
  });

  test("a create that was turned away for a while is repeated", async () => {
    await tandoor.faults({ kind: "status", status: 429, retry_after: 1, method: "POST" });
    await use((api) => createTandoorRecipe(api, soup()));
    expect(await tandoor.writes()).toHaveLength(2);
  });
});
