import { describe, expect, test } from "vitest";
import { buildFoodIndex } from "../../f/meal-planner/foods/food_index.ts";
import { recordOfStarterFood } from "../../f/meal-planner/foods/food_record.ts";
import { parseIngredientLine } from "../../f/meal-planner/foods/ingredient_line.ts";
import { type ResolvedLine, resolveLine } from "../../f/meal-planner/foods/line_nutrition.ts";
import { recipeNutrition } from "../../f/meal-planner/foods/recipe_nutrition.ts";
import { STARTER_FOODS } from "../../f/meal-planner/foods/starter_foods/starter_foods.ts";

const index = buildFoodIndex(STARTER_FOODS.map(recordOfStarterFood));
const resolve = (line: string) => resolveLine(index, line);
const foodsOf = ({ food, also }: ResolvedLine) => [food, ...also].map((one) => one?.name ?? null);
const grams = (line: string) => resolve(line).eatenGrams ?? 0;

describe("a line of several foods", () => {
  test.each([
    ["Salt and pepper", ["salt", "black pepper"]],
    ["salt and freshly ground black pepper, to taste", ["salt", "black pepper"]],
    ["1 tsp each ground cumin and coriander", ["ground cumin", "ground coriander"]],
    ["2 tbsp each of butter and oil", ["butter", "vegetable oil"]],
    ["1 tsp salt and 1/2 tsp black pepper", ["salt", "black pepper"]],
    ["salt and ½ tsp paprika", ["salt", "paprika"]],
    ["Salt; freshly ground pepper", ["salt", "black pepper"]],
    ["2 lb carrots and parsnips", ["carrot", "parsnip"]],
    ["2 tbsp butter and oil", ["butter", "vegetable oil"]],
    ["bread and butter, to serve", ["white bread", "butter"]],
  ])("%j is %j", (line, foods) => {
    expect(foodsOf(resolve(line))).toEqual(foods);
  });

  test.each([
    ["bread and butter pickles"],
    ["1 and 1/2 cups flour"],
    ["2 tbsp plus 1 tsp olive oil"],
    ["salt-and-pepper squid"],
    ["juice and zest of 1 lemon"],
    ["400 g chicken and mushroom soup"],
    ["1 tin macaroni and cheese"],
    ["macaroni and cheese"],
    ["salt and vinegar crisps"],
    ["half and half"],
    ["fish and chips"],
    ["sweet and sour sauce"],
    ["gin and tonic"],
    ["2 cups rice and beans"],
    ["spinach and ricotta cannelloni"],
    ["sage and onion stuffing"],
  ])("%j is one thing", (line) => {
    expect(resolve(line).also).toEqual([]);
  });

  test("with each has the whole amount of each, without it shares the amount, and of two amounts each its own", () => {
    const [salt, pepper] = [grams("1 tsp salt"), grams("1 tsp black pepper")];
    expect(grams("1 tsp each salt and black pepper")).toBeCloseTo(salt + pepper, 6);
    expect(grams("1 tsp salt and black pepper")).toBeCloseTo((salt + pepper) / 2, 6);
    expect(grams("1 tsp salt and 1/2 tsp black pepper")).toBeCloseTo(salt + pepper / 2, 6);
    expect(resolve("salt and pepper")).toMatchObject({ grams: null, nutrients: null });
  });

  test("is unknown, not one of its foods, where it is a dish that is called by two", () => {
    expect(foodsOf(resolve("1 tin macaroni and cheese"))).toEqual([null]);
    expect(foodsOf(resolve("fish and chips"))).toEqual([null]);
    expect(foodsOf(resolve("100 ml half and half"))).toEqual(["half and half"]);
  });

  test("gives its main ingredient by the protein of each", () => {
    expect(recipeNutrition(["100 g pasta and 300 g chicken breast"], 2, index).main).toBe("chicken");
  });

  test("adds the figures, the allergens and the origins of all", () => {
    const both = recipeNutrition(["50 g each butter and walnuts"], 1, index);
    const apart = recipeNutrition(["50 g butter", "50 g walnuts"], 1, index);
    expect(both.totals.energy_kcal).toBeCloseTo(apart.totals.energy_kcal ?? 0, 6);
    expect(both.allergens).toEqual(apart.allergens);
    expect(both.origins.contains).toEqual(apart.origins.contains);
    expect(both.lines).toHaveLength(1);
  });
});

describe("the main ingredient", () => {
  test.each([
    [["500 g potatoes", "150 g chicken breast", "200 g rice"], "chicken"],
    [["400 g potatoes", "200 g beef mince", "400 g tinned chickpeas"], "beef"],
    [["600 g pasta", "100 g pancetta"], "pasta"],
    [["800 g potatoes", "1 egg"], "potatoes"],
    [["100 g salmon fillet", "100 g salmon", "300 g cooked rice"], "salmon"],
    [["2 onions", "1 tbsp olive oil"], null],
  ])("of %j is %j: it gives most of the protein", (lines, main) => {
    expect(recipeNutrition(lines, 2, index).main).toBe(main);
  });
});

describe("signs from other keyboards", () => {
  test.each<[string, number | null, string | null, string | null]>([
    ["🍕 2 cups flour 😀", 2, "cup", "flour"],
    ["2️⃣ eggs", 2, null, "eggs"],
    ["２００ｇ sugar", 200, "gram", "sugar"],
    ["1e3 g sugar", 1000, "gram", "sugar"],
    ["1.5e2 ml milk", 150, "millilitre", "milk"],
    ["🧂", null, null, null],
  ])("%j is read without them", (line, quantity, unit, food) => {
    expect(parseIngredientLine(line)).toMatchObject({ original: line, quantity, unit, food });
  });

  test("other scripts are kept as a name that nobody knows, never guessed", () => {
    expect(resolve("2 стакана муки")).toMatchObject({
      food: null,
      line: { quantity: 2, food: "стакана муки" },
    });
  });
});
