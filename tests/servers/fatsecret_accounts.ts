import { FOODS } from "./fatsecret_catalogue.ts";
import { Refused } from "./fatsecret_oauth.ts";

export type Entry = {
  id: string;
  food: string;
  name: string;
  serving: string;
  units: number;
  meal: string;
  day: number;
};
export type SavedMealOfServer = {
  id: string;
  name: string;
  description: string;
  meals: string;
  items: { id: string; food: string; serving: string; units: number; name: string }[];
};

/** What one person has at FatSecret. */
export class Account {
  entries: Entry[] = [];
  savedMeals: SavedMealOfServer[] = [];
  weights = new Map<number, number>();
  goalWeight: number | null = null;
  height: number | null = null;
  favoriteFoods: string[] = [];
  favoriteRecipes: string[] = [];
  /** Minutes by exercise: 24 hours a day, of rest (2) and sleep (1) unless shifted. */
  exercise = new Map<number, Map<string, number>>();

  exerciseOf(day: number): Map<string, number> {
    const known =
      this.exercise.get(day) ??
      new Map([
        ["1", 480],
        ["2", 960],
      ]);
    this.exercise.set(day, known);
    return known;
  }
}

export function servingOf(food: string, serving: string) {
  const found = FOODS[food]?.servings.find(({ id }) => id === serving);
  if (!FOODS[food]) throw new Refused(106, `Invalid ID: food_id '${food}'`);
  if (!found) throw new Refused(106, `Invalid ID: serving_id '${serving}'`);
  return found;
}

/** The figures of so many units of a serving. */
export function figuresOf(food: string, serving: string, units: number) {
  const { grams, units: of } = servingOf(food, serving);
  const { calories, carbohydrate, protein, fat } = FOODS[food]!.per100;
  const factor = ((grams / of) * units) / 100;
  const figure = (per100: number) => Math.round(per100 * factor * 100) / 100;
  return {
    calories: Math.round(calories * factor),
    carbohydrate: figure(carbohydrate),
    protein: figure(protein),
    fat: figure(fat),
  };
}
