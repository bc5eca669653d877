import { z } from "zod";
import { EXAMPLE_HOUSEHOLD, EXAMPLE_RECIPE, householdId, name, recipeId, version } from "./detail_fields.ts";
import { defineEvent } from "./event_definition.ts";

const source = "meal-planner.recipes";

export const recipeEvents = [
  defineEvent({
    type: "RecipeCreated",
    source,
    version: 1,
    description: "A recipe was written by hand.",
    usedBy: ["calculate_nutrition"],
    detail: () => z.strictObject({ household_id: householdId, recipe_id: recipeId, version, name }),
    example: { household_id: EXAMPLE_HOUSEHOLD, recipe_id: EXAMPLE_RECIPE, version: 1, name: "Lentil soup" },
  }),
  defineEvent({
    type: "RecipeUpdated",
    source,
    version: 1,
    description: "A recipe was changed; `changed` names the fields.",
    usedBy: ["calculate_nutrition", "update_shopping_list", "reevaluate_plans"],
    detail: () =>
      z.strictObject({
        household_id: householdId,
        recipe_id: recipeId,
        version,
        changed: z.array(z.string().min(1)).describe("Names of the changed fields, such as ingredients."),
      }),
    example: {
      household_id: EXAMPLE_HOUSEHOLD,
      recipe_id: EXAMPLE_RECIPE,
      version: 2,
      changed: ["ingredients"],
    },
  }),
  defineEvent({
    type: "RecipeDeleted",
    source,
    version: 1,
    description: "A recipe left the box. It is archived where a plan still shows it.",
    usedBy: ["update_shopping_list", "reevaluate_plans", "handlers/recipes/list_recipes"],
    detail: () =>
      z.strictObject({ household_id: householdId, recipe_id: recipeId, name, archived: z.boolean() }),
    example: {
      household_id: EXAMPLE_HOUSEHOLD,
      recipe_id: EXAMPLE_RECIPE,
      name: "Lentil soup",
      archived: true,
    },
  }),
  defineEvent({
    type: "RecipeImported",
    source,
    version: 1,
    description: "A recipe came in from elsewhere. Emitted in place of RecipeCreated.",
    usedBy: ["calculate_nutrition"],
    detail: () =>
      z.strictObject({
        household_id: householdId,
        recipe_id: recipeId,
        version,
        name,
        origin: z.enum(["file", "url", "tandoor", "fatsecret"]),
        origin_ref: z.string().nullable().describe("The file's name, the URL, or the other system's id."),
      }),
    example: {
      household_id: EXAMPLE_HOUSEHOLD,
      recipe_id: EXAMPLE_RECIPE,
      version: 1,
      name: "Lentil soup",
      origin: "url",
      origin_ref: "https://example.org/lentil-soup",
    },
  }),
] as const;
