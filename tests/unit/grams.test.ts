import { describe, expect, test } from "vitest";
import { buildFoodIndex } from "../../f/meal-planner/foods/food_index.ts";
import { recordOfStarterFood } from "../../f/meal-planner/foods/food_record.ts";
import { resolveLine } from "../../f/meal-planner/foods/line_nutrition.ts";
import { recipeNutrition } from "../../f/meal-planner/foods/recipe_nutrition.ts";
import { STARTER_FOODS } from "../../f/meal-planner/foods/starter_foods/starter_foods.ts";

const index = buildFoodIndex(STARTER_FOODS.map(recordOfStarterFood));
const resolve = (line: string) => resolveLine(index, line);
const grams = (line: string) => resolve(line).grams;

describe("grams of a line", () => {
  test.each([
    ["250 g butter", 250, "weight"],
    ["1 lb 4 oz beef mince", 567, "weight"],
    ["1 cup (200 g) sugar", 200, "weight"],
    ["200-300g spaghetti", 250, "weight"],
    ["2 x 400g tins tomatoes", 800, "package"],
    ["4 skinless chicken breasts, 200 g each", 800, "package"],
    ["2 large eggs", 100, "portion"],
    ["3 cloves garlic", 9, "portion"],
    ["half a dozen large eggs", 300, "portion"],
    ["20 black peppercorns", 1, "portion"],
  ])("%s are %d g by %s", (line, expected, from) => {
    const answer = resolve(line);
    expect(answer.grams).toBeCloseTo(expected, 0);
    expect(answer.gramsFrom).toBe(from);
  });

  test.each([
    ["1 kg chicken thighs, bone in", "bone-in chicken thigh", 800],
    ["1 kg bone-in, skinless chicken thighs", "chicken thigh", 760],
    ["1 kg leg of lamb, on the bone", "leg of lamb", 760],
    ["1 kg lamb shoulder", "lamb shoulder", 1000],
  ])("%s is %s, and its bones aren't eaten", (line, food, expected) => {
    expect(resolve(line).food?.name).toBe(food);
    expect(grams(line)).toBeCloseTo(expected, 0);
  });

  test.each([
    ["1 kg raw prawns, shell on", 870],
    ["1 kg raw prawns, peeled", 1000],
    ["1 kg whole prawns", 500],
    ["1 lobster (800 g)", 200],
    ["200 g lobster meat", 200],
    ["1 whole trout, about 400 g, gutted", 200],
    ["2 trout fillets, 200 g each", 400],
    ["1 side of salmon (1 kg)", 1000],
    ["1 kg mussels, cleaned", 300],
    ["1 kg pumpkin, deseeded", 700],
    ["1 kg pumpkin, peeled and deseeded", 1000],
    ["1 kg broad beans in their pods", 380],
    ["200 g walnuts in their shells", 90],
    ["200 g walnuts", 200],
    ["1 chicken (2 kg)", 1360],
    ["2 duck breasts, 200 g each", 400],
  ])("%s: %d g of it are eaten, by what the line says is on or off", (line, expected) => {
    expect(grams(line)).toBeCloseTo(expected, 0);
  });

  test("a vague bit of something has no grams, but is known", () => {
    for (const line of ["a tiny bit of sugar", "small amount of sugar", "a teensy bit of sugar"]) {
      expect(resolve(line)).toMatchObject({ food: { name: "sugar" }, grams: null });
    }
  });

  test("a fruit that is juiced or zested gives its juice or its zest", () => {
    expect(resolve("2 limes, juiced")).toMatchObject({ food: { name: "lime juice" }, grams: 60 });
    expect(resolve("1 orange, zested")).toMatchObject({ food: { name: "orange zest" }, grams: 9 });
    expect(resolve("1 lemon, zested and juiced")).toMatchObject({ food: { name: "lemon juice" }, grams: 48 });
  });

  test("a volume takes the food's own density", () => {
    const [oil, flour] = [grams("1 cup olive oil") ?? 0, grams("1 cup plain flour") ?? 0];
    expect(oil).toBeGreaterThan(205);
    expect(oil).toBeLessThan(225);
    expect(flour).toBeGreaterThan(110);
    expect(flour).toBeLessThan(145);
    expect(grams("1 tbsp olive oil")).toBeCloseTo(oil / 16, 1);
  });

  test("what is added counts", () => {
    expect(grams("2/3 cup sugar, plus 2 tablespoons")).toBeCloseTo(
      (grams("1 cup sugar") ?? 0) * (2 / 3 + 1 / 8),
      0,
    );
  });

  test("a drained can weighs less than a full one", () => {
    const full = grams("1 (400 g) can chickpeas") ?? 0;
    expect(full).toBe(400);
    expect(grams("1 (400 g) can chickpeas, drained and rinsed")).toBeCloseTo(240, 0);
  });

  test("peel and bones don't count where the line doesn't say that they are off", () => {
    expect(grams("1 kg bananas") ?? 0).toBeLessThan(800);
    expect(grams("1 kg bananas, peeled")).toBe(1000);
  });

  test.each(["salt to taste", "salt", "freshly ground pepper"])("%s has no grams", (line) => {
    expect(resolve(line)).toMatchObject({ grams: null, gramsFrom: "none", nutrients: null });
  });

  test("an absurd amount is refused", () => {
    expect(resolve("1000000000 kg sugar").grams).toBeNull();
    expect(grams("0 g sugar")).toBe(0);
  });

  test("an unknown food's volume is a guess and says so", () => {
    expect(resolve("2 tbsp unicorn sauce")).toMatchObject({ food: null, gramsFrom: "guess" });
  });
});

