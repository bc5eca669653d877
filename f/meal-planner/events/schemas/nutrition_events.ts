import { z } from "zod";
import {
  calendarDate,
  count,
  EXAMPLE_HOUSEHOLD,
  EXAMPLE_PERSON,
  EXAMPLE_RECIPE,
  householdId,
  personId,
  recipeId,
} from "./detail_fields.ts";
import { defineEvent } from "./event_definition.ts";

const source = "meal-planner.nutrition";

const nutrient = z.string().min(1).describe("A nutrient's name with its unit, such as protein_g.");

const goalResults = z.strictObject({
  household_id: householdId,
  person_id: personId,
  date: calendarDate,
  results: z
    .array(
      z.strictObject({
        nutrient,
        kind: z.string().min(1).describe("What sort of goal it is, such as range or minimum."),
        target: z.number(),
        actual: z.number(),
        met: z.boolean(),
      }),
    )
    .min(1),
});

export const nutritionEvents = [
  defineEvent({
    type: "NutritionCalculated",
    source,
    version: 1,
    description: "A recipe's nutrition per serving was worked out for the named version of the recipe.",
    usedBy: [
      "update_shopping_list",
      "reevaluate_plans",
      "correct_verdicts",
      "handlers/meal_planning/generate_plan",
    ],
    detail: () =>
      z.strictObject({
        household_id: householdId,
        recipe_id: recipeId,
        recipe_version: z.int().min(1),
        energy_kcal_per_serving: z.number().min(0).nullable(),
        coverage_by_mass: z.number().min(0).max(1).describe("Share of the recipe's mass with a known food."),
        unmatched_lines: count,
      }),
    example: {
      household_id: EXAMPLE_HOUSEHOLD,
      recipe_id: EXAMPLE_RECIPE,
      recipe_version: 1,
      energy_kcal_per_serving: 412.5,
      coverage_by_mass: 0.98,
      unmatched_lines: 0,
    },
  }),
  defineEvent({
    type: "NutritionGoalSet",
    source,
    version: 1,
    description: "A person's goals changed from a date on.",
    usedBy: [
      "reevaluate_plans",
      "correct_verdicts",
      "handlers/meal_planning/generate_plan",
      "handlers/nutrition/check_compliance",
    ],
    detail: () =>
      z.strictObject({
        household_id: householdId,
        person_id: personId,
        valid_from: calendarDate,
        nutrients: z.array(nutrient),
      }),
    example: {
      household_id: EXAMPLE_HOUSEHOLD,
      person_id: EXAMPLE_PERSON,
      valid_from: "2026-01-05",
      nutrients: ["energy_kcal", "protein_g"],
    },
  }),
  defineEvent({
    type: "NutritionGoalMet",
    source,
    version: 1,
    description: "A person's day ended within every goal.",
    usedBy: ["apps/planner"],
    detail: goalResults,
    example: {
      household_id: EXAMPLE_HOUSEHOLD,
      person_id: EXAMPLE_PERSON,
      date: "2026-01-05",
      results: [{ nutrient: "protein_g", kind: "minimum", target: 90, actual: 96.2, met: true }],
    },
  }),
  defineEvent({
    type: "NutritionGoalMissed",
    source,
    version: 1,
    description: "A person's day ended outside at least one goal.",
    usedBy: ["apps/planner"],
    detail: goalResults,
    example: {
      household_id: EXAMPLE_HOUSEHOLD,
      person_id: EXAMPLE_PERSON,
      date: "2026-01-05",
      results: [{ nutrient: "protein_g", kind: "minimum", target: 90, actual: 71, met: false }],
    },
  }),
] as const;
