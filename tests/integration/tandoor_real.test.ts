import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import type { Recipe } from "../../f/meal-planner/handlers/recipes/recipe.ts";
import type { ImportExportResult } from "../../f/meal-planner/handlers/tandoor/import_export.ts";
import { recipeShape, type TandoorRecipe } from "../../f/meal-planner/handlers/tandoor/tandoor_shapes.ts";
import { emptyBus } from "./empty_bus.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

/**
 * The same against a real Tandoor, where TANDOOR_URL and TANDOOR_TOKEN name one (a space for tests: recipes are made in
 * it, and removed again). It touches only recipes with a keyword of its own.
 */
const { TANDOOR_URL, TANDOOR_TOKEN } = process.env;
const isThere = Boolean(TANDOOR_URL && TANDOOR_TOKEN);

const db = useTestDatabase();
const keyword = `Test ${randomBytes(4).toString("hex")}`;
const resource = { base_url: TANDOOR_URL ?? "", token: TANDOOR_TOKEN ?? "" };

async function api<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${TANDOOR_URL}${path}`, {
    method,
    headers: { authorization: `Bearer ${TANDOOR_TOKEN}`, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
  return (text === "" ? null : JSON.parse(text)) as T;
}
const script = <T>(action: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${action}`, args, db.resource);
const sync = (mode: string, more: Record<string, unknown> = {}) =>
  script<ImportExportResult>("tandoor/import_export", { mode, tandoor: resource, keyword, ...more });
const there = async (id: number) => recipeShape.parse(await api("GET", `/api/recipe/${id}/`));
const read = (recipe_id: string) => script<Recipe>("recipes/get_recipe", { recipe_id });

async function theirIds(): Promise<number[]> {
  const keywords = await api<{ results: { id: number; name: string }[] }>(
    "GET",
    `/api/keyword/?page_size=200&query=${encodeURIComponent(keyword)}`,
  );
  const own = keywords.results.find((one) => one.name === keyword);
  if (!own) return [];
  const list = `/api/recipe/?page_size=100&keywords_or=${own.id}`;
  return (await api<{ results: { id: number }[] }>("GET", list)).results.map((one) => one.id);
}

async function ourRecipes(): Promise<Recipe[]> {
  const { rows } = await db.database.query<{ recipe_id: string }>(
    "select recipe_id from meal_planner.recipes where archived_at is null order by name, recipe_id",
  );
  return Promise.all(rows.map((row) => read(row.recipe_id)));
}

async function update(recipe_id: string, fields: object): Promise<void> {
  const { version } = await read(recipe_id);
  await script("recipes/update_recipe", { recipe_id, version, ...fields });
}

/** A run that changes nothing on either side. */
async function expectNoWrite(mode: string): Promise<void> {
  const states = async () => Promise.all((await theirIds()).map(there));
  const before = { ours: await ourRecipes(), theirs: await states() };
  expect(await sync(mode)).toMatchObject({ actions: [], failures: [], conflicts: [] });
  expect({ ours: await ourRecipes(), theirs: await states() }).toEqual(before);
}

