import { beforeAll, describe, expect, test } from "vitest";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import type { RecipeSummary } from "../../f/meal-planner/handlers/recipes/list_recipes.ts";
import type { Recipe } from "../../f/meal-planner/handlers/recipes/recipe.ts";
import type { MergeProposal } from "../../f/meal-planner/handlers/recipes/same_recipe.ts";
import type { ScaledRecipe } from "../../f/meal-planner/handlers/recipes/scale_recipe.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const run = <T>(action: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${action}`, args, db.resource);
type Created = { recipe_id: string; version: number };

async function create(name: string, ingredients: string[], more: object = {}): Promise<string> {
  const { recipe_id } = await run<Created>("recipes/create_recipe", {
    name,
    ingredients,
    servings: 2,
    ...more,
  });
  await run("recipes/calculate_nutrition", { recipe_id });
  return recipe_id;
}
const read = (recipe_id: string) => run<Recipe>("recipes/get_recipe", { recipe_id });

beforeAll(async () => {
  await run("households/set_household", { name: "Test", time_zone: "Europe/Berlin" });
  await db.database.transaction(loadStarterFoods);
});

describe("the list", () => {
  const names = async (filters: Record<string, unknown>) => {
    const { recipes } = await run<{ recipes: RecipeSummary[] }>("recipes/list_recipes", {
      tags: ["listed"],
      ...filters,
    });
    return recipes.map((recipe) => recipe.name);
  };

  beforeAll(async () => {
    await create("Chicken rice", ["300 g chicken breast", "200 g rice"], { tags: ["listed"], rating: 3 });
    await create("Cheese omelette", ["3 eggs", "50 g cheddar"], { tags: ["listed"], rating: 5 });
    await create("Lentil onions", ["200 g red lentils", "2 onions"], { tags: ["listed"] });
    await create("Mystery onions", ["2 onions", "100 g zxqvw"], { tags: ["listed"], rating: 4 });
  });

  test("is narrowed by a food in it or not in it, whatever its number", async () => {
    expect(await names({ food: "onion" })).toEqual(["Lentil onions", "Mystery onions"]);
    expect(await names({ without_food: "onions", min_rating: 4 })).toEqual(["Cheese omelette"]);
  });

  test("is narrowed by diet, and leaves out what isn't known to fit", async () => {
    expect(await names({ diet: "vegan" })).toEqual(["Lentil onions"]);
    expect(await names({ diet: "vegetarian" })).toEqual(["Cheese omelette", "Lentil onions"]);
    expect(await names({ diet: "omnivore" })).toHaveLength(4);
  });

  test("is narrowed by rating", async () => {
    expect(await names({ min_rating: 4 })).toEqual(["Cheese omelette", "Mystery onions"]);
  });

  test("is narrowed by figures per serving, several at once", async () => {
    const all = await run<{ recipes: RecipeSummary[] }>("recipes/list_recipes", { tags: ["listed"] });
    const protein = (recipe: RecipeSummary) => recipe.per_serving?.protein_g ?? 0;
    const expected = all.recipes.filter((recipe) => protein(recipe) >= 20).map((recipe) => recipe.name);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(4);
    expect(await names({ nutrition: [{ nutrient: "protein_g", least: 20 }] })).toEqual(expected);
    const narrow = [
      { nutrient: "protein_g", least: 20 },
      { nutrient: "fibre_g", most: 1 },
    ];
    expect(await names({ nutrition: narrow })).not.toContain("Lentil onions");
  });

  test("refuses a nutrient that isn't one", async () => {
    await expect(names({ nutrition: [{ nutrient: "joy", least: 1 }] })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });
});

test("a character that can't be stored is refused by its place, wherever it stands", async () => {
  const bad = "\u0000";
  const recipe = { name: "Fine", ingredients: ["1 egg"], servings: 1 };
  for (const [field, value, path] of [
    ["description", bad, "description"],
    ["name", `a${bad}`, "name"],
    ["steps", [`a${bad}`], "steps[0]"],
    ["tags", ["\ud800"], "tags[0]"],
  ] as const) {
    await expect(run("recipes/create_recipe", { ...recipe, [field]: value })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: [expect.objectContaining({ path })],
    });
  }
  await expect(run("recipes/list_recipes", { search: bad })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  const file = JSON.stringify([
    { ...recipe, slug: bad },
    { ...recipe, servings: `4${bad}` },
  ]);
  expect(await run("recipes/import_file", { content: file })).toMatchObject({ imported: 0, refused: 2 });
});

test("a rating and tags are set and cleared by an update", async () => {
  const recipe_id = await create("Rated", ["1 egg"]);
  await run("recipes/update_recipe", { recipe_id, version: 1, rating: 5, tags: ["Quick", "quick"] });
  expect(await read(recipe_id)).toMatchObject({ rating: 5, tags: ["quick"], version: 2 });
  await run("recipes/update_recipe", { recipe_id, version: 2, rating: null, tags: [] });
  expect(await read(recipe_id)).toMatchObject({ rating: null, tags: [], version: 3 });
});

test("a recipe's energy is checked against its macronutrients, and each line says its share", async () => {
  const recipe_id = await create("Checked", ["100 g cheddar", "100 g rice"]);
  type Checked = {
    nutrition: {
      total: { energy_kcal: number };
      energy_check: { from_macros_kcal: number; differs: boolean };
      lines: { share_of_energy: number }[];
    };
  };
  const { nutrition } = await run<Checked>("recipes/get_recipe", { recipe_id });
  const { from_macros_kcal, differs } = nutrition.energy_check;
  expect(differs).toBe(false);
  expect(Math.abs(from_macros_kcal / nutrition.total.energy_kcal - 1)).toBeLessThan(0.25);
  const shares = nutrition.lines.map((line) => line.share_of_energy);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 1);
  // A record that claims a tenth of its energy is found out.
  await db.database.query(
    `update meal_planner.foods set per_100g = jsonb_set(per_100g, '{energy_kcal}', '40')
     where source = 'starter' and name = 'cheddar'`,
  );
  await db.database.query("update meal_planner.food_datasets set content_hash = content_hash || 'x'");
  await run("recipes/calculate_nutrition", { recipe_id });
  const wrong = await run<Checked>("recipes/get_recipe", { recipe_id });
  expect(wrong.nutrition.energy_check.differs).toBe(true);
});

