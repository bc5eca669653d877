import { describe, expect, test } from "vitest";
import { parseInput } from "../../f/meal-planner/database/parse_input.ts";
import type { Recipe } from "../../f/meal-planner/handlers/recipes/recipe.ts";
import {
  type ImportExportResult,
  importExport,
  importExportInput,
} from "../../f/meal-planner/handlers/tandoor/import_export.ts";
import type { TandoorRecipe } from "../../f/meal-planner/handlers/tandoor/tandoor_shapes.ts";
import { useTandoorHousehold } from "./tandoor_household.ts";

const box = useTandoorHousehold();
const { db, tandoor, script, read, update } = box;

const sync = (mode: string, more: Record<string, unknown> = {}) => {
  const input = { mode, household_id: box.household_id, tandoor: tandoor.resource, ...more };
  return importExport(db.database, parseInput(importExportInput, input));
};
const there = (id: number) => tandoor.api<TandoorRecipe>("GET", `/api/recipe/${id}/`);
const change = (id: number, fields: object) =>
  tandoor.api<TandoorRecipe>("PATCH", `/api/recipe/${id}/`, fields);

async function theirRecipes(token = tandoor.token): Promise<TandoorRecipe[]> {
  const list = "/api/recipe/?page_size=100&sort_order=name";
  const { results } = await tandoor.api<{ results: { id: number }[] }>("GET", list, undefined, token);
  return Promise.all(
    results.map(({ id }) => tandoor.api<TandoorRecipe>("GET", `/api/recipe/${id}/`, undefined, token)),
  );
}

const row = (amount: number, unit: string | null, food: string, note = "") => ({
  food: { name: food },
  unit: unit === null ? null : { name: unit },
  amount,
  note,
});

const PIE = {
  name: "Onion pie",
  description: "A pie.",
  servings: 4,
  servings_text: "slices",
  working_time: 20,
  waiting_time: 40,
  internal: true,
  source_url: "https://example.com/pie",
  keywords: [{ name: "Dinner" }, { name: "Baking" }],
  steps: [
    {
      name: "Dough",
      instruction: "Mix.\n\nLet it rest.",
      time: 30,
      order: 0,
      ingredients: [
        { ...row(0, null, ""), food: null, is_header: true, note: "Dough", order: 0 },
        { ...row(200, "g", "Flour"), order: 1, original_text: "200 g flour" },
        { ...row(100, "g", "Butter", "cold"), order: 2 },
      ],
    },
    {
      instruction: "Fry {{ ingredients[0] }}.\nBake.",
      order: 1,
      ingredients: [{ ...row(500, "g", "Onion", "sliced"), order: 0 }],
    },
  ],
};

const SOUP = {
  name: "Lentil soup",
  servings: 2,
  internal: true,
  steps: [
    { instruction: "Boil.", ingredients: [row(200, "g", "red lentils"), row(1, "l", "vegetable stock")] },
  ],
};

const make = (recipe: object) => tandoor.api<TandoorRecipe>("POST", "/api/recipe/", recipe);

async function create(name: string, ingredients: string[], more: object = {}): Promise<string> {
  const { recipe_id } = await script<{ recipe_id: string }>("recipes/create_recipe", {
    name,
    ingredients,
    servings: 2,
    household_id: box.household_id,
    ...more,
  });
  return recipe_id;
}

/** Whoever looks for writes finds none: none to Tandoor, and every recipe here as it was. */
async function expectNoWrite(mode: string, more = {}): Promise<ImportExportResult> {
  const before = await box.recipes();
  await tandoor.forget();
  const result = await sync(mode, more);
  expect(await tandoor.writes()).toEqual([]);
  expect(await box.recipes()).toEqual(before);
  expect(result.actions).toEqual([]);
  expect(result.failures).toEqual([]);
  return result;
}

