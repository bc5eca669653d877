import { describe, expect, test } from "vitest";
import type { StarterFood } from "../../f/meal-planner/foods/food.ts";
import { buildFoodIndex } from "../../f/meal-planner/foods/food_index.ts";
import { recordOfStarterFood } from "../../f/meal-planner/foods/food_record.ts";
import type { Nutrient } from "../../f/meal-planner/foods/nutrients.ts";
import { type RecipeNutrition, recipeNutrition } from "../../f/meal-planner/foods/recipe_nutrition.ts";
import { STARTER_FOODS } from "../../f/meal-planner/foods/starter_foods/starter_foods.ts";
import { SAMPLE_PEOPLE } from "../../local/sample_household/household.ts";
import type { SampleRecipe } from "../../local/sample_household/sample_recipe.ts";
import { SAMPLE_RECIPES } from "../../local/sample_household/sample_recipes.ts";

const byKey = new Map(STARTER_FOODS.map((food) => [food.key, food]));
const index = buildFoodIndex(STARTER_FOODS.map(recordOfStarterFood));
const nutritionOf = new Map(
  SAMPLE_RECIPES.map((recipe) => [recipe, recipeNutrition(recipe.ingredients, recipe.servings, index)]),
);

function nutrition(recipe: SampleRecipe): RecipeNutrition {
  const found = nutritionOf.get(recipe);
  if (!found) throw new Error(`${recipe.name} is not one of the sample recipes`);
  return found;
}

function foodsOf(recipe: SampleRecipe): StarterFood[] {
  return nutrition(recipe).lines.flatMap(({ food }) => (food && byKey.get(food.sourceId)) ?? []);
}

const perServing = (recipe: SampleRecipe, nutrient: Nutrient) => nutrition(recipe).perServing[nutrient] ?? 0;

/** The recipes of which something is wrong, by name, so that a failure reads as a list of repairs. */
function complaints(complain: (recipe: SampleRecipe) => string | null | undefined | false): string[] {
  return SAMPLE_RECIPES.flatMap((recipe) => {
    const complaint = complain(recipe);
    return complaint ? [`${recipe.name}: ${complaint}`] : [];
  });
}

const MEAT_OR_FISH = ["meat", "fish", "shellfish"];
/** What a tag promises of a food, for every food of the recipe. */
const PROMISES: Record<string, (food: StarterFood) => boolean> = {
  vegan: (food) => food.origins.every((origin) => origin === "plant"),
  vegetarian: (food) => !food.origins.some((origin) => MEAT_OR_FISH.includes(origin)),
  pescatarian: (food) => !food.origins.includes("meat"),
  "gluten-free": (food) => !food.allergens.includes("gluten"),
};

describe("what the sample household can choose from", () => {
  const suiting = (meal: SampleRecipe["suits"][number]) =>
    SAMPLE_RECIPES.filter((recipe) => recipe.suits.includes(meal)).length;
  const tagged = (tag: string) => SAMPLE_RECIPES.filter((recipe) => recipe.tags.includes(tag)).length;

  test("there is a choice for every meal and every diet", () => {
    expect(SAMPLE_RECIPES.length).toBeGreaterThanOrEqual(72);
    expect(suiting("breakfast")).toBeGreaterThanOrEqual(14);
    expect(suiting("lunch")).toBeGreaterThanOrEqual(18);
    expect(suiting("dinner")).toBeGreaterThanOrEqual(28);
    expect(suiting("snack")).toBeGreaterThanOrEqual(12);
    expect(tagged("vegetarian")).toBeGreaterThanOrEqual(25);
    expect(tagged("vegan")).toBeGreaterThanOrEqual(12);
    expect(tagged("gluten-free")).toBeGreaterThanOrEqual(20);
    expect(new Set(SAMPLE_RECIPES.map((recipe) => recipe.cuisine)).size).toBeGreaterThanOrEqual(12);
  });

  test("names are unique and every recipe can be cooked by what is written", () => {
    expect(new Set(SAMPLE_RECIPES.map((recipe) => recipe.name)).size).toBe(SAMPLE_RECIPES.length);
    expect(
      complaints(({ steps, servings, ingredients, suits, description }) => {
        if (steps.length < 3 || steps.length > 7) return `${steps.length} steps`;
        if (steps.some((step) => !/[.!]$/.test(step))) return "a step is no sentence";
        if (!Number.isInteger(servings) || servings < 1) return "servings";
        return (ingredients.length < 2 || suits.length === 0 || description === "") && "unfinished";
      }),
    ).toEqual([]);
  });

  test("each person has enough of every meal that they may eat for a week without repeats", () => {
    for (const person of SAMPLE_PEOPLE) {
      const mayEat = SAMPLE_RECIPES.filter((recipe) => {
        const foods = foodsOf(recipe);
        const names = [...recipe.ingredients, ...foods.map((food) => food.name)].join("; ").toLowerCase();
        return (
          !foods.some((food) => food.allergens.some((allergen) => person.allergens.includes(allergen))) &&
          !person.excluded_foods.some((excluded) => names.includes(excluded))
        );
      });
      for (const meal of ["breakfast", "lunch", "dinner", "snack"] as const) {
        const choice = mayEat.filter((recipe) => recipe.suits.includes(meal)).length;
        expect(choice, `${meal} for ${person.name}`).toBeGreaterThanOrEqual(12);
      }
    }
  });
});

