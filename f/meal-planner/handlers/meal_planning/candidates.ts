import { NOT_IN_DIET, type Person } from "../../households/person.ts";
import type { PlanningNutrition, PlanningRecipe } from "../recipes/planning_recipes.ts";
import type { LeftOut } from "./plan.ts";

/** A recipe that can be planned: its nutrition is known well enough and everyone at the table may eat it. */
export type Candidate = PlanningRecipe & { nutrition: PlanningNutrition };

// A serving beyond these is a whole cake or a garnish: its servings can't be meant for a plate.
const MOST_KCAL_A_SERVING = 1_600;
const LEAST_KCAL: Record<string, number> = { breakfast: 100, lunch: 180, dinner: 180, snack: 30 };

/**
 * Splits a household's recipes into those that can be planned and those that can't, each with its first reason.
 * Unknown is unsafe: where a line's food isn't known and someone at the table has an allergy or a diet, the
 * recipe is left out.
 */
export function chooseCandidates(
  recipes: readonly PlanningRecipe[],
  people: readonly Person[],
  minCoverage: number,
): { candidates: Candidate[]; leftOut: LeftOut[] } {
  const candidates: Candidate[] = [];
  const leftOut: LeftOut[] = [];
  for (const recipe of recipes) {
    const reason =
      unusable(recipe, minCoverage) ?? people.map((person) => objection(recipe, person)).find(Boolean);
    if (reason) leftOut.push({ recipe_id: recipe.recipe_id, name: recipe.name, reason });
    else if (hasNutrition(recipe)) candidates.push(withFittingMeals(recipe));
  }
  return { candidates, leftOut };
}

function hasNutrition(recipe: PlanningRecipe): recipe is Candidate {
  return recipe.nutrition !== null;
}

function unusable({ nutrition, suits }: PlanningRecipe, minCoverage: number): string | undefined {
  if (!nutrition) return "its nutrition hasn't been worked out yet";
  if (suits.length === 0) return "not a meal of its own (a sauce, side, drink or the like)";
  if (nutrition.coverage_by_mass < minCoverage) {
    const unknown = nutrition.lines.filter((line) => line.food_id === null || line.grams === null);
    const named = unknown.slice(0, 3).map((line) => `“${line.original}”`);
    const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : "";
    return `only ${Math.floor(nutrition.coverage_by_mass * 100)} % of it is known; not ${named.join(", ")}${more}`;
  }
  const kcal = nutrition.per_serving.energy_kcal;
  if (kcal === null) return "its energy isn't known";
  if (kcal > MOST_KCAL_A_SERVING) return `${Math.round(kcal)} kcal a serving: are its servings right?`;
  if (suits.every((meal) => kcal < (LEAST_KCAL[meal] ?? 0))) {
    return `only ${Math.round(kcal)} kcal a serving: too little for ${suits.join(" or ")}`;
  }
  return undefined;
}

/** Only the meals that it has the energy for: a 60 kcal broth is no dinner. */
function withFittingMeals(recipe: Candidate): Candidate {
  const kcal = recipe.nutrition.per_serving.energy_kcal ?? 0;
  return { ...recipe, suits: recipe.suits.filter((meal) => kcal >= (LEAST_KCAL[meal] ?? 0)) };
}

/** Whether any of them may be this meal. */
export function hasChoice(candidates: readonly Candidate[], slot: string): boolean {
  return candidates.some((recipe) => recipe.suits.some((meal) => meal === slot));
}

/** Why a person can't eat it, or undefined. */
function objection(recipe: PlanningRecipe, person: Person): string | undefined {
  const { nutrition } = recipe;
  if (!nutrition) return undefined;
  const allergen = person.allergens.find((name) => nutrition.allergens.includes(name));
  if (allergen) return `contains ${allergen} (${person.name}'s allergy)`;
  const origin = NOT_IN_DIET[person.diet].find((name) => nutrition.origins.includes(name));
  if (origin) return `contains ${origin} (${person.name} is ${person.diet})`;
  const excluded = person.excluded_foods.find((food) => mentions(recipe, food));
  if (excluded) return `contains ${excluded} (${person.name} doesn't eat it)`;
  const strict = person.allergens.length > 0 || person.diet !== "omnivore";
  const [unknown] = nutrition.unknown_lines;
  if (strict && unknown !== undefined) {
    const care = person.allergens.length > 0 ? "allergies" : `${person.diet} diet`;
    return `what “${unknown}” is isn't known (${person.name}'s ${care})`;
  }
  return undefined;
}

/** Whether a recipe's lines, as written or as understood, name a food: `olives` finds "black olive, pitted". */
export function mentions(recipe: PlanningRecipe, food: string): boolean {
  return patternOf(food).test(recipe.words);
}

// A week asks the same few foods of a thousand recipes, more than once.
const patterns = new Map<string, RegExp>();
const MOST_PATTERNS = 1_000;

function patternOf(food: string): RegExp {
  const known = patterns.get(food);
  if (known) return known;
  if (patterns.size >= MOST_PATTERNS) patterns.clear();
  const pattern = new RegExp(`(^|[^\\p{L}])${wordPattern(food)}($|[^\\p{L}])`, "iu");
  patterns.set(food, pattern);
  return pattern;
}

function wordPattern(food: string): string {
  const stem = food
    .trim()
    .toLowerCase()
    .replace(/ies$/, "y")
    .replace(/(?<=[^s])s$/, "");
  const escaped = stem.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return escaped.endsWith("y") ? `${escaped.slice(0, -1)}(?:y|ies)` : `${escaped}(?:s|es)?`;
}