describe.skipIf(!isThere)("a real Tandoor (TANDOOR_URL, TANDOOR_TOKEN)", () => {
  let pie: TandoorRecipe;

  beforeAll(async () => {
    await db.database.transaction(loadStarterFoods);
    await emptyBus(db.database);
    await script("households/set_household", { name: "Test", time_zone: "Europe/Berlin" });
    pie = await api("POST", "/api/recipe/", {
      name: `Onion pie ${keyword}`,
      servings: 4,
      servings_text: "slices",
      working_time: 20,
      internal: true,
      source_url: "https://example.com/pie",
      keywords: [{ name: keyword }, { name: "Baking" }],
      steps: [
        {
          name: "Dough",
          instruction: "Mix.\n\nLet it rest.",
          time: 30,
          order: 0,
          ingredients: [
            { food: null, unit: null, amount: 0, is_header: true, note: "Dough", order: 0 },
            { food: { name: "Flour" }, unit: { name: "g" }, amount: 200, note: "", order: 1 },
            { food: { name: "Butter" }, unit: { name: "g" }, amount: 100 / 3, note: "cold", order: 2 },
          ],
        },
        {
          instruction: "Fry {{ ingredients[0] }}.\nBake.",
          order: 1,
          ingredients: [{ food: { name: "Onion" }, unit: null, amount: 3, note: "sliced", order: 0 }],
        },
      ],
    });
  });

  afterAll(async () => {
    for (const id of await theirIds()) await api("DELETE", `/api/recipe/${id}/`);
  });

  test("is found well", async () => {
    expect(await script("tandoor/test_connection", { tandoor: resource })).toMatchObject({ may_write: true });
  });

  test("gives its recipes whole, and once", async () => {
    expect((await sync("import")).imported).toMatchObject({ created: 1, failed: 0 });
    const [ours] = await ourRecipes();
    expect(ours).toMatchObject({
      servings_text: "4 slices",
      steps: ["Dough: Mix.", "Let it rest.", "Fry 3 Onion.", "Bake."],
      tags: expect.arrayContaining(["baking"]),
    });
    expect(ours?.ingredients.map((line) => line.original)).toEqual([
      ...["Dough:", "200 g Flour", "33.3333 g Butter, cold", "3 Onion, sliced"],
    ]);
    await expectNoWrite("import");
  });

  test("takes changed lines and nutrition, and keeps the rows that didn't change", async () => {
    const [ours] = await ourRecipes();
    const before = await there(pie.id);
    const lines = ours!.ingredients.map((line) => line.original);
    await update(ours!.recipe_id, {
      ingredients: [...lines.slice(0, 1), "250 g flour", ...lines.slice(2), "1 pinch salt"],
      steps: [...ours!.steps.slice(0, 3), "Bake for 40 minutes."],
      tags: [...ours!.tags, "new keyword of ours"],
    });
    expect(await sync("sync")).toMatchObject({ failures: [], exported: { updated: 1 } });
    const after = await there(pie.id);
    expect(after.steps.map((step) => step.id)).toEqual(before.steps.map((step) => step.id));
    expect(after.steps[0]?.ingredients[0]?.id).toBe(before.steps[0]?.ingredients[0]?.id);
    expect(after.steps[0]?.ingredients[2]?.id).toBe(before.steps[0]?.ingredients[2]?.id);
    expect(after.steps[0]?.ingredients[1]).toMatchObject({ amount: 250, food: { name: "Flour" } });
    expect(after.steps[1]?.instruction).toBe("Fry {{ ingredients[0] }}.\nBake for 40 minutes.");
    expect(after.nutrition?.source).toMatch(/^meal-planner/);
    expect(after.properties.length).toBeGreaterThan(5);
    await expectNoWrite("sync");
  });

  test("tells of a row that was changed by itself", async () => {
    const before = await there(pie.id);
    await api("PATCH", `/api/ingredient/${before.steps[1]?.ingredients[0]?.id}/`, { amount: 5 });
    await sync("sync");
    const [ours] = await ourRecipes();
    expect(ours?.ingredients.map((line) => line.original)).toContain("5 Onion, sliced");
  });

  test("takes a recipe of ours, once", async () => {
    await script("recipes/create_recipe", {
      name: `Pancakes ${keyword}`,
      ingredients: ["200 g flour", "3 large eggs, beaten", "300 ml milk", "salt to taste", "For the sauce:"],
      steps: ["Mix.", "Fry."],
      servings: 2,
      tags: [keyword.toLowerCase()],
    });
    expect(await sync("sync")).toMatchObject({ failures: [], exported: { created: 1 } });
    await expectNoWrite("sync");
    expect(await theirIds()).toHaveLength(2);
  });

  test("is left to win, or not, where both changed", async () => {
    const [ours] = await ourRecipes();
    for (const conflicts of ["ours", "theirs"]) {
      await update(ours!.recipe_id, { description: `Ours ${conflicts}` });
      await api("PATCH", `/api/recipe/${pie.id}/`, { description: `Theirs ${conflicts}` });
      expect((await sync("sync", { conflicts })).conflicts).toMatchObject([{ kept: conflicts }]);
      const wanted = `${conflicts === "ours" ? "Ours" : "Theirs"} ${conflicts}`;
      expect((await there(pie.id)).description).toBe(wanted);
      expect((await read(ours!.recipe_id)).description).toBe(wanted);
    }
    await expectNoWrite("sync");
  });

  test("loses what was deleted here, and the other way round", async () => {
    const [ours] = await ourRecipes();
    await api("DELETE", `/api/recipe/${pie.id}/`);
    expect((await sync("sync")).actions).toMatchObject([{ side: "here", action: "delete" }]);
    expect((await ourRecipes()).map((one) => one.recipe_id)).not.toContain(ours!.recipe_id);
    const [pancakes] = await ourRecipes();
    await script("recipes/delete_recipe", { recipe_id: pancakes!.recipe_id });
    expect((await sync("sync")).actions).toMatchObject([{ side: "tandoor", action: "delete" }]);
    expect(await theirIds()).toEqual([]);
  });
});
