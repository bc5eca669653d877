import { expect, test } from "vitest";
import { timesIn } from "../../f/meal-planner/apps/planner.raw_app/pages/recipes/step_times.ts";

test.each([
  ["Simmer for 20 minutes, then rest 5 min.", [1200, 300]],
  ["Bake for 1.5 hours.", [5400]],
  ["Fry for ten to twelve minutes, until golden.", [720]],
  ["Toast for 30–45 seconds.", [45]],
  ["Simmer twelve minutes. Stir, and simmer for twelve minutes more.", [720]],
  ["A 10-minute rest does it good.", [600]],
  ["Heat the oven to 200 degrees and chop 2 onions.", []],
  ["Add 3 minced cloves; it serves 4 in 1 minute flat", [60]],
  ["Wait 100 hours", []],
])("%s", (step, seconds) => {
  expect(timesIn(step)).toEqual(seconds);
});
