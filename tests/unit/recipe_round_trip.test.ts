import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";
import {
  recipeAsJson,
  recipeAsJsonLd,
} from "../../f/meal-planner/handlers/recipes/formats/exported_recipe.ts";
import { markdownRecipes, recipeAsMarkdown } from "../../f/meal-planner/handlers/recipes/formats/markdown.ts";
import { UnpackBudget } from "../../f/meal-planner/handlers/recipes/formats/recipe_archive.ts";
import { readRecipeFile } from "../../f/meal-planner/handlers/recipes/formats/recipe_file.ts";
import { exportedId, parseKeptRecipe } from "../../f/meal-planner/handlers/recipes/kept_recipe.ts";
import {
  type Recipe,
  type RecipeDraft,
  recipeContent,
} from "../../f/meal-planner/handlers/recipes/recipe.ts";
import { comparableContent } from "../../f/meal-planner/handlers/recipes/recipe_store.ts";

const RECIPE_ID = "0195c0de-0000-7000-8000-000000000001";

/** What Markdown, HTML or JSON could take for something else. */
const tricky = fc.constantFrom(
  ...[
    "# Not a title",
    "## Steps",
    "- Servings: 9",
    "Servings: 9",
    "**Tags**: a",
    "1. One",
    "- dash",
    "* star",
  ],
  ...[
    "C#",
    "a \\ b",
    "\\",
    "\\#",
    "a, b",
    "½ cup – “x”",
    "日本語 🍋",
    "### x",
    "Recipe id: 7",
    "e\u0301",
    "10) x",
  ],
);
const word = fc.oneof(tricky, fc.string({ unit: "grapheme", maxLength: 12 }));
const line = (max: number) =>
  word
    .map((text) =>
      text
        .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ")
        .normalize()
        .trim()
        .slice(0, max),
    )
    .filter((text) => text !== "" && text.isWellFormed() && text === text.trim().normalize());
const block = fc
  .array(fc.oneof(line(40), fc.constant("")), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.join("\n").trim())
  .filter((text) => text !== "");
const minutes = fc.option(fc.integer({ min: 0, max: 20_160 }), { nil: null });

const draft: fc.Arbitrary<RecipeDraft> = fc.record({
  name: line(60),
  description: fc.oneof(fc.constant(""), block),
  servings: fc.option(fc.constantFrom(1, 2.5, 4, 500), { nil: null }),
  servings_text: fc.constantFrom("", "2-3 people", "Depends", "a, b: c"),
  ingredients: fc.array(line(80), { minLength: 1, maxLength: 5 }),
  steps: fc.array(block, { maxLength: 4 }),
  tags: fc.uniqueArray(
    line(30)
      .map((tag) => tag.toLowerCase().normalize().trim())
      .filter((tag) => tag === tag.toLowerCase()),
    { maxLength: 3 },
  ),
  prep_minutes: minutes,
  cook_minutes: minutes,
  cuisine: fc.option(line(30), { nil: null }),
  suits: fc.subarray(["breakfast", "lunch", "dinner", "snack"] as const).map((suits) => [...suits]),
  keeps_days: fc.integer({ min: 0, max: 30 }),
  source_url: fc.option(fc.constantFrom("https://example.org/a_b?c=\\d", "http://x.example/#y"), {
    nil: null,
  }),
  image_url: fc.option(fc.constant("https://example.org/a.jpg"), { nil: null }),
  rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
});

function stored(content: RecipeDraft): Recipe {
  const identity = {
    recipe_id: RECIPE_ID,
    household_id: RECIPE_ID,
    version: 1,
    origin: "own",
    origin_ref: null,
  };
  return { ...recipeContent(content), ...identity, archived: false };
}

async function readBack(text: string) {
  const read = await readRecipeFile({ name: "a", bytes: Buffer.from(`\ufeff${text}`) }, new UnpackBudget());
  return read.map((one) => {
    if ("problem" in one) throw new Error(one.problem);
    return { id: exportedId(one.kept), content: comparableContent(recipeContent(parseKeptRecipe(one.kept))) };
  });
}

describe("a recipe that is exported and read again", () => {
  test("as our JSON is the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(draft, { minLength: 1, maxLength: 3 }), async (drafts) => {
        const recipes = drafts.map(stored);
        const back = await readBack(JSON.stringify(recipes.map(recipeAsJson)));
        expect(back).toEqual(recipes.map((one) => ({ id: RECIPE_ID, content: comparableContent(one) })));
      }),
      { numRuns: 50 },
    );
  });

  test("as Markdown is the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(draft, { minLength: 1, maxLength: 3 }), async (drafts) => {
        const recipes = drafts.map(stored);
        const back = await readBack(recipes.map(recipeAsMarkdown).join("\n"));
        expect(back).toEqual(recipes.map((one) => ({ id: RECIPE_ID, content: comparableContent(one) })));
      }),
      { numRuns: 50 },
    );
  });

  test("as JSON-LD is the same in what schema.org has a name for", async () => {
    await fc.assert(
      fc.asyncProperty(draft, async (one) => {
        // Its texts are read as HTML, a step as one paragraph, and keywords end at commas.
        const plain = (text: string) => text.replace(/[<&\\]/g, "+").replace(/\s+/g, " ");
        const recipe = stored({
          ...one,
          ...{ name: plain(one.name), description: plain(one.description), steps: one.steps.map(plain) },
          ...{
            ingredients: one.ingredients.map((text) => plain(String(text))),
            cuisine: one.cuisine && plain(one.cuisine),
          },
          ...{
            tags: [...new Set(one.tags.map((tag) => plain(tag).replace(/,/g, "+")))],
            rating: null,
            keeps_days: 0,
          },
          ...{ servings: one.servings ?? 4, servings_text: "", source_url: "https://example.org/a" },
        });
        const [back] = await readBack(JSON.stringify(recipeAsJsonLd(recipe, null)));
        expect(back).toEqual({ id: RECIPE_ID, content: comparableContent(recipe) });
      }),
      { numRuns: 50 },
    );
  });
});

test("Markdown as people write it is read: what is indented below a step belongs to it", () => {
  const text =
    "# Soup\n\nOld.\n\nStill old.\n\n## Method\n  1. Chop.\n     Finely.\n  2. Fry\nServe.\n   - hot\n";
  expect(markdownRecipes(text)).toMatchObject([
    { name: "Soup", description: "Old.\n\nStill old.", steps: ["Chop.\nFinely.", "Fry", "Serve.", "hot"] },
  ]);
});

test("whatever JSON it is, it is read or refused with the reason", async () => {
  const names =
    "@type @graph recipeIngredient recipe_ingredient recipeInstructions steps ingredients directions recipes recipes_ingredients recipe_instructions tags nutrition image recipeYield title name uid slug servings prep_time description keywords identifier url working_time";
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<unknown>(
        null,
        0,
        -1,
        1e300,
        true,
        "",
        "Recipe",
        "PT5M",
        "a\u0000",
        "\ud800",
        "1 egg",
        "meal-planner:x",
      ),
      fc.array(tie("any"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names.split(" ")), tie("any"), { maxKeys: 5 }),
    ),
  })).any;
  await fc.assert(
    fc.asyncProperty(value, async (data) => {
      const bytes = Buffer.from(JSON.stringify([data]));
      for (const one of await readRecipeFile({ name: "a", bytes }, new UnpackBudget())) {
        if ("problem" in one) continue;
        try {
          parseKeptRecipe(one.kept);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInput);
        }
      }
    }),
    { numRuns: 400 },
  );
});
