import { z } from "zod";
import { text } from "./answer_values.ts";

export const FATSECRET_MEALS = ["breakfast", "lunch", "dinner", "other"] as const;
export type FatsecretMeal = (typeof FATSECRET_MEALS)[number];

/** A meal as FatSecret names it in answers ("Breakfast"); one that isn't known is "other". */
export const mealName = text.transform(asMeal);

/** The meals of a saved meal: "Lunch,Other". */
export const mealNames = text.transform((names) =>
  names
    .split(",")
    .filter((name) => name.trim() !== "")
    .map(asMeal),
);

function asMeal(name: string): FatsecretMeal {
  const parsed = z.enum(FATSECRET_MEALS).safeParse(name.trim().toLowerCase());
  return parsed.success ? parsed.data : "other";
}

/** The meal at FatSecret for a slot of ours: it has three by name, and one for all else. */
export function mealOfSlot(slot: string | null): FatsecretMeal {
  return asMeal(slot ?? "");
}

/** The slot of ours for a meal at FatSecret. */
export function slotOfMeal(meal: FatsecretMeal): string {
  return meal === "other" ? "snack" : meal;
}