describe("an import", () => {
  test("brings recipes whole, each row as a line and each line of instruction as a step", async () => {
    await make(PIE);
    const result = await sync("import");
    expect(result.imported).toEqual({ created: 1, updated: 0, unchanged: 0, deleted: 0, failed: 0 });
    const [pie] = await box.recipes();
    expect(pie).toMatchObject({
      name: "Onion pie",
      description: "A pie.",
      servings: 4,
      servings_text: "4 slices",
      prep_minutes: 20,
      cook_minutes: 40,
      source_url: "https://example.com/pie",
      tags: ["dinner", "baking"],
      steps: ["Dough: Mix.", "Let it rest.", "Fry 500 g Onion.", "Bake."],
      origin: "tandoor",
    });
    expect(pie?.ingredients.map((line) => line.original)).toEqual([
      "Dough:",
      "200 g flour",
      "100 g Butter, cold",
      "500 g Onion, sliced",
    ]);
  });

  test("writes nothing to Tandoor, and nothing at all the second time", async () => {
    await make(PIE);
    await make(SOUP);
    await tandoor.forget();
    await sync("import");
    expect(await tandoor.writes()).toEqual([]);
    expect((await expectNoWrite("import")).imported.unchanged).toBe(2);
  });

  test("brings only what changed there, and keeps what Tandoor doesn't hold", async () => {
    const { id } = await make(SOUP);
    await sync("import");
    const [soup] = await box.recipes();
    await update(soup!.recipe_id, { rating: 5, cuisine: "Turkish" });
    await change(id, { name: "Red lentil soup", working_time: 15 });
    const result = await sync("import");
    expect(result.actions).toMatchObject([
      { side: "here", action: "update", fields: ["name", "prep_minutes"] },
    ]);
    expect(await read(soup!.recipe_id)).toMatchObject({
      name: "Red lentil soup",
      prep_minutes: 15,
      rating: 5,
      cuisine: "Turkish",
    });
  });

  test("sees a row or a food that was changed by itself, though the recipe isn't marked as changed", async () => {
    const { id } = await make(SOUP);
    await sync("import");
    const before = await there(id);
    await tandoor.api("PATCH", `/api/ingredient/${before.steps[0]?.ingredients[0]?.id}/`, { amount: 250 });
    await tandoor.api("PATCH", `/api/food/${before.steps[0]?.ingredients[1]?.food?.id}/`, { name: "broth" });
    expect((await there(id)).updated_at).toBe(before.updated_at);
    await sync("import");
    const [soup] = await box.recipes();
    expect(soup?.ingredients.map((line) => line.original)).toEqual(["250 g red lentils", "1 l broth"]);
  });

  test("takes only what the filter means", async () => {
    await make(PIE);
    const soup = await make(SOUP);
    expect((await sync("import", { keyword: "baking" })).actions).toMatchObject([{ name: "Onion pie" }]);
    expect((await sync("import", { keyword: "nothing" })).actions).toEqual([]);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect((await sync("import", { changed_since: tomorrow })).actions).toEqual([]);
    expect((await sync("import", { ids: [String(soup.id)] })).actions).toMatchObject([
      { name: "Lentil soup" },
    ]);
  });
});

