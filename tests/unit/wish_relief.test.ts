import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseCandidates } from "../../f/meal-planner/handlers/meal_planning/candidates.ts";
import {
  describeObstruction,
  describeRelief,
  type MealWishes,
  obstructionOf,
} from "../../f/meal-planner/handlers/meal_planning/wish_relief.ts";
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

const among = (recipes: PlanningRecipe[], people = [ada, ben], change: Partial<MealWishes> = {}) =>
  obstructionOf("dinner", recipes, { people, minCoverage: 0.9, ...change });

test("each wish without which there would be a dinner is named with how many, the most helpful first", () => {
  const recipes = [
    recipe("pasta", ["gluten"], ["plant"]),
    recipe("stew", [], ["meat"]),
    recipe("roast", [], ["meat"]),
    recipe("unknown", [], ["plant"], 0.5),
  ];
  expect(among(recipes).reliefs.map(describeRelief)).toEqual([
    "without Ben's vegan diet there are 2",
    "without Ada's allergy (gluten) there is 1",
    "without the least known share (min_coverage) there is 1",
  ]);
});

test("where no wish alone is in the way, the smallest sets of them are named", () => {
  const lasagne = recipe("lasagne", ["gluten"], ["meat"]);
  const both = { wishes: ["Ada's allergy (gluten)", "Ben's vegan diet"], recipes: 1 };
  expect(among([lasagne]).reliefs).toEqual([both]);
  const slow = { ...lasagne, recipe_id: "slow", minutes: 90 };
  const all = among([lasagne, slow], [ada, ben], { maxMinutes: 10 });
  expect(all.reliefs).toEqual([{ wishes: [...both.wishes, "the limit of 10 minutes"], recipes: 2 }]);
});

test("the conflict is the fewest wishes that leave nothing, in words", () => {
  const recipes = [
    { ...recipe("pasta", ["gluten"], ["plant"]), minutes: 15 },
    { ...recipe("stew", [], ["meat"]), minutes: 90 },
    { ...recipe("bake", ["gluten"], ["meat"]), minutes: 60 },
  ];
  const carla = person("Carla", { excluded_foods: ["capers"] });
  const found = among(recipes, [ada, carla], { maxMinutes: 20 });
  expect(describeObstruction(found)).toBe(
    "no dinner without gluten (Ada's allergy), within 20 minutes among the 3 recipes that suit it " +
      "(without Ada's allergy (gluten) there is 1; without the limit of 20 minutes there is 1)",
  );
});

test("what isn't known is in the way of every wish that needs to know it", () => {
  const dana = person("Dana", { allergens: ["gluten", "nuts"] });
  const stew = recipe("stew", [], []);
  const mystery = { ...stew, nutrition: { ...stew.nutrition!, unknown_lines: ["1 tin of mystery"] } };
  expect(among([mystery], [dana])).toMatchObject({
    conflict: ["without gluten (Dana's allergy)"],
    reliefs: [{ wishes: ["Dana's allergy (gluten)", "Dana's allergy (nuts)"], recipes: 1 }],
  });
});

test("a meal that nothing suits whatever anybody wishes has no relief", () => {
  const none = obstructionOf("breakfast", [recipe("stew", [], ["meat"])], {
    people: [ada],
    minCoverage: 0.9,
  });
  expect(none).toEqual({ slot: "breakfast", suiting: 0, conflict: [], reliefs: [] });
  expect(describeObstruction(none)).toBe("no recipe suits breakfast");
});

// By brute force: the wishes of a set are given up, and the recipes counted that are left.
test("every set that is named gives what it says, and none of its parts gives anything", () => {
  const some = <T>(items: readonly T[]) => fc.subarray([...items]);
  const boxes = fc.array(
    fc.record({
      allergens: some(["gluten", "nuts"]),
      origins: some(["meat", "dairy"]),
      coverage: fc.constantFrom(0.5, 1),
      unknown: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const both = (allergens: string[], diet: Person["diet"]) => [
    person("Ada", { allergens }),
    person("Ben", { diet }),
  ];
  fc.assert(
    fc.property(boxes, (box) => {
      const recipes = box.map(({ allergens, origins, coverage, unknown }, index) => {
        const made = recipe(String(index), allergens, origins, coverage);
        return { ...made, nutrition: { ...made.nutrition!, unknown_lines: unknown ? ["something"] : [] } };
      });
      const left = (dropped: readonly string[]) => {
        const keep = ["gluten", "nuts"].filter((name) => !dropped.includes(`Ada's allergy (${name})`));
        const people = both(keep, dropped.includes("Ben's vegan diet") ? "omnivore" : "vegan");
        const least = dropped.some((name) => name.includes("min_coverage")) ? 0 : 0.9;
        return chooseCandidates(recipes, people, least).candidates.length;
      };
      if (left([]) > 0) return;
      const { reliefs, conflict } = among(recipes, both(["gluten", "nuts"], "vegan"));
      expect(conflict.length).toBeGreaterThan(0);
      expect(reliefs.length).toBeGreaterThan(0);
      for (const { wishes, recipes: count } of reliefs) {
        expect(left(wishes)).toBe(count);
        for (const wish of wishes) expect(left(wishes.filter((other) => other !== wish))).toBe(0);
      }
    }),
  );
});
