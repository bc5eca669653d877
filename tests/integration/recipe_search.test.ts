import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../f/meal-planner/database/new_id.ts";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import type { RecipePage } from "../../f/meal-planner/handlers/recipes/list_recipes.ts";
import type { Recipe } from "../../f/meal-planner/handlers/recipes/recipe.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const run = <T>(action: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${action}`, args, db.resource);
const list = (args: Record<string, unknown>) => run<RecipePage>("recipes/list_recipes", args);
const names = async (args: Record<string, unknown>) => (await list(args)).recipes.map(({ name }) => name);
const read = (recipe_id: string) => run<Recipe & { nutrition: unknown }>("recipes/get_recipe", { recipe_id });

async function create(name: string, ingredients: string[], more: object = {}): Promise<string> {
  const args = { name, ingredients, servings: 2, ...more };
  return (await run<{ recipe_id: string }>("recipes/create_recipe", args)).recipe_id;
}

/** A plan with one meal of a recipe, as far as a deletion looks at it. */
async function plan(recipe_id: string): Promise<void> {
  const plan_id = newId();
  await db.database.query(
    `with plan as (
       insert into meal_planner.meal_plans (plan_id, household_id, state, start_date, days)
       select $1::uuid, household_id, 'generated', '2026-11-23', 1 from meal_planner.recipes
       where recipe_id = $2::uuid returning plan_id)
     insert into meal_planner.plan_meals (plan_id, date, position, slot, recipe_id, portions)
     select plan_id, '2026-11-23', 0, 'dinner', $2::uuid, '{}' from plan`,
    [plan_id, recipe_id],
  );
}

beforeAll(async () => {
  await run("households/set_household", { name: "Test", time_zone: "Europe/Berlin" });
  await db.database.transaction(loadStarterFoods);
});

describe("a search", () => {
  beforeAll(async () => {
    await create("Crème brûlée", ["4 egg yolks", "500 ml cream"], { tags: ["dessert"], cuisine: "Français" });
    await create("Red lentil soup", ["200 g red lentils", "2 onions"], { tags: ["köttbullar-free"] });
    await create("Tomato pasta", ["400 g tomatoes", "200 g spaghetti"], {
      description: "Better than lentils.",
    });
    await create("Grießbrei", ["100 g semolina", "500 ml milk"]);
  });

  test.each([
    ["without the accents", "creme brulee", ["Crème brûlée"]],
    ["with accents where there are none", "lèntil soup", ["Red lentil soup"]],
    ["with another writing of a letter", "griessbrei", ["Grießbrei"]],
    ["in any number", "egg yolk", ["Crème brûlée"]],
    ["in any order of several words", "soup red", ["Red lentil soup"]],
    ["with the last word half typed", "red len", ["Red lentil soup"]],
    ["by cuisine", "francais", ["Crème brûlée"]],
    ["with a word left out", "lentil -soup", ["Tomato pasta"]],
    ["with words together", '"lentil soup"', ["Red lentil soup"]],
    ["for what is in no recipe", "zucchini", []],
    ["for signs alone", "'\"&|!():*", []],
  ])("finds recipes %s", async (_, search, found) => {
    expect(await names({ search })).toEqual(found);
  });

  test("that finds nothing is tried with slips put right, and says what was searched for", async () => {
    const found = await list({ search: "tomatoe spagetti" });
    expect(found).toMatchObject({ recipes: [{ name: "Tomato pasta" }] });
    expect(found.searched_for).toMatch(/spaghetti/);
    expect(await list({ search: "lentl", limit: 1 })).toMatchObject({ searched_for: expect.any(String) });
    expect(await list({ search: "tomato" })).toMatchObject({ searched_for: null });
    expect(await list({ search: "zzqqxx" })).toMatchObject({ recipes: [], searched_for: null });
  });

  test("goes on with the words put right on the next page", async () => {
    const args = { search: "lentlis", limit: 1 };
    const first = await list(args);
    const second = await list({ ...args, cursor: first.next_cursor });
    expect([...first.recipes, ...second.recipes].map(({ name }) => name)).toEqual([
      "Red lentil soup",
      "Tomato pasta",
    ]);
    expect(second).toMatchObject({ searched_for: first.searched_for, next_cursor: null });
  });

  test("shows the best match first where that is asked for", async () => {
    expect(await names({ search: "lentils", sort: "best_match" })).toEqual([
      "Red lentil soup",
      "Tomato pasta",
    ]);
  });
});

