import { z } from "zod";
import { count, EXAMPLE_HOUSEHOLD, EXAMPLE_RECIPE, householdId, recipeId } from "./detail_fields.ts";
import { defineEvent } from "./event_definition.ts";

const source = "meal-planner.foods";

export const foodEvents = [
  defineEvent({
    type: "FoodConfirmed",
    source,
    version: 1,
    description: "A person said which food a name means in their recipes, or took that back.",
    usedBy: ["recalculate_nutrition"],
    detail: () =>
      z.strictObject({
        household_id: householdId,
        name: z.string().describe("The name as the person has it."),
        name_key: z.string().describe("The name as lines are compared with it."),
        food_id: z
          .guid()
          .nullable()
          .describe("The food that it means from now on; null where it was taken back."),
      }),
    example: {
      household_id: EXAMPLE_HOUSEHOLD,
      name: "red lentils",
      name_key: "red lentil",
      food_id: "0192f5a0-0000-8000-8000-000000000007",
    },
  }),
  defineEvent({
    type: "FoodDatasetLoaded",
    source,
    version: 1,
    description: "Foods of a source came in or changed, for every household.",
    usedBy: ["recalculate_nutrition"],
    detail: () =>
      z.strictObject({
        source: z.string().min(1).describe("Which foods, such as usda_sr."),
        foods: count.describe("How many foods the source has now."),
      }),
    example: { source: "usda_sr", foods: 8789 },
  }),
  defineEvent({
    type: "NutritionOutdated",
    source,
    version: 1,
    description:
      "Foods changed under these recipes: their nutrition is to be worked out again, a few at a time.",
    usedBy: ["recalculate_nutrition"],
    detail: () =>
      z.strictObject({
        household_id: householdId,
        recipe_ids: z.array(recipeId).min(1).max(100),
      }),
    example: { household_id: EXAMPLE_HOUSEHOLD, recipe_ids: [EXAMPLE_RECIPE] },
  }),
] as const;
