import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseIngredientLine } from "../../f/meal-planner/foods/ingredient_line.ts";
import { nameKey } from "../../f/meal-planner/foods/word_forms.ts";
import { type ComparedRecipe, mergeProposals } from "../../f/meal-planner/handlers/recipes/same_recipe.ts";
import { scaleLine } from "../../f/meal-planner/handlers/recipes/scaled_line.ts";

const scaled = (line: string, factor: number) => scaleLine(parseIngredientLine(line), factor).text;

describe("a line for another number of servings", () => {
  test.each<[string, number, string]>([
    ["2 large eggs, beaten", 1.5, "3 large eggs, beaten"],
    ["200 g red lentils", 1.5, "300 g red lentils"],
    ["200g flour", 0.333, "66.6g flour"],
    ["1 cup sugar", 2, "2 cups sugar"],
    ["2 cups sugar", 0.5, "1 cup sugar"],
    ["1 cup milk", 0.5, "½ cup milk"],
    ["1 1/2 cups flour", 0.5, "¾ cup flour"],
    ["½ tsp salt", 4, "2 tsp salt"],
    ["2-3 cloves garlic", 2, "4-6 cloves garlic"],
    ["1 bunch parsley", 2, "2 bunches parsley"],
    ["1 cup rice", 1 / 3, "⅓ cup rice"],
    ["400g (15 oz) potatoes (firm)", 2, "800g (30 oz) potatoes (firm)"],
    ["1/2 cup (110g) olive oil", 2, "1 cup (220g) olive oil"],
    ["~150g bacon", 2, "~300g bacon"],
    ["1 tomato", 2, "2 tomatoes"],
    ["¾ onions", 2, "1½ onions"],
    ["4 tomatoes (about 500 g)", 0.25, "1 tomato (about 125 g)"],
    ["1 potato, peeled", 5, "5 potatoes, peeled"],
    ["1 large egg", 1.5, "1½ large eggs"],
    ["2 large eggs", 0.25, "½ large egg"],
    ["1 bay leaf", 4, "4 bay leaves"],
    ["1 loaf bread", 2, "2 loaves bread"],
    ["2 dashes Tabasco", 0.5, "1 dash Tabasco"],
    ["1 garlic, whole", 2, "2 garlic, whole"],
    ["1 (14-ounce) can tomatoes", 2, "2 (14-ounce) can tomatoes"],
    ["salt to taste", 3, "salt to taste"],
    ["For the sauce:", 3, "For the sauce:"],
  ])("%s × %d is %s", (line, factor, text) => {
    expect(scaled(line, factor)).toBe(text);
  });

  test.each(["juice of 2 lemons", "¼ cup plus 1 tablespoon oil", "half an onion", "12 inch pizza base"])(
    "%s is multiplied as a whole, for half of it changed would be wrong",
    (line) => {
      expect(scaled(line, 2)).toBe(`2 × ${line}`);
    },
  );

  test("means the amount times the factor, as it is read again", () => {
    const line = fc
      .record({
        amount: fc.constantFrom("1", "2", "3", "4", "6", "8", "12", "1/2", "1 1/2", "¾"),
        rest: fc.constantFrom("cups flour", "tbsp oil", "large eggs", "cloves garlic, crushed", "onions"),
      })
      .map(({ amount, rest }) => `${amount} ${rest}`);
    fc.assert(
      fc.property(line, fc.constantFrom(0.5, 1, 2, 3, 4), (text, factor) => {
        const before = parseIngredientLine(text);
        const after = parseIngredientLine(scaled(text, factor));
        // The nearest eighth or third that a cook can measure.
        expect(Math.abs((after.quantity ?? 0) - (before.quantity ?? 0) * factor)).toBeLessThanOrEqual(1 / 16);
        expect(nameKey(after.food ?? "")).toBe(nameKey(before.food ?? ""));
      }),
    );
  });
});

describe("recipes that look like one", () => {
  let count = 0;
  const recipe = (name: string, more: Partial<ComparedRecipe> = {}): ComparedRecipe => ({
    ...{ recipe_id: `r${++count}`, version: 1, name, source_url: null, rating: null, fullness: 0 },
    foods: ["onion", "red lentil", "carrot", "stock"],
    ...more,
  });

  test("by title and near-same ingredients are proposed, the better rated or fuller one to keep", () => {
    const thin = recipe("Lentil Soup");
    const full = recipe("lentil soup recipe", { fullness: 5, foods: ["onions", "red lentils", "carrots"] });
    expect(mergeProposals([thin, full])).toEqual([
      {
        keep: expect.objectContaining({ recipe_id: full.recipe_id }),
        merge: [
          expect.objectContaining({
            ...{ recipe_id: thin.recipe_id, reason: "same title", shared_ingredients: 0.75 },
          }),
        ],
      },
    ]);
  });

  test("by source are, whatever they are called", () => {
    const a = recipe("Dal", { source_url: "https://www.example.org/dal/?utm=1" });
    const b = recipe("Best dal ever", { source_url: "http://example.org/dal" });
    expect(mergeProposals([a, b])[0]?.merge).toMatchObject([
      { reason: "same source", shared_ingredients: 1 },
    ]);
  });

  test("only by title are not", () => {
    expect(mergeProposals([recipe("Salad"), recipe("Salad", { foods: ["rice", "tuna"] })])).toEqual([]);
    const unknown = { foods: [] };
    expect(mergeProposals([recipe("Salad", unknown), recipe("Salad", unknown)])).toEqual([]);
  });

  test("each are proposed once, and the kept one is never merged away", () => {
    const names = fc.array(fc.constantFrom("Soup", "Stew", "Salad"), { maxLength: 12 });
    fc.assert(
      fc.property(names, (titles) => {
        const recipes = titles.map((title) => recipe(title));
        const proposals = mergeProposals(recipes);
        const merged = proposals.flatMap(({ merge }) => merge.map(({ recipe_id }) => recipe_id));
        expect(new Set(merged).size).toBe(merged.length);
        for (const { keep } of proposals) expect(merged).not.toContain(keep.recipe_id);
        expect(merged.length).toBe(recipes.length - new Set(titles).size);
      }),
    );
  });
});