test.each([{ name: "a\u0000" }, { key: "0; drop" }, { id: "x" }, { name: 5 }])(
  "a cursor that somebody made up (%j) is refused",
  async (made) => {
    const content = { key: "0", name: "a", id: newId(), ...made };
    const cursor = Buffer.from(JSON.stringify(content)).toString("base64url");
    await expect(list({ cursor })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  },
);

describe("the list's order", () => {
  const tags = ["ordered"];
  beforeAll(async () => {
    await create("Slow beans", ["200 g butter"], { tags, rating: 4, prep_minutes: 10, cook_minutes: 80 });
    await create("Apple", ["1 apple"], { tags, rating: 5 });
    await create("Quick eggs", ["2 eggs"], { tags, cook_minutes: 5 });
    for (const { recipe_id } of (await list({ tags })).recipes) {
      if (recipe_id) await run("recipes/calculate_nutrition", { recipe_id });
    }
  });

  test.each([
    ["name", ["Apple", "Quick eggs", "Slow beans"]],
    ["newest", ["Quick eggs", "Apple", "Slow beans"]],
    ["rating", ["Apple", "Slow beans", "Quick eggs"]],
    ["time", ["Quick eggs", "Slow beans", "Apple"]],
    ["energy", ["Apple", "Quick eggs", "Slow beans"]],
  ])("is by %s, and the same a page at a time", async (sort, expected) => {
    expect(await names({ tags, sort })).toEqual(expected);
    const paged: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list({ tags, sort, limit: 1, ...(cursor ? { cursor } : {}) });
      paged.push(...page.recipes.map(({ name }) => name));
      cursor = page.next_cursor;
    } while (cursor);
    expect(paged).toEqual(expected);
  });

  test("shows none twice and leaves none out while recipes come and go", async () => {
    const some = ["growing"];
    for (const name of ["B", "D", "F"]) await create(name, ["1 egg"], { tags: some });
    const first = await list({ tags: some, limit: 2 });
    await create("A", ["1 egg"], { tags: some });
    await create("E", ["1 egg"], { tags: some });
    await run("recipes/delete_recipe", { recipe_id: first.recipes[1]!.recipe_id });
    const second = await list({ tags: some, limit: 2, cursor: first.next_cursor });
    expect([...first.recipes, ...second.recipes].map(({ name }) => name)).toEqual(["B", "D", "E", "F"]);
  });
});

describe("a recipe that a plan uses", () => {
  test("is archived with its figures, listed apart, and comes back with all it had", async () => {
    const recipe_id = await create("Planned stew", ["300 g potatoes", "100 g carrots"], { rating: 4 });
    await run("recipes/calculate_nutrition", { recipe_id });
    const { nutrition } = await read(recipe_id);
    await plan(recipe_id);
    expect(await run("recipes/delete_recipe", { recipe_id })).toEqual({ recipe_id, archived: true });
    expect(await run("recipes/delete_recipe", { recipe_id })).toEqual({ recipe_id, archived: true });
    expect(await names({ search: "planned stew" })).toEqual([]);
    expect(await names({ archived: true })).toEqual(["Planned stew"]);
    const archived = await read(recipe_id);
    expect(archived).toMatchObject({ archived: true, version: 2 });
    expect(archived.nutrition).toEqual({ ...(nutrition as object), recipe_version: 2 });

    const restored = await run("recipes/restore_recipe", { recipe_id });
    expect(restored).toEqual({ recipe_id, version: 3, restored: true });
    expect(await run("recipes/restore_recipe", { recipe_id })).toMatchObject({ version: 3, restored: false });
    expect(await read(recipe_id)).toMatchObject({
      archived: false,
      rating: 4,
      nutrition: { recipe_version: 3 },
    });
    expect(await names({ search: "planned stew" })).toEqual(["Planned stew"]);
    const { rows } = await db.database.query<{ type: string }>(
      `select detail_type as type from meal_planner.events
       where detail ->> 'recipe_id' = $1::text and detail_type like 'Recipe%' order by id`,
      [recipe_id],
    );
    expect(rows.map(({ type }) => type)).toEqual(["RecipeCreated", "RecipeDeleted", "RecipeUpdated"]);
  });

  test("that is planned while it is deleted is archived all the same", async () => {
    const recipe_id = await create("Raced stew", ["300 g potatoes"]);
    const planning = db.database.transaction(async (tx) => {
      await tx.query("select from meal_planner.recipes where recipe_id = $1::uuid for key share", [
        recipe_id,
      ]);
      await new Promise((resolve) => setTimeout(resolve, 150));
      const { rows } = await tx.query<{ household_id: string }>(
        "select household_id from meal_planner.recipes where recipe_id = $1::uuid",
        [recipe_id],
      );
      const plan_id = newId();
      await tx.query(
        `insert into meal_planner.meal_plans (plan_id, household_id, state, start_date, days)
         values ($1::uuid, $2::uuid, 'generated', '2026-11-23', 1)`,
        [plan_id, rows[0]?.household_id],
      );
      await tx.query(
        `insert into meal_planner.plan_meals (plan_id, date, position, slot, recipe_id, portions)
         values ($1::uuid, '2026-11-23', 0, 'dinner', $2::uuid, '{}')`,
        [plan_id, recipe_id],
      );
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await run("recipes/delete_recipe", { recipe_id })).toMatchObject({ archived: true });
    await planning;
  });

  test("can't be restored once it is gone for good", async () => {
    const recipe_id = await create("Gone stew", ["300 g potatoes"]);
    expect(await run("recipes/delete_recipe", { recipe_id })).toMatchObject({ archived: false });
    await expect(run("recipes/restore_recipe", { recipe_id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
