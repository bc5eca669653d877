import { calculateNutritionConsumer } from "./calculate_nutrition/calculate_nutrition_consumer.ts";
import type { Consumer } from "./consumer.ts";
import { correctVerdictsConsumer } from "./correct_verdicts.ts";
import { createShoppingList } from "./create_shopping_list.ts";
import { recalculateNutritionConsumer } from "./recalculate_nutrition/recalculate_nutrition_consumer.ts";
import { reevaluatePlansConsumer } from "./reevaluate_plans.ts";
import { requestPublishing } from "./request_publishing.ts";
import { updateShoppingList } from "./update_shopping_list.ts";

/** Every inline consumer, by the name that rules use. */
export const CONSUMERS: readonly Consumer[] = [
  calculateNutritionConsumer,
  recalculateNutritionConsumer,
  reevaluatePlansConsumer,
  correctVerdictsConsumer,
  createShoppingList,
  updateShoppingList,
  requestPublishing,
];

export function findConsumer(name: string, consumers: readonly Consumer[] = CONSUMERS): Consumer | undefined {
  return consumers.find((consumer) => consumer.name === name);
}
