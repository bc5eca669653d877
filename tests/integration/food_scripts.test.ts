import { beforeAll, describe, expect, test } from "vitest";
import { foodIdOf } from "../../f/meal-planner/foods/food_record.ts";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import { main as confirmFood } from "../../f/meal-planner/handlers/nutrition/confirm_food/script.ts";
import { main as matchFoods } from "../../f/meal-planner/handlers/nutrition/match_foods/script.ts";
import { main as searchFoods } from "../../f/meal-planner/handlers/nutrition/search_foods/script.ts";
import { main as parseIngredients } from "../../f/meal-planner/handlers/recipes/parse_ingredients/script.ts";
import { setHousehold } from "../../f/meal-planner/households/household.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
beforeAll(async () => {
  await db.database.transaction(loadStarterFoods);
});

const invalid = { code: "INVALID_INPUT" };

describe("parse_ingredients", () => {
  test("answers line by line, in their order, with the original kept", async () => {
    const { lines } = await parseIngredients(["2 large eggs, beaten", "", "½ cup sugar (optional)"]);
    expect(lines).toMatchObject([
      {
        original: "2 large eggs, beaten",
        quantity: 2,
        unit: null,
        size: "large",
        food: "eggs",
        preparation: "beaten",
      },
      { original: "", quantity: null, food: null },
      { original: "½ cup sugar (optional)", quantity: 0.5, unit: "cup", food: "sugar", optional: true },
    ]);
  });

  test("a line of a megabyte is answered; more, or what is no text, is refused with its path", async () => {
    expect((await parseIngredients(["x".repeat(1_000_000)])).lines).toHaveLength(1);
    await expect(parseIngredients(["ok", "x".repeat(1_000_001)])).rejects.toMatchObject({
      ...invalid,
      details: [{ path: "lines[1]" }],
    });
    await expect(parseIngredients([1] as unknown as string[])).rejects.toMatchObject(invalid);
  });
});

describe("match_foods", () => {
  test("works before any household is there", async () => {
    const { lines } = await matchFoods(["2 large eggs, beaten", "1 cup glorp"], undefined, db.resource);
    expect(lines).toMatchObject([
      {
        original: "2 large eggs, beaten",
        food: {
          food_id: foodIdOf("starter", "egg"),
          description: "egg",
          source: "starter",
          source_id: "01123",
        },
        grams: 100,
        grams_from: "portion",
      },
      { original: "1 cup glorp", food: null, grams_from: "guess" },
    ]);
    expect(lines[0]?.score).toBeGreaterThan(0.9);
    expect(lines[0]?.candidates[0]).toMatchObject({ source_id: "01123" });
    expect(lines[1]?.reason).toMatch(/glorp/);
  });

  test("a household that isn't there is named", async () => {
    const nobody = foodIdOf("nobody", "here");
    await expect(matchFoods(["1 egg"], nobody, db.resource)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(matchFoods(["1 egg"], "not an id", db.resource)).rejects.toMatchObject(invalid);
  });
});

describe("search_foods", () => {
  test("finds by name, by a name that isn't finished, and best first", async () => {
    const { foods } = await searchFoods("chick", 50, undefined, db.resource);
    const names = foods.map((food) => food.description);
    expect(names).toContain("chickpea");
    expect(names).toContain("chicken breast");
    const exact = await searchFoods("olive oil", 3, undefined, db.resource);
    expect(exact.foods[0]).toMatchObject({ description: "olive oil", source: "starter", source_id: "04053" });
    expect(exact.foods[0]?.per_100g.fat_g).toBe(100);
    expect(exact.foods).toHaveLength(3);
    const scores = foods.map((food) => food.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test.each([
    ["milk", "whole milk", /milk$/],
    ["chicken", "chicken breast", /^(?:bone-in )?chicken|chicken$/],
    ["egg", "egg", /^(?!eggplant).*egg/],
    ["flour", "plain flour", /flour$/],
  ])("%s gives %s first, and then its like before what is only called so", async (query, first, like) => {
    const { foods } = await searchFoods(query, 4, undefined, db.resource);
    expect(foods[0]?.description).toBe(first);
    for (const { description } of foods) expect(description).toMatch(like);
  });

  test("nothing found is an empty list, an empty question is refused", async () => {
    expect(await searchFoods("zzzzzz", 20, undefined, db.resource)).toEqual({ foods: [] });
    await expect(searchFoods("  ", 20, undefined, db.resource)).rejects.toMatchObject(invalid);
  });
});

describe("confirm_food", () => {
  test("what a person confirms is what the same food means in the next line", async () => {
    await db.database.transaction((tx) =>
      setHousehold(tx, { name: "Home", time_zone: "Europe/Berlin", make_default: true }),
    );
    const honey = foodIdOf("starter", "honey");
    const answer = await confirmFood("2 tbsp glorp, melted", honey, undefined, db.resource);
    expect(answer).toMatchObject({ name: "glorp", food: { food_id: honey }, replaced_food_id: null });
    const { lines } = await matchFoods(["1 cup of glorps"], undefined, db.resource);
    expect(lines[0]).toMatchObject({ food: { food_id: honey }, score: 1, reason: 'confirmed for "glorps"' });
  });

  test("an unknown food is refused", async () => {
    const attempt = confirmFood("glorp", foodIdOf("no", "food"), undefined, db.resource);
    await expect(attempt).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
