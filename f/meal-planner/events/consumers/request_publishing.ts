import { onPlanOrListChanged } from "../../sagas/request_publishing.ts";
import { defineConsumer } from "./consumer.ts";

/** Plans that a household publishes by itself are published as they and their lists change. */
export const requestPublishing = defineConsumer({
  name: "request_publishing",
  eventTypes: ["MealPlanActivated", "MealPlanUpdated", "ShoppingListUpdated", "ShoppingListCompleted"],
  react: onPlanOrListChanged,
});
