import { mapNutrients, type Nutrients, scaleNutrients } from "../../foods/nutrients.ts";
import type { FoodEntry } from "./diary_calls.ts";
import type { KnownFood } from "./own_food.ts";
import { figureDistance, gramsPerUnit } from "./serving_grams.ts";

/** An entry of FatSecret's as our diary has it. `own`: name and figures are ours, and may be kept. */
export type Reading = { name: string; grams: number | null; nutrients: Nutrients; own: boolean };

const LONGEST_NAME = 300;

/**
 * Reads an entry with our own food's name and figures where it is known which food that is and how much of it was eaten,
 * and what comes out is what FatSecret says; else with FatSecret's. Pure.
 */
export function readEntry(entry: FoodEntry, known: KnownFood | undefined): Reading {
  const theirs = figuresOf(entry);
  const ours = known?.ours;
  const serving = known?.theirs?.servings.find(({ serving_id }) => serving_id === entry.serving_id);
  const each = serving ? gramsPerUnit(serving, ours?.densityGramsPerMl ?? null) : null;
  const grams = each === null ? null : Math.round(each * entry.number_of_units * 10) / 10;
  if (ours && grams !== null && grams > 0) {
    const nutrients = scaleNutrients(ours.per100g, grams / 100);
    // Per 100 g, so that what is no difference there is none here.
    const alike = figureDistance(ours.per100g, scaleNutrients(theirs, 100 / grams)) !== null;
    if (alike || theirs.energy_kcal === null) {
      return { name: (ours.name ?? ours.description).slice(0, LONGEST_NAME), grams, nutrients, own: true };
    }
  }
  const name = entry.food_entry_name.trim() || entry.food_entry_description.trim() || "Food";
  return {
    name: name.slice(0, LONGEST_NAME),
    grams: grams && grams > 0 ? grams : null,
    nutrients: theirs,
    own: false,
  };
}

/** What an entry says itself. Vitamins and minerals are left out: some versions give them as a share of a day's need. */
function figuresOf(entry: FoodEntry): Nutrients {
  const said: Partial<Record<keyof Nutrients, number | null>> = {
    energy_kcal: entry.calories,
    protein_g: entry.protein,
    fat_g: entry.fat,
    saturated_fat_g: entry.saturated_fat,
    carbohydrate_g: entry.carbohydrate,
    fibre_g: entry.fiber,
    sugars_g: entry.sugar,
    sodium_mg: entry.sodium,
    cholesterol_mg: entry.cholesterol,
    potassium_mg: entry.potassium,
  };
  return mapNutrients((nutrient) => {
    const figure = said[nutrient] ?? null;
    return figure === null || figure < 0 ? null : figure;
  });
}
