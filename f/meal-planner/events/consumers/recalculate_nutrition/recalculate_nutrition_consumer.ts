import {
  onFoodConfirmed,
  onFoodDatasetLoaded,
  onNutritionOutdated,
} from "../../../handlers/recipes/recalculate_nutrition.ts";
import { defineConsumer } from "../consumer.ts";

/** Recipes follow what is known of foods: a person's correction, a data set that came in. */
export const recalculateNutritionConsumer = defineConsumer({
  name: "recalculate_nutrition",
  eventTypes: ["FoodConfirmed", "FoodDatasetLoaded", "NutritionOutdated"],
  async react(tx, event) {
    switch (event["detail-type"]) {
      case "FoodConfirmed":
        return onFoodConfirmed(tx, event);
      case "FoodDatasetLoaded":
        return onFoodDatasetLoaded(tx, event);
      case "NutritionOutdated":
        return onNutritionOutdated(tx, event);
    }
  },
});
