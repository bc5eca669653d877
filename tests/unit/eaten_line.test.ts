import { describe, expect, test } from "vitest";
import { EATEN_LINES } from "../../bench/eaten_lines.ts";
import { indexOf, present, SR28 } from "../../bench/foods_accuracy.ts";
import { resolveEaten } from "../../f/meal-planner/foods/eaten_line.ts";
import { resolveLine } from "../../f/meal-planner/foods/line_nutrition.ts";

const staples = indexOf("staples");

const eaten = (text: string, english: "british" | "american" = "british") => {
  const { nutrients, grams, food, parts, gramsHow } = resolveEaten(staples, text, english);
  const foods = parts.length > 0 ? parts.map((part) => part.food) : [food];
  return {
    kcal: nutrients?.energy_kcal ?? null,
    grams,
    foods: foods.map((one) => one?.name ?? null),
    gramsHow,
  };
};

describe.each(["staples", "staples and SR28"] as const)("what people write in a diary, with %s", (foods) => {
  test.skipIf(foods !== "staples" && !present(SR28))(
    "is known for nine entries of ten, within what it has in any kitchen",
    () => {
      const index = indexOf(foods);
      const wrong: string[] = [];
      const unknown: string[] = [];
      for (const [text, least, most] of EATEN_LINES) {
        const kcal = resolveEaten(index, text).nutrients?.energy_kcal ?? null;
        if (kcal === null) unknown.push(text);
        else if (kcal < least || kcal > most)
          wrong.push(`${text}: ${Math.round(kcal)} kcal, not ${least}–${most}`);
      }
      expect(wrong).toEqual([]);
      expect(unknown.length, unknown.join(", ")).toBeLessThanOrEqual(EATEN_LINES.length / 10);
    },
  );
});

test("a bare name is one, or a usual serving, and says so", () => {
  expect(eaten("banana")).toMatchObject({ grams: 118, foods: ["banana"] });
  expect(eaten("2 bananas").grams).toBe(236);
  expect(eaten("1 yogurt")).toMatchObject({ grams: 150, gramsHow: "taken for 150 g (a usual serving)" });
  expect(eaten("strawberries").grams).toBe(80);
});

test("what goes with something is counted too, on each slice", () => {
  expect(eaten("2 slices of toast with butter")).toMatchObject({
    grams: 84,
    foods: ["white bread", "butter"],
  });
  expect(eaten("tea with milk and sugar").foods).toEqual(["tea", "whole milk", "sugar"]);
});

test("of several foods, one that nobody knows leaves the figures unknown and is named", () => {
  const answer = eaten("toast with zorblax");
  expect(answer.kcal).toBeNull();
  expect(answer.gramsHow).toContain("zorblax");
  expect(eaten("sandwich").kcal).toBeNull();
  expect(eaten("1 Big Mac").kcal).toBeNull();
});

test("chips are what they are in the household's English, whichever way they are counted", () => {
  expect(eaten("300 g chips")).toMatchObject({ grams: 300, foods: ["takeaway chip"] });
  expect(eaten("chips", "american").foods).toEqual(["crisp"]);
  expect(eaten("biscuit", "american").foods).toEqual(["buttermilk biscuit"]);
});

test("a pint of beer is the household's pint", () => {
  expect(eaten("pint of beer").grams).toBeCloseTo((eaten("pint of beer", "american").grams ?? 0) * 1.2, 0);
});

test("rice by the bowl has been cooked, by weight it is what a recipe means", () => {
  expect(eaten("bowl of rice").foods).toEqual(["cooked rice"]);
  expect(eaten("100 g rice").foods).toEqual(["long-grain rice"]);
});

test("an amount that the line says is kept", () => {
  for (const line of ["150 g pear", "2 tbsp olive oil", "1 tin tuna", "100 g peas and carrots"]) {
    expect(eaten(line).grams, line).toBe(resolveLine(staples, line).grams);
  }
});
