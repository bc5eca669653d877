import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RecipesExported } from "../../f/meal-planner/handlers/recipes/export_recipes.ts";
import type { ImportReport } from "../../f/meal-planner/handlers/recipes/import_file.ts";
import type { Recipe } from "../../f/meal-planner/handlers/recipes/recipe.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const run = <T>(action: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${action}`, args, db.resource);
const importText = (content: string, household_id?: string) =>
  run<ImportReport>("recipes/import_file", { content, household_id });
const read = (recipe_id: string) => run<Recipe>("recipes/get_recipe", { recipe_id });
const lines = (recipe: Recipe) => recipe.ingredients.map((line) => line.original);
const count = async () => {
  const { rows } = await db.database.query<{ n: number }>(
    "select count(*) as n from meal_planner.recipes",
    [],
  );
  return rows[0]!.n;
};

beforeAll(() => run("households/set_household", { name: "Test", time_zone: "Europe/Berlin" }));
beforeEach(() => db.database.query("delete from meal_planner.recipes", []));

const page = (more: object) =>
  `<script type="application/ld+json">${JSON.stringify({
    ...{
      "@type": "Recipe",
      name: "Lasagne",
      recipeYield: "4",
      keywords: "pasta",
      url: "https://example.org/1",
    },
    ...{ recipeIngredient: ["500 g beef", "1 onion"], recipeInstructions: "Bake." },
    ...more,
  })}</script>`;

async function firstId(report: ImportReport): Promise<string> {
  const [outcome] = report.recipes;
  if (!outcome || outcome.outcome === "refused") throw new Error(outcome?.reason ?? "Nothing came.");
  return outcome.recipe_id;
}

describe("a recipe that is imported again", () => {
  test("keeps what the household changed, and takes what its source changed", async () => {
    const recipe_id = await firstId(await importText(page({})));
    const mine = { rating: 5, tags: ["pasta", "ours"], ingredients: ["500 g beef", "2 onions"] };
    await run("recipes/update_recipe", { recipe_id, version: 1, ...mine });
    expect(await importText(page({}))).toMatchObject({ unchanged: 1 });
    expect(await read(recipe_id)).toMatchObject({ version: 2, rating: 5, tags: ["pasta", "ours"] });

    const report = await importText(page({ recipeYield: "6", recipeInstructions: "Bake for an hour." }));
    expect(report).toMatchObject({ updated: 1, imported: 0 });
    const recipe = await read(recipe_id);
    expect(recipe).toMatchObject({
      servings: 6,
      steps: ["Bake for an hour."],
      rating: 5,
      tags: ["pasta", "ours"],
    });
    expect(lines(recipe)).toEqual(["500 g beef", "2 onions"]);

    await importText(page({ recipeYield: "6", recipeIngredient: ["600 g beef", "1 onion"] }));
    expect(lines(await read(recipe_id))).toEqual(["600 g beef", "1 onion"]);
  });

  test("loses nothing that its source doesn't speak of, where nobody knows what it said before", async () => {
    const recipe_id = await firstId(await importText(page({})));
    await db.database.query(
      "update meal_planner.recipes set imported = null, rating = 4, cuisine = 'Italian'",
      [],
    );
    await importText(page({ recipeYield: "8" }));
    expect(await read(recipe_id)).toMatchObject({ servings: 8, rating: 4, cuisine: "Italian" });
  });

  test("is another one where another page or program has the same title", async () => {
    await importText(page({}));
    await importText(page({ url: "https://example.com/other", recipeIngredient: ["1 aubergine"] }));
    await importText(JSON.stringify({ name: "Lasagne", ingredients: ["1 courgette"], servings: 2 }));
    const mealie = {
      name: "Lasagne",
      slug: "lasagne",
      recipeIngredient: [{ display: "1 leek" }],
      recipeYield: "2",
    };
    await importText(JSON.stringify(mealie));
    expect(await count()).toBe(4);
    expect(await importText(JSON.stringify(mealie))).toMatchObject({ unchanged: 1 });
    expect(await count()).toBe(4);
  });

  test("by two at once is there once, and nobody fails", async () => {
    const reports = await Promise.all(
      ["4", "5", "6", "7"].map((recipeYield) => importText(page({ recipeYield }))),
    );
    expect(reports.flatMap(({ recipes }) => recipes).filter(({ outcome }) => outcome === "refused")).toEqual(
      [],
    );
    expect(await count()).toBe(1);
    const again = await Promise.all(["8", "9"].map((recipeYield) => importText(page({ recipeYield }))));
    expect(again.map(({ updated }) => updated)).toEqual([1, 1]);
  });
});

describe("our own export", () => {
  const draft = { name: "Stew", ingredients: ["300 g potatoes"], servings: 2, steps: ["Boil."], rating: 3 };
  const exported = async () => (await run<RecipesExported>("recipes/export_recipes", {})).content;

  test("read again makes nothing twice, also of recipes that were written here", async () => {
    await run("recipes/create_recipe", draft);
    await importText(page({}));
    const content = await exported();
    expect(await importText(content)).toMatchObject({ unchanged: 2, imported: 0, updated: 0 });
    expect(await count()).toBe(2);
  });

  test.each(["markdown", "json_ld"])(
    "as %s makes nothing twice either, and takes nothing away",
    async (format) => {
      const whole = { ...draft, suits: ["dinner"], tags: ["winter"], keeps_days: 2, cuisine: "Irish" };
      const { recipe_id } = await run<{ recipe_id: string }>("recipes/create_recipe", whole);
      const before = await read(recipe_id);
      const { content } = await run<RecipesExported>("recipes/export_recipes", { format });
      expect(await importText(content)).toMatchObject({ unchanged: 1, refused: 0 });
      expect(await read(recipe_id)).toEqual(before);
      await importText(content.replace("Boil.", "Boil well."));
      expect(await read(recipe_id)).toMatchObject({
        steps: ["Boil well."],
        rating: 3,
        keeps_days: 2,
        suits: ["dinner"],
      });
    },
  );

  test("brings recipes back to what it says", async () => {
    const { recipe_id } = await run<{ recipe_id: string }>("recipes/create_recipe", draft);
    const content = await exported();
    await run("recipes/update_recipe", { recipe_id, version: 1, rating: 1, name: "Spoilt", steps: [] });
    expect(await importText(content)).toMatchObject({ updated: 1 });
    expect(await read(recipe_id)).toMatchObject({ name: "Stew", rating: 3, steps: ["Boil."], version: 3 });
  });

  test("makes them anew where they were deleted, and once in another household", async () => {
    const { recipe_id } = await run<{ recipe_id: string }>("recipes/create_recipe", draft);
    const content = await exported();
    const household = { name: "Other", time_zone: "Europe/Berlin" };
    const { household_id } = await run<{ household_id: string }>("households/set_household", household);
    expect(await importText(content, household_id)).toMatchObject({ imported: 1 });
    expect(await importText(content, household_id)).toMatchObject({ unchanged: 1 });
    expect((await read(recipe_id)).version).toBe(1);
    await run("recipes/delete_recipe", { recipe_id });
    expect(await importText(content)).toMatchObject({ imported: 1 });
    expect(await importText(content)).toMatchObject({ unchanged: 1 });
  });
});