test("a recipe is scaled to other servings without being changed", async () => {
  const recipe_id = await create("Scaled", ["2 eggs", "100 g cheddar", "salt"]);
  const scaled = await run<ScaledRecipe>("recipes/scale_recipe", { recipe_id, servings: 5 });
  expect(scaled).toMatchObject({ factor: 2.5, servings: 5 });
  expect(scaled.ingredients.map((line) => line.text)).toEqual(["5 eggs", "250 g cheddar", "salt"]);
  expect((await read(recipe_id)).version).toBe(1);
  await expect(run("recipes/scale_recipe", { recipe_id })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await expect(run("recipes/scale_recipe", { recipe_id, factor: -1 })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
});

describe("duplicates", () => {
  const soup = ["200 g red lentils", "1 onion", "1 carrot", "1 litre water"];
  const propose = async (name: string) => {
    const { proposals } = await run<{ proposals: MergeProposal[] }>("recipes/find_duplicates", {});
    return proposals.find(({ keep }) => keep.name === name);
  };

  test("are proposed, merged once, and don't come back by import", async () => {
    const file = JSON.stringify([
      {
        title: "Twice soup",
        ingredients: soup,
        steps: ["Cook it."],
        tags: ["soup"],
        image_url: "https://example.org/a.jpg",
      },
    ]);
    await run("recipes/import_file", { content: file });
    const keep_id = await create("Twice soup", soup, { rating: 5, tags: ["mine"] });
    const proposal = await propose("Twice soup");
    expect(proposal).toMatchObject({ keep: { recipe_id: keep_id }, merge: [{ shared_ingredients: 1 }] });
    const merge = proposal!.merge[0]!;
    const call = { keep_id, keep_version: 1, merge_id: merge.recipe_id, merge_version: merge.version };
    expect(await run("recipes/merge_recipes", call)).toMatchObject({ version: 2, already: false });
    expect(await run("recipes/merge_recipes", call)).toMatchObject({ changed: [], already: true });
    expect(await read(keep_id)).toMatchObject({
      ...{ steps: ["Cook it."], tags: ["mine", "soup"], rating: 5, image_url: "https://example.org/a.jpg" },
    });
    expect((await read(merge.recipe_id)).archived).toBe(true);
    expect(await propose("Twice soup")).toBeUndefined();
    expect(await run("recipes/import_file", { content: file })).toMatchObject({ imported: 0, unchanged: 1 });
    const { rows } = await db.database.query<{ type: string }>(
      `select detail_type as type from meal_planner.events
       where detail ->> 'recipe_id' = any ($1::text[]) and detail_type <> 'NutritionCalculated' order by id`,
      [[keep_id, merge.recipe_id]],
    );
    expect(rows.map(({ type }) => type)).toEqual([
      ...["RecipeImported", "RecipeCreated", "RecipeUpdated", "RecipeDeleted"],
    ]);
  });

  test("changed since they were seen are left alone, both of them", async () => {
    const keep_id = await create("Raced soup", soup);
    const merge_id = await create("Raced soup", soup, { description: "Mine." });
    const call = { keep_id, keep_version: 1, merge_id, merge_version: 7 };
    await expect(run("recipes/merge_recipes", call)).rejects.toMatchObject({ code: "CONFLICT" });
    await run("recipes/update_recipe", { recipe_id: keep_id, version: 1, description: "Other." });
    await expect(run("recipes/merge_recipes", { ...call, merge_version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect((await read(merge_id)).archived).toBe(false);
    await expect(run("recipes/merge_recipes", { ...call, merge_id: keep_id })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });
});
