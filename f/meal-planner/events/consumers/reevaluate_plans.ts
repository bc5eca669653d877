import { reevaluatePlans } from "../../handlers/meal_planning/reevaluate_plans.ts";
import { defineConsumer } from "./consumer.ts";

/** Plans whose recipes, goals or people change are judged anew, and a repair is proposed where they need one. */
export const reevaluatePlansConsumer = defineConsumer({
  name: "reevaluate_plans",
  eventTypes: [
    "NutritionCalculated",
    "RecipeUpdated",
    "RecipeDeleted",
    "NutritionGoalSet",
    "PersonChanged",
    "HouseholdChanged",
  ],
  react: reevaluatePlans,
});
