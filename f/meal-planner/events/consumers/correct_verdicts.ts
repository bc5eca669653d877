import { correctVerdicts } from "../../handlers/nutrition/correct_verdicts.ts";
import { defineConsumer } from "./consumer.ts";

/** Days that were judged are judged again where a goal or a recipe's figures change under them. */
export const correctVerdictsConsumer = defineConsumer({
  name: "correct_verdicts",
  eventTypes: ["NutritionGoalSet", "NutritionCalculated"],
  react: correctVerdicts,
});