describe("the sample recipes' ingredients", () => {
  test("every line is understood, so that nobody with an allergy has to guess", () => {
    const unknown = (recipe: SampleRecipe) => nutrition(recipe).allergens.unknownIn.join("; ");
    expect(complaints(unknown)).toEqual([]);
  });

  test("at least 95 % of every recipe's mass is matched to a food", () => {
    const share = (recipe: SampleRecipe) => nutrition(recipe).coverage.mass;
    expect(complaints((recipe) => !(share(recipe) >= 0.95) && `${share(recipe)}`)).toEqual([]);
  });

  test("only seasoning goes without a weight", () => {
    const unweighed = (recipe: SampleRecipe) =>
      nutrition(recipe).lines.find(
        ({ food, grams }) =>
          grams === null && !["salt", "black pepper", "white pepper"].includes(food?.name ?? ""),
      );
    expect(complaints((recipe) => unweighed(recipe)?.line.original)).toEqual([]);
  });
});

describe("the sample recipes' nutrition", () => {
  const RANGES = { breakfast: [350, 550], lunch: [450, 700], dinner: [500, 800], snack: [120, 300] } as const;

  test("energy, protein and every other nutrient of a serving are known", () => {
    const unknown = (recipe: SampleRecipe) =>
      Object.entries(nutrition(recipe).perServing).flatMap(([nutrient, figure]) =>
        figure === null ? nutrient : [],
      );
    expect(complaints((recipe) => unknown(recipe).join(", "))).toEqual([]);
  });

  test("a serving has the energy of one of its meals", () => {
    expect(
      complaints((recipe) => {
        const energy = perServing(recipe, "energy_kcal");
        const fits = recipe.suits.some((meal) => energy >= RANGES[meal][0] && energy <= RANGES[meal][1]);
        return !fits && `${Math.round(energy)} kcal as ${recipe.suits.join(" or ")}`;
      }),
    ).toEqual([]);
  });

  test("a serving is plausible: fat and salt within what a dietitian would serve", () => {
    expect(
      complaints((recipe) => {
        const energy = perServing(recipe, "energy_kcal");
        const fatShare = (9 * perServing(recipe, "fat_g")) / energy;
        if (fatShare > 0.65) return `${Math.round(fatShare * 100)} % of energy is fat`;
        if (perServing(recipe, "saturated_fat_g") > 18) return "saturated fat";
        const sodium = perServing(recipe, "sodium_mg");
        return sodium > 1500 && `${Math.round(sodium)} mg sodium`;
      }),
    ).toEqual([]);
  });

  test("a tag for a diet is there exactly where every ingredient keeps to it", () => {
    expect(
      complaints((recipe) => {
        for (const [tag, keeps] of Object.entries(PROMISES)) {
          const foods = foodsOf(recipe);
          const breaking = foods.find((food) => !keeps(food));
          if (recipe.tags.includes(tag) && breaking) return `${breaking.name} is not ${tag}`;
          const fishFree = PROMISES.vegetarian && foods.every(PROMISES.vegetarian);
          if (!recipe.tags.includes(tag) && !breaking && !(tag === "pescatarian" && fishFree)) {
            return `${tag}, but not tagged so`;
          }
        }
        return null;
      }),
    ).toEqual([]);
  });

  test("high-protein means a fifth of the energy, quick means half an hour", () => {
    expect(
      complaints((recipe) => {
        const share = (4 * perServing(recipe, "protein_g")) / perServing(recipe, "energy_kcal");
        if (recipe.tags.includes("high-protein") && share < 0.195)
          return `${Math.round(share * 100)} % protein`;
        const minutes = recipe.prep_minutes + recipe.cook_minutes;
        return recipe.tags.includes("quick") && minutes > 30 && `${minutes} minutes`;
      }),
    ).toEqual([]);
  });

  test("what both people want of protein lies within what the recipes offer", () => {
    const share = (recipe: SampleRecipe) =>
      (4 * perServing(recipe, "protein_g")) / perServing(recipe, "energy_kcal");
    const shares = SAMPLE_RECIPES.map(share).sort((a, b) => a - b);
    for (const person of SAMPLE_PEOPLE) {
      const target = (nutrient: Nutrient) =>
        person.goals.find((goal) => goal.nutrient === nutrient)?.target ?? 0;
      const wanted = (4 * target("protein_g")) / target("energy_kcal");
      const above = shares.filter((offered) => offered > wanted).length / shares.length;
      expect(above, person.name).toBeGreaterThan(0.3);
      expect(above, person.name).toBeLessThan(0.8);
    }
  });
});
