import { expect, test } from "vitest";
import { describeRelief, reliefsFor } from "../../f/meal-planner/handlers/meal_planning/wish_relief.ts";
import type { PlanningRecipe } from "../../f/meal-planner/handlers/recipes/planning_recipes.ts";
import type { Person } from "../../f/meal-planner/households/person.ts";

function recipe(recipe_id: string, allergens: string[], origins: string[], coverage = 1): PlanningRecipe {
  return {
    ...{ recipe_id, name: recipe_id, cuisine: null, minutes: 20, rating: null, words: "" },
    suits: ["dinner"],
    nutrition: {
      ...{ allergens, origins, unknown_lines: [], lines: [], main: null, coverage_by_mass: coverage },
      per_serving: { energy_kcal: 500 },
    },
  } as unknown as PlanningRecipe;
}

const person = (name: string, change: Partial<Person>): Person =>
  ({
    ...{ person_id: name, name, diet: "omnivore", allergens: [], excluded_foods: [], disliked_foods: [] },
    ...change,
  }) as Person;
const ada = person("Ada", { allergens: ["gluten"] });
const ben = person("Ben", { diet: "vegan" });

test("each wish without which there would be a dinner is named with how many, the most helpful first", () => {
  const recipes = [
    recipe("pasta", ["gluten"], ["plant"]),
    recipe("stew", [], ["meat"]),
    recipe("roast", [], ["meat"]),
    recipe("unknown", [], ["plant"], 0.5),
  ];
  expect(reliefsFor("dinner", recipes, [ada, ben], 0.9).map(describeRelief)).toEqual([
    "without Ben's vegan diet, 2 would",
    "without Ada's allergy (gluten), 1 would",
    "without the least known share (min_coverage), 1 would",
  ]);
});

test("where no wish alone is in the way, the pairs are named", () => {
  const recipes = [recipe("lasagne", ["gluten"], ["meat"])];
  expect(reliefsFor("dinner", recipes, [ada, ben], 0.9)).toEqual([
    { wishes: ["Ada's allergy (gluten)", "Ben's vegan diet"], recipes: 1 },
  ]);
});

test("a meal that nothing suits whatever anybody wishes has no relief", () => {
  expect(reliefsFor("breakfast", [recipe("stew", [], ["meat"])], [ada, ben], 0.9)).toEqual([]);
});