describe("an export", () => {
  test("makes our recipes there, and nothing at all the second time", async () => {
    const id = await create("Pancakes", ["200 g flour", "3 eggs", "300 ml milk", "salt"], {
      steps: ["Mix.", "Fry."],
      tags: ["breakfast"],
      prep_minutes: 10,
      source_url: "https://example.com/pancakes",
    });
    const result = await sync("export");
    expect(result.exported).toEqual({ created: 1, updated: 0, unchanged: 0, deleted: 0, failed: 0 });
    const [pancakes] = await theirRecipes();
    expect(pancakes).toMatchObject({
      name: "Pancakes",
      servings: 2,
      working_time: 10,
      internal: true,
      keywords: [{ name: "breakfast" }],
      source_url: `https://example.com/pancakes#meal-planner-recipe=${id}`,
    });
    expect(pancakes?.steps.map((step) => step.instruction)).toEqual(["Mix.", "Fry."]);
    expect(
      pancakes?.steps[0]?.ingredients.map((one) => [one.amount, one.unit?.name, one.food?.name]),
    ).toEqual([
      [200, "g", "flour"],
      [3, undefined, "eggs"],
      [300, "ml", "milk"],
      [0, undefined, "salt"],
    ]);
    await expectNoWrite("export");
    await expectNoWrite("sync");
  });

  test("uses the foods, units and keywords that are there, in whatever spelling", async () => {
    await make({
      ...SOUP,
      keywords: [{ name: "Breakfast" }],
      steps: [{ instruction: "", ingredients: [row(1, "Gram", "Egg"), row(1, "cup", "Milk")] }],
    });
    await create("Omelette", ["3 eggs", "20 g milk"], { tags: ["breakfast"] });
    await sync("export");
    const names = async (kind: string) => {
      const { results } = await tandoor.api<{ results: { name: string }[] }>("GET", `/api/${kind}/`);
      return results.map((one) => one.name);
    };
    expect(await names("food")).toEqual(["Egg", "Milk"]);
    expect(await names("unit")).toEqual(["cup", "Gram"]);
    expect(await names("keyword")).toEqual(["Breakfast"]);
  });

  test("changes only what was changed, and leaves every other row as it is", async () => {
    const { id } = await make(PIE);
    await sync("import");
    const [pie] = await box.recipes();
    const before = await there(id);
    const lines = pie!.ingredients.map((line) => line.original);
    await update(pie!.recipe_id, {
      ingredients: [...lines.slice(0, 2), "150 g butter, cold", ...lines.slice(3), "1 pinch salt"],
      steps: [...pie!.steps.slice(0, 3), "Bake for 40 minutes."],
    });
    expect((await sync("export", { write_nutrition: "never" })).actions).toMatchObject([
      { side: "tandoor", action: "update", fields: ["ingredients", "steps"] },
    ]);
    const after = await there(id);
    const rows = (recipe: TandoorRecipe) => recipe.steps.map((step) => step.ingredients.map((one) => one.id));
    const [[header, flour], [onion]] = rows(before) as [number[], number[]];
    expect(rows(after)).toMatchObject([
      [header, flour, expect.any(Number)],
      [onion, expect.any(Number)],
    ]);
    expect(after.steps[0]).toMatchObject({ id: before.steps[0]?.id, name: "Dough", time: 30 });
    expect(after.steps[0]?.instruction).toBe("Mix.\n\nLet it rest.");
    expect(after.steps[1]?.instruction).toBe("Fry {{ ingredients[0] }}.\nBake for 40 minutes.");
    expect(after.steps[0]?.ingredients[2]).toMatchObject({ amount: 150, food: { name: "Butter" } });
    await expectNoWrite("sync", { write_nutrition: "never" });
  });

  test("tells nutrition and properties, and leaves alone what somebody else wrote", async () => {
    const own = { calories: 1, carbohydrates: 2, fats: 3, proteins: 4, source: "the label" };
    const pie = await make({ ...PIE, nutrition: own });
    const soup = await make(SOUP);
    await sync("sync");
    expect(await there(pie.id)).toMatchObject({ nutrition: own });
    const { nutrition, properties } = await there(soup.id);
    expect(nutrition?.source).toMatch(/^meal-planner/);
    expect(nutrition?.calories).toBeGreaterThan(100);
    const calories = properties.find((one) => one.property_type.name === "Calories");
    expect(calories).toMatchObject({
      property_amount: nutrition?.calories,
      property_type: { unit: "kcal", fdc_id: 1008 },
    });
    await expectNoWrite("sync");
    await sync("sync", { write_nutrition: "always" });
    expect((await there(pie.id)).nutrition?.source).toMatch(/^meal-planner/);
    await change(soup.id, { nutrition: { ...nutrition, calories: 5 } });
    await expectNoWrite("sync");
  });

  test("lets Tandoor fetch pictures, and isn't misled by the address that they get there", async () => {
    const id = await create("Pictured", ["1 onion"], { image_url: "https://example.com/onion.jpg" });
    await create("Unreachable", ["1 onion"], { image_url: "https://example.com/unreachable.jpg" });
    await sync("export");
    const [pictured, other] = await theirRecipes();
    expect(pictured?.image).toContain("/media/recipes/");
    expect(other?.image).toBeNull();
    await expectNoWrite("sync");
    await update(id, { image_url: "https://example.com/new.jpg" });
    await sync("sync");
    expect((await there(pictured!.id)).image).not.toBe(pictured?.image);
    await expectNoWrite("sync");
  });
});

