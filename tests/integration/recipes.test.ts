import { beforeAll, describe, expect, test } from "vitest";
import type { ImportReport } from "../../f/meal-planner/handlers/recipes/import_file.ts";
import type { RecipeSummary } from "../../f/meal-planner/handlers/recipes/list_recipes.ts";
import type { Recipe } from "../../f/meal-planner/handlers/recipes/recipe.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

type Created = { recipe_id: string; version: number };

const run = <T>(action: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/recipes/${action}`, args, db.resource);
const create = (name: string, ingredients: unknown[], servings = 2) =>
  run<Created>("create_recipe", { name, ingredients, servings });
const update = (recipe_id: string, version: number, changes: Record<string, unknown>) =>
  run<Created & { changed: string[] }>("update_recipe", { recipe_id, version, ...changes });
const read = (recipe_id: string) => run<Recipe>("get_recipe", { recipe_id });
const importFile = (content: string) => run<ImportReport>("import_file", { content });
const list = (filters: Record<string, unknown>) =>
  run<{ recipes: RecipeSummary[]; next_cursor: string | null }>("list_recipes", filters);

async function eventTypes(recipeId: string): Promise<string[]> {
  const { rows } = await db.database.query<{ type: string }>(
    `select detail_type as type from meal_planner.events
     where detail ->> 'recipe_id' = $1::text order by id`,
    [recipeId],
  );
  return rows.map((row) => row.type);
}

async function countRecipes(): Promise<number> {
  const { rows } = await db.database.query<{ count: number }>("select count(*) from meal_planner.recipes");
  return rows[0]?.count ?? 0;
}

test("before there is a household, a recipe is refused with what to do", async () => {
  await expect(create("Soup", ["1 onion"])).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining("set_household"),
  });
});

describe("in a household", () => {
  beforeAll(async () => {
    await runScript(
      "handlers/households/set_household",
      { name: "Test", time_zone: "Europe/Berlin" },
      db.resource,
    );
  });

  test("a recipe keeps its lines as written and as understood, and says so by event", async () => {
    const { recipe_id, version } = await create("Chicken", [
      { name: "chicken", quantity: 200, unit: "g" },
      "2 large eggs, beaten",
    ]);
    expect(version).toBe(1);
    const recipe = await read(recipe_id);
    expect(recipe.ingredients[0]).toMatchObject({ original: "200 g chicken", quantity: 200, unit: "gram" });
    expect(recipe.ingredients[1]).toMatchObject({ quantity: 2, size: "large", preparation: "beaten" });
    expect(await eventTypes(recipe_id)).toEqual(["RecipeCreated"]);
  });

  test("every problem of a bad recipe is named with its path, and nothing is written", async () => {
    const before = await countRecipes();
    await expect(create(" ", ["1 onion", { name: "egg", quantity: -1 }], 0)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: expect.arrayContaining([
        expect.objectContaining({ path: "name" }),
        expect.objectContaining({ path: "ingredients[1].quantity" }),
        expect.objectContaining({ path: "servings" }),
      ]),
    });
    expect(await countRecipes()).toBe(before);
  });

  test("markup, other scripts and emoji in a title are kept as the text that they are", async () => {
    const name = `<script>alert(1)</script> 麻婆豆腐 🌶️ "quoted" \\ '; drop table recipes`;
    const { recipe_id } = await create(name, ["1 onion"]);
    expect((await read(recipe_id)).name).toBe(name);
  });

  test("an update changes what is given, counts the version and names the fields in its event", async () => {
    const { recipe_id } = await create("Salad", ["1 tomato"]);
    const answer = await update(recipe_id, 1, { ingredients: ["2 tomatoes"] });
    expect(answer).toEqual({ recipe_id, version: 2, changed: ["ingredients"] });
    const { rows } = await db.database.query(
      `select detail -> 'changed' as changed from meal_planner.events
       where detail_type = 'RecipeUpdated' and detail ->> 'recipe_id' = $1::text`,
      [recipe_id],
    );
    expect(rows).toEqual([{ changed: ["ingredients"] }]);
  });

  test("an update that changes nothing writes nothing", async () => {
    const { recipe_id } = await create("Same", ["1 tomato"]);
    expect(await update(recipe_id, 1, { name: "Same" })).toMatchObject({ version: 1, changed: [] });
    expect(await eventTypes(recipe_id)).toEqual(["RecipeCreated"]);
  });

  test("of two updates of one version the second is refused and overwrites nothing", async () => {
    const { recipe_id } = await create("Raced", ["1 tomato"]);
    const answers = await Promise.allSettled([
      update(recipe_id, 1, { name: "First" }),
      update(recipe_id, 1, { name: "Second" }),
    ]);
    const refused = answers.filter((answer) => answer.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { code: "CONFLICT" } });
    expect((await read(recipe_id)).version).toBe(2);
  });

  test("a deleted recipe is gone and says so by event", async () => {
    const { recipe_id } = await create("Gone", ["1 tomato"]);
    expect(await run("delete_recipe", { recipe_id })).toEqual({ recipe_id, archived: false });
    await expect(read(recipe_id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await eventTypes(recipe_id)).toEqual(["RecipeCreated", "RecipeDeleted"]);
  });

  test("pages of the list join without a gap or a repeat, and words search ingredients too", async () => {
    for (const name of ["Page a", "Page b", "Page c"]) await create(name, ["1 rutabaga"]);
    const first = await list({ search: "rutabaga", limit: 2 });
    const rest = await list({ search: "rutabaga", limit: 2, cursor: first.next_cursor });
    expect([...first.recipes, ...rest.recipes].map((recipe) => recipe.name)).toEqual([
      "Page a",
      "Page b",
      "Page c",
    ]);
    expect(rest.next_cursor).toBeNull();
  });

  test("a cursor that isn't one is refused", async () => {
    const bad = list({ cursor: "nonsense" });
    await expect(bad).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

describe("a file of recipes as people keep them", () => {
  const file = JSON.stringify([
    {
      title: "Stew",
      servings: "2-3 people",
      ingredients: [{ text: "1 carrot" }],
      steps: ["Cook."],
      tags: ["Stew"],
    },
    { name: "Toast", ingredients: ["2 slices bread"] },
    { title: "Nothing in it", ingredients: [] },
    "not a recipe",
    { title: "Toast", ingredients: ["1 slice bread"] },
  ]);

  test("imports the good ones and refuses the bad ones by name, with the reason", async () => {
    const report = await importFile(file);
    expect(report).toMatchObject({ imported: 3, updated: 0, unchanged: 0, refused: 2 });
    expect(report.recipes[2]).toMatchObject({ name: "Nothing in it", outcome: "refused" });
    expect(report.recipes[3]).toMatchObject({ name: "recipe 4", outcome: "refused" });
    const stew = report.recipes[0];
    if (stew?.outcome !== "imported") throw new Error("The stew should have been imported.");
    const recipe = await read(stew.recipe_id);
    expect(recipe).toMatchObject({ servings: 2.5, servings_text: "2-3 people", tags: ["stew"] });
    expect(await eventTypes(stew.recipe_id)).toEqual(["RecipeImported"]);
  });

  test("imported again changes nothing, and with a change only that recipe", async () => {
    const before = await countRecipes();
    expect(await importFile(file)).toMatchObject({ imported: 0, unchanged: 3 });
    const changed = file.replace("1 carrot", "2 carrots");
    expect(await importFile(changed)).toMatchObject({ updated: 1, unchanged: 2 });
    expect(await countRecipes()).toBe(before);
  });

  test("that isn't JSON is refused as a whole", async () => {
    await expect(importFile("{")).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});
