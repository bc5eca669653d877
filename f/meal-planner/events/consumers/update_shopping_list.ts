import { onMealPlanUpdated, onRecipeChanged } from "../../handlers/shopping_list/list_reactions.ts";
import { defineConsumer } from "./consumer.ts";

/** Open lists follow the plans and recipes that they were made from. */
export const updateShoppingList = defineConsumer({
  name: "update_shopping_list",
  eventTypes: ["MealPlanUpdated", "RecipeUpdated", "RecipeDeleted", "NutritionCalculated"],
  async react(tx, event) {
    switch (event["detail-type"]) {
      case "MealPlanUpdated":
        return onMealPlanUpdated(tx, event);
      case "RecipeUpdated":
      case "RecipeDeleted":
      case "NutritionCalculated":
        return onRecipeChanged(tx, event);
    }
  },
});
