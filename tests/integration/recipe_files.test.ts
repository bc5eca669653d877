import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import type { RecipesExported } from "../../f/meal-planner/handlers/recipes/export_recipes.ts";
import { UnpackBudget } from "../../f/meal-planner/handlers/recipes/formats/recipe_archive.ts";
import { readRecipeFile } from "../../f/meal-planner/handlers/recipes/formats/recipe_file.ts";
import type { ImportReport } from "../../f/meal-planner/handlers/recipes/import_file.ts";
import type { Preview } from "../../f/meal-planner/handlers/recipes/preview_import.ts";
import type { Recipe } from "../../f/meal-planner/handlers/recipes/recipe.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";
import { zipOf } from "./zip_of.ts";

const db = useTestDatabase();
const run = <T>(action: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${action}`, args, db.resource);
type File = { name: string; content?: string; base64?: string };
const importFiles = (files: File[], household_id?: string) =>
  run<ImportReport>("recipes/import_file", { files, household_id });
const importText = (content: string) => run<ImportReport>("recipes/import_file", { content });
const base64 = (name: string, bytes: Buffer): File => ({ name, base64: bytes.toString("base64") });

async function imported(report: ImportReport, index = 0): Promise<Recipe> {
  const outcome = report.recipes[index];
  if (!outcome || outcome.outcome === "refused") throw new Error(outcome?.reason ?? "Nothing was imported.");
  return run<Recipe>("recipes/get_recipe", { recipe_id: outcome.recipe_id });
}
const linesOf = (recipe: Recipe) => recipe.ingredients.map((line) => line.original);

beforeAll(async () => {
  await run("households/set_household", { name: "Test", time_zone: "Europe/Berlin" });
  await db.database.transaction(loadStarterFoods);
});

const tandoorRecipe = (name: string) =>
  JSON.stringify({
    name,
    description: "From Tandoor.",
    keywords: [{ name: "dinner" }],
    steps: [
      {
        name: "Sauce",
        instruction: "Chop.\nFry.",
        ingredients: [
          { is_header: true, note: "For the sauce" },
          { food: { name: "onion" }, unit: { name: "g" }, amount: 200, note: "diced" },
          { food: { name: "salt" }, unit: null, amount: 0, no_amount: true },
        ],
      },
      {
        name: "",
        instruction: "Serve.",
        ingredients: [{ food: { name: "egg" }, unit: null, amount: 2.3333333 }],
      },
    ],
    ...{ working_time: 10, waiting_time: 0, servings: 3, servings_text: "bowls", internal: true },
    source_url: "https://example.org/sauce",
  });

describe("exports of other programs", () => {
  test("Tandoor's, a zip of zips with pictures, is read as it is", async () => {
    const inner = (name: string) =>
      zipOf({ "recipe.json": tandoorRecipe(name), "image.jpg": Buffer.alloc(9) });
    const archive = zipOf({ "1.zip": inner("Onion sauce"), "2.zip": inner("Other sauce") });
    const report = await importFiles([base64("export.zip", archive)]);
    expect(report).toMatchObject({ imported: 2, refused: 0 });
    const recipe = await imported(report);
    expect(recipe).toMatchObject({
      name: "Onion sauce",
      servings: 3,
      prep_minutes: 10,
      cook_minutes: null,
      tags: ["dinner"],
      steps: ["Sauce: Chop.", "Fry.", "Serve."],
      source_url: "https://example.org/sauce",
    });
    expect(linesOf(recipe)).toEqual(["For the sauce:", "200 g onion, diced", "salt", "2.333 egg"]);
  });

  test("Mealie's, by the line as written or else by its parts, is read from its archive", async () => {
    const mealie = JSON.stringify({
      name: "Dal",
      slug: "dal",
      recipeServings: 4,
      recipeIngredient: [
        { title: "Dal", originalText: "1 cup red lentils, rinsed", quantity: 1 },
        { quantity: 0.5, unit: { name: "teaspoon" }, food: { name: "turmeric" }, note: "ground" },
      ],
      recipeInstructions: [{ title: "", text: "Boil." }],
      prepTime: "10 minutes",
      performTime: "PT20M",
      tags: [{ name: "Vegan" }],
      orgURL: "https://example.org/dal",
      rating: 4.4,
    });
    const report = await importFiles([base64("mealie.zip", zipOf({ "recipes/dal/dal.json": mealie }))]);
    const recipe = await imported(report);
    expect(recipe).toMatchObject({
      ...{ name: "Dal", servings: 4, prep_minutes: 10, cook_minutes: 20, tags: ["vegan"], rating: 4 },
      origin_ref: "mealie dal",
    });
    expect(linesOf(recipe)).toEqual(["Dal:", "1 cup red lentils, rinsed", "0.5 teaspoon turmeric, ground"]);
  });

  test("Paprika's, gzipped recipes in a zip, are read", async () => {
    const paprika = gzipSync(
      JSON.stringify({
        uid: "ABC-1",
        name: "Porridge",
        ingredients: "50 g oats\n\n200 ml milk",
        directions: "Stir.\nBoil.",
        servings: "Serves 1",
        prep_time: "",
        total_time: "10 min",
        categories: ["Breakfast"],
        rating: 0,
        image_url: "not an address",
      }),
    );
    const archive = zipOf({ "Porridge.paprikarecipe": paprika });
    const recipe = await imported(await importFiles([base64("My.paprikarecipes", archive)]));
    expect(recipe).toMatchObject({
      ...{ servings: 1, cook_minutes: 10, rating: null, image_url: null, suits: ["breakfast"] },
      steps: ["Stir.", "Boil."],
    });
    expect(linesOf(recipe)).toEqual(["50 g oats", "200 ml milk"]);
  });

  test("Paprika's with what nobody filled in is read, and its title is told where it can't be", async () => {
    const nulls = { description: null, servings: null, prep_time: null, cook_time: null, categories: [] };
    const recipe = { uid: "N-1", name: "Bare", ingredients: "1 egg", directions: null, ...nulls };
    expect((await imported(await importText(JSON.stringify(recipe)))).steps).toEqual([]);
    const empty = await importText(JSON.stringify({ ...recipe, uid: "N-2", ingredients: null }));
    expect(empty.recipes).toMatchObject([{ name: "Bare", outcome: "refused" }]);
  });

  test("Mealie's backup, a database in a zip, is read by its recipes alone", async () => {
    const backup = {
      alembic_version: [{ version_num: "x" }],
      users: [{ id: "u", password: "never read" }],
      recipes: [
        {
          id: "r1",
          slug: "dal-b",
          name: "Dal from a backup",
          recipe_yield: "4 bowls",
          perform_time: "20 minutes",
        },
        { id: "r2", slug: "empty", name: "Empty", recipe_yield: null },
      ],
      recipes_ingredients: [
        { recipe_id: "r1", position: 1, quantity: 0.5, unit_id: "t", food_id: "f", note: "ground" },
        { recipe_id: "r1", position: 0, title: "Dal", original_text: "1 cup red lentils", quantity: 1 },
      ],
      ingredient_units: [{ id: "t", name: "teaspoon" }],
      ingredient_foods: [{ id: "f", name: "turmeric" }],
      recipe_instructions: [
        { recipe_id: "r1", position: 1, title: "", text: "Eat." },
        { recipe_id: "r1", position: 0, title: "", text: "Boil." },
      ],
      tags: [{ id: "g", name: "Vegan" }],
      recipes_to_tags: [{ recipe_id: "r1", tag_id: "g" }],
    };
    const archive = zipOf({
      "database.json": JSON.stringify(backup),
      "data/recipes/r1/images/original.webp": Buffer.alloc(9),
    });
    const report = await importFiles([base64("mealie_2026.zip", archive)]);
    expect(report).toMatchObject({ imported: 1, refused: 1, recipes: [{}, { name: "Empty" }] });
    const recipe = await imported(report);
    expect(recipe).toMatchObject({
      servings: 4,
      cook_minutes: 20,
      tags: ["vegan"],
      steps: ["Boil.", "Eat."],
    });
    expect(linesOf(recipe)).toEqual(["Dal:", "1 cup red lentils", "0.5 teaspoon turmeric, ground"]);
  });

  test("JSON-LD, alone or in a saved page, is read", async () => {
    const node = { "@type": "Recipe", name: "Linked", recipeIngredient: ["1 leek"], recipeYield: 2 };
    const saved = `<html><script type="application/ld+json">${JSON.stringify({ ...node, name: "Saved" })}</script>`;
    const report = await importFiles([
      { name: "a.json", content: JSON.stringify({ "@graph": [node] }) },
      { name: "b.html", content: saved },
    ]);
    expect(report.recipes.map(({ name }) => name)).toEqual(["Linked", "Saved"]);
    expect((await imported(report)).servings).toBe(2);
  });
});

describe("one bad file among many", () => {
  test("is refused alone, by its name and with the reason", async () => {
    const archive = zipOf({
      "good.json": JSON.stringify({ name: "Good in a zip", ingredients: ["1 pear"] }),
      "bad.json": "{",
      "none.json": JSON.stringify({ "@type": "Person", name: "Ida" }),
    });
    const report = await importFiles([
      { name: "fine.md", content: "# Fine\n\n## Ingredients\n- 1 plum\n" },
      { name: "broken.json", content: "[1,2" },
      { name: "text.txt", content: "Dear Ida, how are you?" },
      base64("picture.bin", Buffer.from([1, 0, 2, 0])),
      base64("cut.zip", archive.subarray(0, 60)),
      base64("mixed.zip", archive),
    ]);
    expect(report).toMatchObject({ imported: 2, refused: 6 });
    const refused = report.recipes.flatMap((one) => (one.outcome === "refused" ? [one] : []));
    expect(refused.map(({ name }) => name)).toEqual([
      ...["broken.json", "text.txt", "picture.bin", "cut.zip", "bad.json", "Ida"],
    ]);
    for (const { reason } of refused) expect(reason.length).toBeGreaterThan(10);
  });

  test("says why an archive can't be read, and writes nothing outside of it", async () => {
    const good = JSON.stringify({ name: "Traveller", ingredients: ["1 fig"] });
    const archive = zipOf({
      "../../../../tmp/traveller.json": good,
      "a\\..\\b.json": "{",
      "__MACOSX/._a": "x",
    });
    const encrypted = Buffer.from(zipOf({ "a.json": good }));
    encrypted[encrypted.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8] = 1;
    const nested = zipOf({ "1.zip": zipOf({ "2.zip": zipOf({ "a.json": good }) }) });
    const report = await importFiles([
      base64("travel.zip", archive),
      base64("locked.zip", encrypted),
      base64("nested.zip", nested),
      base64("empty.json", Buffer.alloc(0)),
    ]);
    expect(report.recipes).toMatchObject([
      { name: "Traveller", outcome: "imported" },
      { name: "a\\..\\b.json", outcome: "refused" },
      { name: "locked.zip", reason: expect.stringContaining("encrypted") },
      { name: "1.zip/2.zip", reason: expect.stringContaining("Archives within archives") },
      { name: "empty.json", reason: expect.stringContaining("empty") },
    ]);
    expect(existsSync("/tmp/traveller.json")).toBe(false);
  });

  test("stops at an archive that unpacks to more than an import may hold", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`${i}.json`, " ".repeat(100_000)]),
    );
    const read = await readRecipeFile({ name: "a.zip", bytes: zipOf(files) }, new UnpackBudget(350_000));
    expect(read).toHaveLength(4);
    expect(read.at(-1)).toMatchObject({ name: "3.json", problem: expect.stringContaining("too large") });
    const many = await readRecipeFile({ name: "a.zip", bytes: zipOf(files) }, new UnpackBudget(1e9, 10));
    expect(many.at(-1)).toMatchObject({ problem: expect.stringContaining("Too many files") });
  });

  test.each<[string, Buffer]>([
    ["UTF-8 with its mark", Buffer.from("\ufeff{}")],
    ["UTF-16", Buffer.from("\ufeff{}", "utf16le")],
    ["UTF-16 the other way round", Buffer.from("\ufeff{}", "utf16le").swap16()],
  ])("is no file for being in %s", async (kind, sample) => {
    const text = JSON.stringify({ name: `Crêpes in ${kind}`, ingredients: ["1 œuf"] });
    const mark = "\ufeff";
    const encoded =
      sample[0] === 0xef
        ? Buffer.from(mark + text)
        : sample[0] === 0xff
          ? Buffer.from(mark + text, "utf16le")
          : Buffer.from(mark + text, "utf16le").swap16();
    const recipe = await imported(await importFiles([base64("a.json", encoded)]));
    expect(recipe.name).toBe(`Crêpes in ${kind}`);
  });

  test("is no page saved in an old charset, nor one that was read rightly before", async () => {
    const page = (name: string) =>
      `<meta charset="windows-1252"><script type="application/ld+json">{"@type":"Recipe","name":"${name}","recipeIngredient":["1 egg"]}</script>`;
    const bytes = Buffer.concat([Buffer.from(page("Cr\u00eape "), "latin1")]);
    const report = await importFiles([
      base64("old.html", bytes),
      { name: "read.html", content: page("Crêpe d’or") },
    ]);
    expect(report.recipes.map(({ name }) => name)).toEqual(["Crêpe", "Crêpe d’or"]);
  });

  test.each<[string, Record<string, unknown>]>([
    ["nothing", {}],
    ["a file with neither text nor bytes", { files: [{ name: "a" }] }],
    ["what isn't base64", { files: [{ name: "a", base64: "%%%" }] }],
  ])("%s is refused as a whole", async (_, args) => {
    await expect(run("recipes/import_file", args)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

describe("our own forms", () => {
  const markdown = `# Lentil soup

- Servings: 4
- Prep: 10 min
- Cook: 30 min
- Tags: quick, vegan
- Rating: 5

A soup for winter.

## Ingredients

### Base
- 200 g red lentils
* 1 onion, chopped

## Method

1. Fry the onion.
2. Add the rest.

# Bread

## Ingredients
500 g flour
`;

  test("Markdown is read, several recipes a file", async () => {
    const report = await importText(markdown);
    expect(report).toMatchObject({ imported: 2 });
    const soup = await imported(report);
    expect(soup).toMatchObject({
      ...{ name: "Lentil soup", servings: 4, prep_minutes: 10, cook_minutes: 30, rating: 5 },
      ...{ tags: ["quick", "vegan"], description: "A soup for winter." },
      steps: ["Fry the onion.", "Add the rest."],
    });
    expect(linesOf(soup)).toEqual(["Base:", "200 g red lentils", "1 onion, chopped"]);
    expect(linesOf(await imported(report, 1))).toEqual(["500 g flour"]);
  });

  test("what is exported as JSON or as Markdown comes back without loss", async () => {
    const original = {
      name: "Whole recipe #1 <b>",
      description: "Two\nlines.",
      ingredients: ["2 large eggs, beaten", "1–2 tbsp oil", "salt to taste"],
      steps: ["Beat.", "Fry."],
      ...{ servings: 2.5, prep_minutes: 5, cook_minutes: 10, cuisine: "French", keeps_days: 2, rating: 4 },
      ...{ tags: ["quick"], suits: ["breakfast"] },
      ...{ source_url: "https://example.org/a", image_url: "https://example.org/a.jpg" },
    };
    const { recipe_id } = await run<{ recipe_id: string }>("recipes/create_recipe", original);
    const other = await run<{ household_id: string }>("households/set_household", {
      name: "Other",
      time_zone: "Europe/Berlin",
    });
    const { household_id } = other;
    const content = (recipe: Recipe) => {
      const {
        recipe_id: _,
        household_id: __,
        version: ___,
        origin: ____,
        origin_ref: _____,
        ...rest
      } = recipe;
      return rest;
    };
    const before = await run<Recipe>("recipes/get_recipe", { recipe_id });
    for (const format of ["json", "markdown"]) {
      const exported = await run<RecipesExported>("recipes/export_recipes", {
        recipe_ids: [recipe_id],
        format,
      });
      const report = await importFiles([{ name: format, content: exported.content }], household_id);
      const outcome = report.recipes[0];
      if (!outcome || outcome.outcome === "refused") throw new Error(outcome?.reason);
      const copy = { recipe_id: outcome.recipe_id, household_id };
      const after = await run<Recipe>("recipes/get_recipe", copy);
      expect(content(after)).toEqual(content(before));
    }
  });

  test("JSON-LD has the nutrition per serving, and is read back", async () => {
    const { recipe_id } = await run<{ recipe_id: string }>("recipes/create_recipe", {
      name: "Almonds for two",
      ingredients: ["100 g almonds"],
      servings: 2,
      cook_minutes: 90,
    });
    await run("recipes/calculate_nutrition", { recipe_id });
    const { content } = await run<RecipesExported>("recipes/export_recipes", {
      recipe_ids: [recipe_id],
      format: "json_ld",
    });
    const [node] = JSON.parse(content);
    expect(node).toMatchObject({
      ...{ "@type": "Recipe", recipeYield: "2 servings", cookTime: "PT90M" },
      nutrition: { "@type": "NutritionInformation", calories: expect.stringMatching(/^\d+(\.\d)? kcal$/) },
    });
    expect(await imported(await importText(content))).toMatchObject({ servings: 2, cook_minutes: 90 });
  });

  test("without ids everything is exported, and read again changes nothing", async () => {
    const all = await run<RecipesExported>("recipes/export_recipes", {});
    const { rows } = await db.database.query<{ n: number }>(
      `select count(*) as n from meal_planner.recipes r join meal_planner.households h using (household_id)
       where h.is_default`,
    );
    expect(all.recipes).toBe(rows[0]?.n);
    await importText(all.content);
    const again = await importText(all.content);
    expect(again).toMatchObject({ imported: 0, updated: 0, refused: 0 });
    expect(again.unchanged).toBe(all.recipes);
  });
});

describe("a preview", () => {
  const two = JSON.stringify([
    {
      title: "Preview porridge",
      servings: 2,
      ingredients: ["100 g rolled oats", "400 ml milk", "3 zorbleberries"],
    },
    { title: "Preview of nothing", ingredients: [] },
  ]);

  test("tells what an import would bring, with its nutrition, and stores nothing", async () => {
    const before = await db.database.query("select count(*) from meal_planner.recipes");
    const preview = await run<Preview>("recipes/preview_import", { content: two });
    const [good, bad] = preview.recipes;
    expect(good).toMatchObject({ name: "Preview porridge", servings: 2, would_be: "new" });
    if (!good || "problem" in good) throw new Error("The good recipe isn't previewed.");
    expect(good.nutrition.per_serving.energy_kcal).toBeGreaterThan(250);
    expect(good.nutrition.lines.map((line) => line.food !== null)).toEqual([true, true, false]);
    expect(bad).toMatchObject({ name: "Preview of nothing", problem: expect.stringMatching(/at least one/) });
    const after = await db.database.query("select count(*) from meal_planner.recipes");
    expect(after.rows).toEqual(before.rows);
    await importText(two);
    const again = await run<Preview>("recipes/preview_import", { content: two });
    expect(again.recipes[0]).toMatchObject({ would_be: "updated" });
  });

  test("refuses to guess what is meant where several things are given, or nothing", async () => {
    await expect(run("recipes/preview_import", {})).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const both = run("recipes/preview_import", { url: "https://example.org/", content: two });
    await expect(both).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});
