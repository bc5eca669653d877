import { describe, expect, test } from "vitest";
import { parseMinutes } from "../../f/meal-planner/handlers/recipes/duration.ts";
import { parseKeptRecipe } from "../../f/meal-planner/handlers/recipes/kept_recipe.ts";
import { inferMeals } from "../../f/meal-planner/handlers/recipes/meal_fit.ts";
import { parseServings } from "../../f/meal-planner/handlers/recipes/servings.ts";

describe("servings as people write them", () => {
  test.each([
    [4, 4],
    ["4", 4],
    ["2-3 people", 2.5],
    ["4 to 6", 5],
    ["Serves 4–6", 5],
    ["makes 4 large pretzels", 4],
    [": 2", 2],
    ["8 bowls", 8],
    ["10+", 10],
    ["1,5", 1.5],
    ["2/3", 2.5],
  ])("%j feeds %d", (text, count) => {
    expect(parseServings(text)).toBe(count);
  });

  test.each([
    ["Depends"],
    ["1 cake"],
    ["An average-sized mason jar."],
    [""],
    [null],
    [0],
    [-2],
    ["of 100 g each"],
    [Number.NaN],
  ])("%j doesn't say", (text) => {
    expect(parseServings(text)).toBeNull();
  });
});

describe("times as people write them", () => {
  test.each([
    ["10 min", 10],
    ["1 hr 25 min", 85],
    ["15-20 min", 18],
    ["~30 minutes", 30],
    ["120min", 120],
    ["0m", 0],
    ["4-8 hours", 360],
    ["PT1H25M", 85],
    [25, 25],
  ])("%j is %d minutes", (text, minutes) => {
    expect(parseMinutes(text)).toBe(minutes);
  });

  test.each([["quick"], [""], [null], [-5]])("%j says none", (text) => {
    expect(parseMinutes(text)).toBeNull();
  });
});

describe("the meals that a recipe suits", () => {
  test.each<[string, string[], string[]]>([
    ["Beef Goulash", ["beef", "stew"], ["lunch", "dinner"]],
    ["Oatmeal Pancakes", ["pancake"], ["breakfast"]],
    ["Blueberry Muffins", ["sweet"], ["breakfast", "snack"]],
    ["Apple Pie", ["dessert"], ["snack"]],
    ["Chicken Biscuit Potpie", ["baking"], ["lunch", "dinner"]],
    ["Brown Sauce", ["sauce"], []],
    ["Chicken Stock", ["stock", "basic"], []],
    ["Assam Tea", ["drink"], []],
    ["Curry", ["dinner"], ["dinner"]],
  ])("%s", (name, tags, meals) => {
    expect(inferMeals(name, tags, 6)).toEqual(meals);
  });
});

test("what has too few ingredients for a meal suits none, unless its author says so", () => {
  expect(inferMeals("Rice", ["basic"], 2)).toEqual([]);
  expect(inferMeals("Rice", ["lunch"], 2)).toEqual(["lunch"]);
});

describe("a recipe as people keep it", () => {
  test("may have its lines as one text and its title as name", () => {
    const recipe = parseKeptRecipe({
      name: "Soup",
      ingredients: "1 onion\n\n2 carrots",
      steps: "Cook.\nEat.",
    });
    expect(recipe).toMatchObject({
      name: "Soup",
      ingredients: ["1 onion", "2 carrots"],
      steps: ["Cook.", "Eat."],
    });
  });

  test("keeps what it says of servings even where that isn't a number", () => {
    const recipe = parseKeptRecipe({ title: "Jam", servings: "Depends", ingredients: ["1 kg plums"] });
    expect(recipe).toMatchObject({ servings: null, servings_text: "Depends" });
  });

  test("without a title is refused", () => {
    expect(() => parseKeptRecipe({ ingredients: ["1 onion"] })).toThrow(/name: Must not be empty/);
  });
});
