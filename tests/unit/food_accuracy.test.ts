import { describe, expect, test } from "vitest";
import {
  FOOD_CASES,
  heldBack,
  indexOf,
  LABELLED,
  LABELLED_TOKENS,
  present,
  readFoodCases,
  SR28,
  scoreMatches,
  scoreParser,
} from "../../bench/foods_accuracy.ts";
import { HARD_KINDS, MANY_KITCHENS } from "../../bench/judged_lines.ts";
import { resolveLine } from "../../f/meal-planner/foods/line_nutrition.ts";

describe.skipIf(!present(LABELLED, LABELLED_TOKENS))("the parser on lines that it wasn't written for", () => {
  test("reads quantity and unit on 95 of 100 lines and the food on 85", () => {
    const score = scoreParser(heldBack(LABELLED));
    expect(score.lines).toBeGreaterThan(400);
    expect(score.quantityAndUnit).toBeGreaterThanOrEqual(0.95);
    expect(score.name).toBeGreaterThanOrEqual(0.85);
  });

  test("keeps within the food what other labels call its name, though they label noisily", () => {
    // These labels have lost every "1/3" and "1/8", and file "fresh", "dried" and alternatives now here, now there.
    const score = scoreParser(heldBack(LABELLED_TOKENS));
    expect(score.quantityAndUnit).toBeGreaterThanOrEqual(0.9);
    expect(score.nameContained).toBeGreaterThanOrEqual(0.93);
  });

  test("of both corpora together, names the same food on 85 lines of 100, whichever way they label it", () => {
    const score = scoreParser(heldBack(LABELLED, LABELLED_TOKENS));
    expect(score.quantityAndUnitWhereLabelled).toBeGreaterThanOrEqual(0.95);
    expect(score.quantityLost).toBeLessThan(score.lines * 0.03);
    expect(score.sameFood).toBeGreaterThanOrEqual(0.85);
    expect(score.name).toBeGreaterThanOrEqual(0.75);
  });
});

const CASES = present(FOOD_CASES) ? readFoodCases() : [];

describe.skipIf(!present(FOOD_CASES, SR28))("matching as a dietitian would, with all of SR28", () => {
  const index = present(SR28) ? indexOf("staples and SR28") : indexOf("staples");

  test.each([
    ["lines judged for us", CASES],
    ["lines from many kitchens", MANY_KITCHENS],
    ["lines of hard kinds", HARD_KINDS],
  ])(
    "85 of 100 %s get an accepted record, at most 3 a wrong one, and 85 weigh what they mean",
    (_, cases) => {
      const { accepted, wrong, grams, failures } = scoreMatches(index, cases);
      expect(accepted, failures.join("\n")).toBeGreaterThanOrEqual(0.85);
      expect(wrong, failures.join("\n")).toBeLessThanOrEqual(0.03);
      expect(grams, failures.join("\n")).toBeGreaterThanOrEqual(0.85);
    },
  );
});

test.skipIf(!present(SR28)).each([
  ["2 cups cooked chickpeas", "16057"],
  ["1 can chickpeas", "16359"],
  ["2 cups cooked kidney beans", "16028"],
])("the state that a line says wins over a staple of another: %s", (line, ndb) => {
  expect(resolveLine(indexOf("staples and SR28"), line).food?.ndb).toBe(ndb);
});

describe("matching with the staples alone", () => {
  const index = indexOf("staples");

  test.each([
    ["lines from many kitchens", MANY_KITCHENS],
    ["lines of hard kinds", HARD_KINDS],
  ])(
    "80 of 100 %s get an accepted record, at most 3 a wrong one, and 85 weigh what they mean",
    (_, cases) => {
      const { accepted, wrong, grams, failures } = scoreMatches(index, cases);
      expect(accepted, failures.join("\n")).toBeGreaterThanOrEqual(0.8);
      expect(wrong, failures.join("\n")).toBeLessThanOrEqual(0.03);
      expect(grams, failures.join("\n")).toBeGreaterThanOrEqual(0.85);
    },
  );
});
