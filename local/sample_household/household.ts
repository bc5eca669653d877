import type { Allergen } from "../../f/meal-planner/foods/food.ts";
import type { Nutrient } from "../../f/meal-planner/foods/nutrients.ts";

type SampleGoal = {
  nutrient: Nutrient;
  kind: "about" | "at_least" | "at_most";
  target: number;
  tolerance_percent: number;
  /** What it counts beside the others. */
  weight: number;
};

/** A person of the sample household, in the words of `set_person` and `set_goals`. */
export type SamplePerson = {
  name: string;
  birth_year: number;
  sex: "female" | "male";
  height_cm: number;
  weight_kg: number;
  activity: "sedentary" | "light" | "moderate" | "active" | "very_active";
  diet: "omnivore" | "pescatarian" | "vegetarian" | "vegan";
  allergens: Allergen[];
  excluded_foods: string[];
  disliked_foods: string[];
  goals: SampleGoal[];
  portion_sizes: number[];
};

export const SAMPLE_HOUSEHOLD = { name: "Mara and Jonas", time_zone: "Europe/Berlin" } as const;

/**
 * Two people who share every meal and want different things of it. Energy is what Mifflin and St Jeor's formula and
 * their activity give, a little less for Jonas; protein is 1.5 and 1.7 g a kilogram, so that both can be had of one pot.
 */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  {
    name: "Mara",
    birth_year: 1991,
    sex: "female",
    height_cm: 168,
    weight_kg: 64,
    activity: "light",
    diet: "omnivore",
    allergens: ["nuts"],
    excluded_foods: ["mushroom"],
    disliked_foods: ["olive", "sausage"],
    goals: [
      { nutrient: "energy_kcal", kind: "about", target: 1900, tolerance_percent: 3, weight: 3 },
      { nutrient: "protein_g", kind: "about", target: 95, tolerance_percent: 8, weight: 2 },
      { nutrient: "fat_g", kind: "about", target: 70, tolerance_percent: 15, weight: 0.5 },
      { nutrient: "carbohydrate_g", kind: "about", target: 215, tolerance_percent: 15, weight: 0.5 },
      { nutrient: "fibre_g", kind: "at_least", target: 25, tolerance_percent: 10, weight: 0.5 },
      { nutrient: "saturated_fat_g", kind: "at_most", target: 21, tolerance_percent: 15, weight: 0.25 },
      { nutrient: "sodium_mg", kind: "at_most", target: 2300, tolerance_percent: 10, weight: 0.25 },
    ],
    portion_sizes: [0.5, 0.75, 1, 1.25, 1.5],
  },
  {
    name: "Jonas",
    birth_year: 1988,
    sex: "male",
    height_cm: 184,
    weight_kg: 82,
    activity: "moderate",
    diet: "omnivore",
    allergens: [],
    excluded_foods: ["beetroot"],
    disliked_foods: ["aubergine"],
    goals: [
      { nutrient: "energy_kcal", kind: "about", target: 2600, tolerance_percent: 3, weight: 3 },
      { nutrient: "protein_g", kind: "about", target: 140, tolerance_percent: 8, weight: 2 },
      { nutrient: "fat_g", kind: "about", target: 95, tolerance_percent: 15, weight: 0.5 },
      { nutrient: "carbohydrate_g", kind: "about", target: 285, tolerance_percent: 15, weight: 0.5 },
      { nutrient: "fibre_g", kind: "at_least", target: 30, tolerance_percent: 10, weight: 0.5 },
      { nutrient: "saturated_fat_g", kind: "at_most", target: 29, tolerance_percent: 15, weight: 0.25 },
      { nutrient: "sodium_mg", kind: "at_most", target: 3000, tolerance_percent: 10, weight: 0.25 },
    ],
    portion_sizes: [0.75, 1, 1.25, 1.5, 1.75],
  },
];
