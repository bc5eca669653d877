import { onMealPlanActivated } from "../../handlers/shopping_list/list_reactions.ts";
import { defineConsumer } from "./consumer.ts";

/** A plan that the household follows gets its shopping list. */
export const createShoppingList = defineConsumer({
  name: "create_shopping_list",
  eventTypes: ["MealPlanActivated"],
  react: onMealPlanActivated,
});
