import { calculateNutrition } from "../../../handlers/recipes/calculate_nutrition.ts";
import { defineConsumer } from "../consumer.ts";

/** Works out a recipe's nutrition when it is new or has changed. One that is gone by then is passed over. */
export const calculateNutritionConsumer = defineConsumer({
  name: "calculate_nutrition",
  eventTypes: ["RecipeCreated", "RecipeImported", "RecipeUpdated"],
  async react(tx, event) {
    const { household_id, recipe_id } = event.detail;
    await calculateNutrition(tx, { household_id, recipe_id }, event);
  },
});