describe("a recipe's nutrition", () => {
  test("adds up, divides by the servings, and knows what it contains", () => {
    const recipe = recipeNutrition(
      ["200 g spaghetti", "2 tbsp olive oil", "50 g parmesan", "Salt"],
      2,
      index,
    );
    const byHand = recipe.lines.reduce((sum, line) => sum + (line.nutrients?.energy_kcal ?? 0), 0);
    expect(recipe.totals.energy_kcal).toBeCloseTo(byHand, 6);
    expect(recipe.perServing.energy_kcal).toBeCloseTo(byHand / 2, 6);
    expect(recipe.coverage.mass).toBe(1);
    expect(recipe.allergens.contains).toEqual(expect.arrayContaining(["gluten", "milk"]));
    expect(recipe.origins.contains).toEqual(["dairy", "plant"]);
    expect(recipe.main).toBe("pasta");
    expect(recipe.energyCheck.differs).toBe(false);
    const shares = recipe.lines.reduce((sum, line) => sum + (line.shareOfEnergy ?? 0), 0);
    expect(shares).toBeCloseTo(1, 6);
  });

  test("an unmatched line lowers the coverage by its mass and is named with its reason", () => {
    const recipe = recipeNutrition(["300 g potatoes, peeled", "100 g glorp"], 1, index);
    expect(recipe.coverage.mass).toBeCloseTo(0.75, 6);
    expect(recipe.coverage.energy).toBeLessThan(1);
    expect(recipe.missing).toEqual([
      expect.objectContaining({ original: "100 g glorp", kind: "unmatched", estimatedGrams: 100 }),
    ]);
    expect(recipe.allergens.unknownIn).toEqual(["100 g glorp"]);
  });

  test("a food without an amount is a gap, a seasoning without one isn't", () => {
    const gap = recipeNutrition(["200 g rice", "Potatoes"], 1, index);
    expect(gap.coverage.mass).toBeLessThan(0.7);
    expect(gap.missing[0]).toMatchObject({ original: "Potatoes", kind: "no_amount" });
    const seasoned = recipeNutrition(["200 g rice", "Salt to taste", "parsley, to garnish"], 1, index);
    expect(seasoned.coverage.mass).toBe(1);
  });

  test("of a deep fryer's oil only what the food takes up counts", () => {
    const [bath] = recipeNutrition(["1 l sunflower oil, for deep-frying"], 1, index).lines;
    expect(bath?.eatenGrams ?? 0).toBeCloseTo((bath?.grams ?? 0) * 0.1, 6);
    const [film] = recipeNutrition(["1 tbsp sunflower oil, for frying"], 1, index).lines;
    expect(film?.eatenGrams).toBe(film?.grams);
  });

  test("nothing resolved is nothing known, never zero", () => {
    const recipe = recipeNutrition(["1 cup glorp"], 4, index);
    expect(recipe.totals.energy_kcal).toBeNull();
    expect(recipe.perServing.protein_g).toBeNull();
    expect(recipe.coverage).toMatchObject({ mass: 0, energy: 0 });
  });
});
