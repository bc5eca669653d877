import { describe, expect, test } from "vitest";
import { NUTRIENTS, type Nutrients } from "../../f/meal-planner/foods/nutrients.ts";
import { chooseCandidates, mentions } from "../../f/meal-planner/handlers/meal_planning/candidates.ts";
import type { PlanningRecipe } from "../../f/meal-planner/handlers/recipes/planning_recipes.ts";
import type { StoredNutrition } from "../../f/meal-planner/handlers/recipes/recipe_nutrition_store.ts";
import type { Person } from "../../f/meal-planner/households/person.ts";

const nutrients = (kcal: number | null): Nutrients =>
  ({ ...Object.fromEntries(NUTRIENTS.map((name) => [name, 1])), energy_kcal: kcal }) as Nutrients;

function recipe(
  change: Partial<PlanningRecipe> = {},
  figures: Partial<StoredNutrition> = {},
): PlanningRecipe {
  return {
    recipe_id: "0198f3a0-0000-7000-8000-000000000001",
    name: "Stew",
    cuisine: null,
    minutes: 30,
    suits: ["lunch", "dinner"],
    rating: null,
    words: '["500 g beef, cubed", "2 onions"]["beef", "onion"]',
    nutrition: {
      recipe_version: 1,
      servings: 4,
      servings_from: "stated",
      per_serving: nutrients(500),
      total: nutrients(2000),
      coverage_by_mass: 1,
      coverage_by_energy: 1,
      allergens: ["celery"],
      origins: ["meat", "plant"],
      unknown_lines: [],
      main: "beef",
      lines: [],
      ...figures,
    },
    ...change,
  };
}

function person(change: Partial<Person> = {}): Person {
  return {
    person_id: "0198f3a0-0000-7000-8000-000000000002",
    household_id: "0198f3a0-0000-7000-8000-000000000003",
    name: "Ada",
    birth_year: null,
    sex: null,
    height_cm: null,
    weight_kg: null,
    activity: null,
    time_zone: null,
    diet: "omnivore",
    allergens: [],
    excluded_foods: [],
    disliked_foods: [],
    portion_sizes: [1],
    version: 1,
    ...change,
  };
}

const unknownLine = {
  original: "1 tin of mystery",
  food_id: null,
  food: null,
  score: 0,
  reason: "",
  grams: null,
  grams_from: "",
  nutrients: null,
};

const reasonFor = (candidate: PlanningRecipe, eater = person()) =>
  chooseCandidates([candidate], [eater], 0.9).leftOut[0]?.reason;

test("a recipe that everyone may eat and whose figures are known is a candidate", () => {
  expect(chooseCandidates([recipe()], [person()], 0.9)).toMatchObject({
    candidates: [{ name: "Stew" }],
    leftOut: [],
  });
});

describe("a recipe is left out with the reason where", () => {
  test.each<[string, PlanningRecipe, Person, RegExp]>([
    ["its nutrition isn't there", recipe({ nutrition: null }), person(), /hasn't been worked out/],
    ["it suits no meal", recipe({ suits: [] }), person(), /not a meal/],
    [
      "too little of it is known",
      recipe({}, { coverage_by_mass: 0.62, lines: [unknownLine] }),
      person(),
      /62 %.*“1 tin of mystery”/,
    ],
    [
      "a serving is a whole cake",
      recipe({}, { per_serving: nutrients(2900) }),
      person(),
      /2900 kcal a serving/,
    ],
    ["a serving is next to nothing", recipe({}, { per_serving: nutrients(60) }), person(), /only 60 kcal/],
    ["it holds an allergen", recipe(), person({ allergens: ["celery"] }), /celery \(Ada's allergy\)/],
    ["it isn't in the diet", recipe(), person({ diet: "vegetarian" }), /meat \(Ada is vegetarian\)/],
    ["it holds an excluded food", recipe(), person({ excluded_foods: ["onion"] }), /onion \(Ada doesn't/],
  ])("%s", (_, candidate, eater, reason) => {
    expect(reasonFor(candidate, eater)).toMatch(reason);
  });

  test("a food of it isn't known and someone has an allergy", () => {
    const candidate = recipe({}, { unknown_lines: [unknownLine.original] });
    expect(reasonFor(candidate)).toBeUndefined();
    expect(reasonFor(candidate, person({ allergens: ["milk"] }))).toMatch(
      /mystery.*isn't known \(Ada's allergies\)/,
    );
  });

  test("any one of several people can't eat it", () => {
    const vegan = person({ name: "Bo", diet: "vegan" });
    expect(chooseCandidates([recipe()], [person(), vegan], 0.9).candidates).toEqual([]);
  });
});

test("a recipe is offered only for the meals that it has the energy for", () => {
  const light = recipe({ suits: ["dinner", "snack"] }, { per_serving: nutrients(90) });
  expect(chooseCandidates([light], [person()], 0.9).candidates[0]?.suits).toEqual(["snack"]);
});

test.each([
  ["olives", "black olive, pitted", true],
  ["olive", "2 olives", true],
  ["berries", "1 strawberry", false],
  ["berry", "mixed berries", true],
  ["egg", "1 eggplant", false],
  ["nuts (all)", "nuts (all) chopped", true],
])("excluding %j and the line %j: %j", (food, line, found) => {
  expect(mentions(recipe({ words: `["${line}"]["water"]` }), food)).toBe(found);
  expect(mentions(recipe({ words: `["2 of those"]["${line}"]` }), food)).toBe(found);
});
