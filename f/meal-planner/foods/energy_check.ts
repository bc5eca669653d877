import type { FoodRecord } from "./food_record.ts";
import { energyFromMacros, type Nutrients } from "./nutrients.ts";

/** What a figure of energy is held against: that of its macronutrients, kcal; null where one isn't known. */
export type EnergyCheck = { fromMacrosKcal: number | null; differs: boolean };

/** Their alcohol has 7 kcal a gram, or their acid 3, and is in no macronutrient. */
const ALCOHOL =
  /\b(?:wine|beer|ale|cider|vodka|gin|rum|whisk(?:e)?y|brandy|tequila|liqueur|sherry|port|marsala|madeira|sake|mirin|spirit|alcohol\w*|vermouth|amaretto|extract|daiquiri|pina colada|sour|schnapps|stout|lager|champagne|malt beverage|liquor|vinegar|vanilla|sweetener)\b/i;
/** Organic acids, polyols and what tables count by factors of their own: less energy than carbohydrate has. */
const LESS_THAN_CARBOHYDRATE =
  /\b(?:sugar[- ]?free|sugarless|no sugar|sorbitol|xylitol|erythritol|polyol|sweetener|stevia|vinegar|baking|cream of tartar|yeast|gum|cocoa|tea|coffee|bran|spices?|pectin|acid|(?:low|reduced)[- ]calorie|diet|chewing)\b/i;

/**
 * Whether a record's energy is one that its macronutrients can give: 4, 9 and 4 kcal a gram, fibre from 0 to 4, 20 % and 12
 * kcal each way for the factors that tables use by the food. Alcohol may give more; polyols and acids, less.
 */
export function checkFoodEnergy(food: FoodRecord): EnergyCheck {
  const { energy_kcal, protein_g, fat_g, carbohydrate_g, fibre_g } = food.per100g;
  const fromMacrosKcal = energyFromMacros(food.per100g);
  if (energy_kcal === null || protein_g === null || fat_g === null || carbohydrate_g === null) {
    return { fromMacrosKcal, differs: false };
  }
  const all = 4 * protein_g + 9 * fat_g + 4 * carbohydrate_g;
  const least = Math.max(0, all - 4 * (fibre_g ?? 0)) * 0.8 - 12;
  const most = (all + 2 * (fibre_g ?? 0)) * 1.2 + 12;
  const called = `${food.name ?? ""} ${food.description} ${food.category ?? ""}`;
  const differs =
    (energy_kcal < least && !LESS_THAN_CARBOHYDRATE.test(called)) ||
    (energy_kcal > most && !ALCOHOL.test(called));
  return { fromMacrosKcal, differs };
}

/** The energy of a whole recipe beside that of its macronutrients; far apart means that a record is wrong. */
export function checkTotalEnergy(totals: Nutrients): EnergyCheck {
  const fromMacrosKcal = energyFromMacros(totals);
  const stated = totals.energy_kcal;
  if (fromMacrosKcal === null || stated === null) return { fromMacrosKcal, differs: false };
  return { fromMacrosKcal, differs: Math.abs(fromMacrosKcal - stated) > Math.max(30, stated * 0.25) };
}
