import { describe, expect, test } from "vitest";
import { indexOf, present, SR28 } from "../../bench/foods_accuracy.ts";
import { checkFoodEnergy } from "../../f/meal-planner/foods/energy_check.ts";
import type { FoodRecord } from "../../f/meal-planner/foods/food_record.ts";
import { resolveLine } from "../../f/meal-planner/foods/line_nutrition.ts";
import { nutritionOf } from "../../f/meal-planner/handlers/recipes/calculate_nutrition.ts";

const staples = indexOf("staples");
const doubtful = (records: readonly { record: FoodRecord }[]) =>
  records.flatMap(({ record }) => (checkFoodEnergy(record).differs ? [record.description] : []));

test("no staple is doubted: neither alcohol nor sweeteners nor fibre", () => {
  expect(doubtful(staples.foods)).toEqual([]);
});

test.skipIf(!present(SR28))("of nine thousand records, hardly any is", () => {
  expect(doubtful(indexOf("staples and SR28").foods).length).toBeLessThan(10);
});

describe("one wrong record in a big recipe", () => {
  const lines = ["500 g minced beef", "400 g spaghetti", "30 g butter", "1 onion", "1 tin chopped tomatoes"];
  const kcal = (wrong: number | null) => {
    const butter = resolveLine(staples, "butter").food!;
    const energy = wrong ?? butter.per100g.energy_kcal;
    const record = { ...butter, per100g: { ...butter.per100g, energy_kcal: energy } };
    const confirmed = new Map([["butter", { ...staples.byId.get(butter.foodId)!, record }]]);
    const ingredients = lines.map((line) => resolveLine(staples, line).line);
    const recipe = { version: 1, ingredients, servings: 4, suits: [] };
    return nutritionOf(recipe, { ...staples, confirmed }).energy_check!;
  };

  test("is named with its line, though the sum of the recipe is near enough", () => {
    expect(kcal(71)).toMatchObject({
      differs: false,
      lines: [{ line: 2, original: "30 g butter", food: "butter", energy_kcal_per_100g: 71 }],
    });
    expect(kcal(null).lines).toEqual([]);
  });

  test("beside the whole recipe's energy by its macronutrients stands that of a serving", () => {
    const { from_macros_kcal, from_macros_kcal_per_serving } = kcal(null);
    expect(from_macros_kcal_per_serving).toBeCloseTo((from_macros_kcal ?? 0) / 4, 1);
  });
});