describe("both ways", () => {
  test("import, export and import again end where they began", async () => {
    await make(PIE);
    await make(SOUP);
    await sync("import");
    const first = await box.recipes();
    await tandoor.forget();
    await sync("export", { write_nutrition: "never" });
    expect(await tandoor.writes()).toEqual([]);
    await sync("import");
    expect(await box.recipes()).toEqual(first);
  });

  test("through another Tandoor and another household everything that both hold comes back", async () => {
    const own = { token: "tda_other_space_0002", user: { id: 2, name: "other" }, space: 2 };
    const rights = { scope: "read write", group: "user", expires: "2031-01-01T00:00:00Z" } as const;
    const first = { token: tandoor.token, user: { id: 1, name: "cook" }, space: 1 };
    await tandoor.settings({
      tokens: [
        { ...first, ...rights },
        { ...own, ...rights },
      ],
    });
    const other = { tandoor: { ...tandoor.resource, token: own.token } };
    const nutrition = { calories: 1.5, carbohydrates: 2, fats: 3, proteins: 4, source: "the label" };
    await make({ ...PIE, nutrition });
    await make(SOUP);
    await sync("import");
    const ours = await box.recipes();
    expect((await sync("export", { write_nutrition: "never", ...other })).exported.created).toBe(2);
    const shape = (recipe: TandoorRecipe) => ({
      ...recipe,
      ...{ id: 0, created_at: "", updated_at: "", created_by: null },
      description: recipe.description ?? "",
      source_url: recipe.source_url?.replace(/^meal-planner:|#meal-planner.*/g, "") || null,
      keywords: recipe.keywords.map(({ name }) => name),
      nutrition: recipe.nutrition && { ...recipe.nutrition, id: 0 },
      steps: recipe.steps.map((step) => ({
        ...{ name: step.name, instruction: step.instruction, time: step.time, order: step.order },
        rows: step.ingredients.map(({ food, unit, amount, note, is_header }) => [
          ...[food?.name, unit?.name, amount, note, is_header],
        ]),
      })),
    });
    const there = (await theirRecipes(own.token)).map(shape);
    expect(there).toEqual((await theirRecipes()).map(shape));
    const second = await script<{ household_id: string }>("households/set_household", {
      name: "Second",
      time_zone: "Europe/Berlin",
    });
    box.household_id = second.household_id;
    await sync("import", other);
    const bare = ({ recipe_id: _, household_id: _h, origin_ref: _r, ...recipe }: Recipe) => recipe;
    expect((await box.recipes()).map(bare)).toEqual(ours.map(bare));
  });

  test("changes of different fields are joined, and told", async () => {
    const { id } = await make(SOUP);
    await sync("sync");
    const [soup] = await box.recipes();
    await update(soup!.recipe_id, { prep_minutes: 5 });
    await change(id, { name: "Dal" });
    const result = await sync("sync", { conflicts: "newest" });
    expect(result.conflicts).toMatchObject([{ kept: "both", fields: [] }]);
    expect(await read(soup!.recipe_id)).toMatchObject({ name: "Dal", prep_minutes: 5 });
    expect(await there(id)).toMatchObject({ name: "Dal", working_time: 5 });
    await expectNoWrite("sync");
  });

  test.each([
    ["ours", "Ours", "ours"],
    ["theirs", "Theirs", "theirs"],
    ["newest", "Theirs", "theirs"],
  ])("of two changes of one field, %s keeps %s", async (conflicts, name, kept) => {
    const { id } = await make(SOUP);
    await sync("sync");
    const [soup] = await box.recipes();
    await update(soup!.recipe_id, { name: "Ours" });
    await change(id, { name: "Theirs" });
    const result = await sync("sync", { conflicts });
    expect(result.conflicts).toMatchObject([
      { kept, fields: [{ field: "name", ours: "Ours", theirs: "Theirs", kept }] },
    ]);
    expect((await read(soup!.recipe_id)).name).toBe(name);
    expect((await there(id)).name).toBe(name);
    await expectNoWrite("sync");
  });

  test("the same change on both sides is no conflict", async () => {
    const { id } = await make(SOUP);
    await sync("sync");
    const [soup] = await box.recipes();
    await update(soup!.recipe_id, { name: "Dal" });
    await change(id, { name: "Dal" });
    expect((await sync("sync")).conflicts).toEqual([]);
  });

  test("a dry run tells what would be done, and does nothing", async () => {
    await make(SOUP);
    await create("Pancakes", ["200 g flour", "3 eggs"]);
    await tandoor.forget();
    const before = await box.recipes();
    const result = await sync("sync", { dry_run: true });
    expect(result.actions).toMatchObject([
      { side: "here", action: "create", name: "Lentil soup" },
      { side: "tandoor", action: "create", name: "Pancakes" },
    ]);
    expect(await tandoor.writes()).toEqual([]);
    expect(await box.recipes()).toEqual(before);
    expect((await sync("sync")).imported.created).toBe(1);
  });

  test("a recipe that both have is taken for one", async () => {
    const { id } = await make(SOUP);
    await create("Lentil Soup", ["200 g red lentils", "1 l vegetable stock"], { prep_minutes: 5 });
    const result = await sync("sync", { conflicts: "ours" });
    expect(result.imported.created + result.exported.created).toBe(0);
    expect(await there(id)).toMatchObject({ name: "Lentil Soup", working_time: 5 });
    expect(await box.recipes()).toHaveLength(1);
    await expectNoWrite("sync");
  });

  test("recipes of one name and nothing else in common stay two", async () => {
    await make(SOUP);
    await create("Lentil soup", ["1 kg potatoes", "2 leeks"]);
    await sync("sync");
    expect(await box.recipes()).toHaveLength(2);
    expect(await theirRecipes()).toHaveLength(2);
    await expectNoWrite("sync");
  });
});

describe("deletions", () => {
  test("follow to the other side", async () => {
    const soup = await make(SOUP);
    const pie = await make(PIE);
    await sync("sync");
    const [, ourPie] = await box.recipes();
    await tandoor.api("DELETE", `/api/recipe/${soup.id}/`);
    await script("recipes/delete_recipe", { recipe_id: ourPie!.recipe_id, household_id: box.household_id });
    const result = await sync("sync");
    expect(result.actions.map((one) => [one.side, one.action, one.name])).toEqual([
      ["tandoor", "delete", "Onion pie"],
      ["here", "delete", "Lentil soup"],
    ]);
    expect(await box.recipes()).toEqual([]);
    await expect(there(pie.id)).rejects.toThrow("404");
    await expectNoWrite("sync");
  });

  test("of what was changed on the other side are conflicts", async () => {
    const soup = await make(SOUP);
    const pie = await make(PIE);
    await sync("sync");
    const [ourSoup, ourPie] = await box.recipes();
    await tandoor.api("DELETE", `/api/recipe/${soup.id}/`);
    await update(ourSoup!.recipe_id, { prep_minutes: 7 });
    await script("recipes/delete_recipe", { recipe_id: ourPie!.recipe_id, household_id: box.household_id });
    await change(pie.id, { name: "Better pie" });
    const asked = await sync("sync");
    expect(asked.conflicts).toMatchObject([
      { kind: "deleted_here", name: "Better pie", kept: null },
      { kind: "deleted_there", name: "Lentil soup", kept: null },
    ]);
    expect(asked.actions).toEqual([]);
    await sync("sync", { conflicts: "newest" });
    expect((await box.recipes()).map((recipe) => recipe.name)).toEqual(["Better pie", "Lentil soup"]);
    expect((await theirRecipes()).map((recipe) => recipe.name)).toEqual(["Better pie", "Lentil soup"]);
    await expectNoWrite("sync");
  });

  test("of most recipes at once are held back until someone says that they are meant", async () => {
    for (let i = 0; i < 6; i++) await make({ ...SOUP, name: `Soup ${i}` });
    await sync("sync");
    for (const { id } of await theirRecipes()) await tandoor.api("DELETE", `/api/recipe/${id}/`);
    expect(await sync("sync")).toMatchObject({ held_deletions: { here: 6, tandoor: 0 } });
    expect(await box.recipes()).toHaveLength(6);
    await sync("sync", { deletions: "follow" });
    expect(await box.recipes()).toEqual([]);
  });
});
