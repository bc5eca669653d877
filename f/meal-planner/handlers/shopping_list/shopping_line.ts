import { z } from "zod";
import { AISLES } from "../../foods/food.ts";
import { mealSchema } from "./need.ts";

export const sourceSchema = mealSchema.extend({
  /** What the cook wrote, scaled: "2 cloves", "75 g". */
  amount: z.string(),
  grams: z.number().nullable(),
  original: z.string(),
});
export type Source = z.infer<typeof sourceSchema>;

export const CHECK_REASONS = ["staple", "to_taste", "optional", "at_home", "unclear"] as const;

/** One line as composed from the needs: nothing in it depends on what anyone did with the list. */
export const shoppingLineSchema = z.object({
  key: z.string(),
  food_id: z.string().nullable(),
  name: z.string(),
  aisle: z.enum(AISLES),
  /** The unit of the amounts: one that is sold, or the cook's own for an unknown food. */
  unit: z.string().nullable(),
  /** What to buy; null where "some" is all that is known, 0 where it is all at home. */
  amount: z.number().nullable(),
  /** What the meals need beyond the pantry, to the gram. */
  exact_amount: z.number().nullable(),
  /** The exact amount in grams as bought; null where nobody can weigh it. */
  grams: z.number().nullable(),
  /** Grams as bought of one unit; null for an unknown food. */
  grams_each: z.number().nullable(),
  pantry_amount: z.number(),
  pantry_grams: z.number(),
  /** "2 cans chopped tomatoes (400 g each)". */
  display: z.string(),
  /** The exact need for people: "430 g", "5 cloves"; empty where it is "some". */
  need: z.string(),
  /** Why it is only to be checked; null where it is to be bought. */
  check: z.enum(CHECK_REASONS).nullable(),
  sources: z.array(sourceSchema),
});
export type ShoppingLine = z.infer<typeof shoppingLineSchema>;
